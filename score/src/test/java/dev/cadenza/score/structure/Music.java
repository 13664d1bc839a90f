package dev.cadenza.score.structure;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// Small pieces of our own for the tests of this package.
final class Music {

    static final int RESOLUTION = 48;

    private Music() {
    }

    static Note note(double quarter, double quarters, int pitch) {
        return new Note(Math.round(quarter * RESOLUTION), Math.round(quarters * RESOLUTION), Pitch.of(pitch), 80);
    }

    static Part part(String name, List<Note> notes) {
        return new Part(name, Instrument.PIANO, notes.stream().sorted(Note.ORDER).toList());
    }

    static Score score(List<Meter> meters, Part... parts) {
        return new Score(RESOLUTION, List.of(), meters, List.of(), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }

    /// Bass on the first beat, chords on the others, a melody above: long notes on first beats, shorter ones after.
    static List<Note> dance(int bars, int beats, double from) {
        int[] roots = {48, 53, 55, 48, 45, 50, 43, 48};
        List<Note> notes = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            double at = from + bar * beats;
            int root = roots[bar % roots.length];
            notes.add(note(at, 1, root - 12));
            for (int beat = 1; beat < beats; beat++) {
                notes.add(note(at + beat, 0.5, root + 4));
                notes.add(note(at + beat, 0.5, root + 7));
            }
            notes.add(note(at, beats - 1, root + 24));
            notes.add(note(at + beats - 1, 0.5, root + 26));
            notes.add(note(at + beats - 0.5, 0.5, root + 23));
        }
        return notes;
    }
}
