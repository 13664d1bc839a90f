package dev.cadenza.score.theory;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// Small scores with known answers.
final class Tunes {

    private Tunes() {
    }

    /// Quarter notes one after the other, resolution 4.
    static Score melody(int... pitches) {
        return score(List.of(), pitches);
    }

    static Score score(List<KeySignature> keys, int... pitches) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            notes.add(new Note(4L * i, 4, Pitch.of(pitches[i]), 80));
        }
        return of(keys, List.of(new Part("melody", Instrument.PIANO, notes)));
    }

    static Score of(List<KeySignature> keys, List<Part> parts) {
        return new Score(4, List.of(), List.of(), keys, List.of(), List.of(), parts, Metadata.NONE);
    }
}
