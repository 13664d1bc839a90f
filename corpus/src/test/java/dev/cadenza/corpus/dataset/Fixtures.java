package dev.cadenza.corpus.dataset;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.List;
import java.util.stream.IntStream;

/// Music for the tests of this package.
final class Fixtures {

    private Fixtures() {
    }

    static Part part(String name, Note... notes) {
        return new Part(name, Instrument.PIANO, List.of(notes).stream().sorted(Note.ORDER).toList());
    }

    static Note note(long onset, long duration, int pitch) {
        return new Note(onset, duration, Pitch.of(pitch), 90);
    }

    /// Notes that begin together.
    static List<Note> chord(long onset, long duration, int... pitches) {
        return IntStream.of(pitches).mapToObj(pitch -> note(onset, duration, pitch)).toList();
    }

    static Score score(int resolution, Tempo tempo, Meter meter, Part... parts) {
        return new Score(resolution, List.of(tempo), List.of(meter), List.of(), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }
}
