package dev.cadenza.render.sound;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.List;

/// Small scores of 480 ticks a quarter, at 120 quarters a minute.
final class Scores {

    static final int QUARTER = 480;
    static final int FLUTE = 73;

    private Scores() {
    }

    static Score of(Part... parts) {
        return new Score(QUARTER, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }

    static Part part(int program, Note... notes) {
        return new Part("", new Instrument(program, false), List.of(notes));
    }

    static Note note(double onsetQuarters, double quarters, int pitch) {
        return new Note((long) (onsetQuarters * QUARTER), (long) (quarters * QUARTER), Pitch.of(pitch), 90);
    }
}
