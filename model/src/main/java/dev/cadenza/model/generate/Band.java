package dev.cadenza.model.generate;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.TrackKind;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.model.Adversarial;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/// What phrases of several tracks have in common, whether they are new or join others.
final class Band {

    private static final int VELOCITY = 80;

    private Band() {
    }

    /// Whether a model makes a metre.
    static boolean makes(Adversarial model, Meter meter) {
        return model.meters().stream().anyMatch(known -> same(known, meter));
    }

    static boolean same(Meter one, Meter other) {
        return one.numerator() == other.numerator() && one.denominator() == other.denominator();
    }

    /// `4/4 and 3/4`.
    static String words(List<Meter> meters) {
        return meters.stream().map(Meter::toString).collect(Collectors.joining(" and "));
    }

    /// Steps of a bar.
    static int barSteps(TrackRolls rolls, Meter meter) {
        return 4 * meter.numerator() * rolls.stepsPerQuarter() / meter.denominator();
    }

    /// The notes of a track of a roll, at another resolution, from a tick on and before another.
    static List<Note> notes(TrackRolls rolls, PianoRoll roll, int track, long from, long until, int resolution) {
        PianoRoll.Track found = roll.tracks().get(track);
        List<Note> notes = new ArrayList<>();
        for (int step = 0; step < roll.steps(); step++) {
            for (int pitch = 0; pitch < PianoRoll.PITCHES; pitch++) {
                if (!found.begins(step, pitch)) {
                    continue;
                }
                int end = step + 1;
                while (end < roll.steps() && found.sounds(end, pitch) && !found.begins(end, pitch)) {
                    end++;
                }
                long onset = from + tick(step, rolls, resolution);
                long off = Math.min(until, Math.max(onset + 1, from + tick(end, rolls, resolution)));
                if (onset < off) {
                    notes.add(new Note(onset, off - onset, Pitch.of(pitch), VELOCITY));
                }
            }
        }
        return notes;
    }

    private static long tick(int step, TrackRolls rolls, int resolution) {
        return (2L * step * resolution + rolls.stepsPerQuarter()) / (2L * rolls.stepsPerQuarter());
    }

    /// A track as a part.
    static Part part(TrackKind track, List<Note> notes) {
        return new Part(track.name(), track.instrument(), ordered(notes));
    }

    /// Notes moved by octaves until the instrument can play them.
    static List<Note> playable(List<Note> notes, Instrument instrument) {
        if (instrument.drums()) {
            return notes;
        }
        PitchRange range = PlayableRange.of(instrument);
        return moved(notes, pitch -> {
            int octaves = pitch;
            while (octaves < range.lowest()) {
                octaves += 12;
            }
            while (octaves > range.highest()) {
                octaves -= 12;
            }
            return octaves;
        });
    }

    /// Notes with other pitches. Of those that would then begin twice at one place the longer one stays; one ends where the next
    /// of its pitch begins.
    static List<Note> moved(List<Note> notes, IntUnaryOperator pitch) {
        return ordered(notes.stream().map(note -> new Note(note.onset(), note.duration(),
                Pitch.of(pitch.applyAsInt(note.pitch().midi())), note.velocity())).toList());
    }

    /// Notes in order, none of which sounds while another of its pitch does.
    static List<Note> ordered(List<Note> notes) {
        List<Note> sorted = notes.stream().sorted(Note.ORDER).toList();
        int[] last = new int[PianoRoll.PITCHES];
        Arrays.fill(last, -1);
        List<Note> apart = new ArrayList<>();
        for (Note note : sorted) {
            int before = last[note.pitch().midi()];
            if (before >= 0 && apart.get(before).onset() == note.onset()) {
                apart.set(before, note);
                continue;
            }
            if (before >= 0 && apart.get(before).end() > note.onset()) {
                Note cut = apart.get(before);
                apart.set(before, new Note(cut.onset(), note.onset() - cut.onset(), cut.pitch(), cut.velocity()));
            }
            last[note.pitch().midi()] = apart.size();
            apart.add(note);
        }
        return apart.stream().sorted(Note.ORDER).toList();
    }
}
