package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;

/// Ends the music of a band: from its last chord on all hold the triad on the tonic, the lowest part the tonic itself, each as near as
/// can be to what it played before; the drums strike once.
final class BandEnding {

    private static final int KICK = 36;
    private static final int CRASH = 49;
    private static final int FEW = 3;
    private static final int USUAL = 60;

    private BandEnding() {
    }

    /// The parts with their end made anew. Parts that have not played before stay silent.
    ///
    /// @param last tick at which the last chord begins
    /// @param end tick at which it ends
    static List<Part> of(List<Part> parts, Key key, long last, long end) {
        List<Part> before = parts.stream().map(part -> part.withNotes(until(part.notes(), last))).toList();
        int lowest = lowest(before);
        List<Part> ended = new ArrayList<>();
        boolean third = false;
        for (int i = 0; i < before.size(); i++) {
            Part part = before.get(i);
            List<Note> notes = new ArrayList<>(part.notes());
            if (notes.isEmpty()) {
                ended.add(part);
                continue;
            }
            int velocity = notes.getLast().velocity();
            if (part.instrument().drums()) {
                for (int drum : new int[] {KICK, CRASH}) {
                    notes.add(new Note(last, Math.max(1, (end - last) / 4), Pitch.of(drum), velocity));
                }
            } else {
                List<Integer> triad = key.tonicTriad();
                List<Integer> wanted = i == lowest ? List.of(triad.getFirst())
                        : chords(part.notes()) ? triad : List.of(third ? triad.getFirst() : triad.get(1));
                third |= i != lowest;
                int near = (int) Math.round(part.notes().subList(Math.max(0, notes.size() - FEW), notes.size()).stream()
                        .mapToInt(note -> note.pitch().midi()).average().orElse(USUAL));
                for (int pitchClass : wanted) {
                    notes.add(new Note(last, end - last, Pitch.of(nearest(near, pitchClass, PlayableRange.of(part.instrument()))),
                            velocity));
                }
            }
            ended.add(part.withNotes(notes.stream().sorted(Note.ORDER).toList()));
        }
        return ended;
    }

    private static List<Note> until(List<Note> notes, long last) {
        return notes.stream().filter(note -> note.onset() < last).map(note -> note.end() <= last ? note
                : new Note(note.onset(), last - note.onset(), note.pitch(), note.velocity())).toList();
    }

    /// The part that sounds lowest on average; -1 where none has a pitch.
    private static int lowest(List<Part> parts) {
        int lowest = -1;
        double pitch = Double.POSITIVE_INFINITY;
        for (int i = 0; i < parts.size(); i++) {
            double mean = parts.get(i).instrument().drums() ? Double.POSITIVE_INFINITY
                    : parts.get(i).notes().stream().mapToInt(note -> note.pitch().midi()).average().orElse(Double.POSITIVE_INFINITY);
            if (mean < pitch) {
                pitch = mean;
                lowest = i;
            }
        }
        return lowest;
    }

    /// Whether a part plays chords rather than one note at a time: a third of its notes begin with another.
    private static boolean chords(List<Note> notes) {
        int together = 0;
        for (int i = 1; i < notes.size(); i++) {
            together += notes.get(i).onset() == notes.get(i - 1).onset() ? 1 : 0;
        }
        return 3 * together > notes.size();
    }

    /// The nearest pitch of a class within a range.
    private static int nearest(int near, int pitchClass, PitchRange range) {
        int best = -1;
        for (int pitch = range.lowest(); pitch <= range.highest(); pitch++) {
            if (pitch % 12 == pitchClass && (best < 0 || Math.abs(pitch - near) < Math.abs(best - near))) {
                best = pitch;
            }
        }
        return best;
    }
}
