package dev.cadenza.corpus.near;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The upper line of a score over all of its parts but drums: at each moment at which notes begin, the highest of them,
/// unless a higher one sounds on through half of it or more. Notes that begin within a 64th note of each other count as
/// beginning together, so that spread chords of a player are one. A pitch that is struck again counts once: one encoding
/// ties what another repeats.
final class Skyline {

    private static final int PITCHES = 128;
    private static final int TOGETHER = 16;

    private Skyline() {
    }

    /// The MIDI keys of the line, no two in a row equal.
    static int[] of(Score score) {
        Note[] notes = score.parts().stream().filter(part -> !part.instrument().drums()).map(Part::notes)
                .flatMap(List::stream).toArray(Note[]::new);
        Arrays.sort(notes, Comparator.comparingLong(Note::onset));
        long together = score.resolution() / TOGETHER;
        long[] sounding = new long[PITCHES];
        int[] pitches = new int[notes.length];
        int size = 0;
        for (int i = 0; i < notes.length;) {
            long onset = notes[i].onset();
            Note top = notes[i];
            int next = i;
            while (next < notes.length && notes[next].onset() - onset <= together) {
                top = notes[next].pitch().midi() > top.pitch().midi() ? notes[next] : top;
                next++;
            }
            if (!hidden(top, sounding) && (size == 0 || pitches[size - 1] != top.pitch().midi())) {
                pitches[size++] = top.pitch().midi();
            }
            for (; i < next; i++) {
                int pitch = notes[i].pitch().midi();
                sounding[pitch] = Math.max(sounding[pitch], notes[i].end());
            }
        }
        return Arrays.copyOf(pitches, size);
    }

    private static boolean hidden(Note note, long[] sounding) {
        long half = note.onset() + Math.max(1, note.duration() / 2);
        for (int pitch = note.pitch().midi() + 1; pitch < PITCHES; pitch++) {
            if (sounding[pitch] >= half) {
                return true;
            }
        }
        return false;
    }
}
