package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static Score tune(boolean drums, int... pitches) {
        List<Note> notes = new ArrayList<>();
        for (int pitch : pitches) {
            notes.add(new Note(notes.size() * 480L, 480, Pitch.of(pitch), 64));
        }
        return new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Part("", new Instrument(0, drums), notes)), Metadata.NONE);
    }

    @Test
    void scalesAreFoundInEveryKey() {
        for (int up = 0; up < 12; up++) {
            int tonic = 60 + up;
            Score major = tune(false, tonic, tonic + 2, tonic + 4, tonic + 5, tonic + 7, tonic + 9, tonic + 11, tonic + 12);
            Score minor = tune(false, tonic, tonic + 2, tonic + 3, tonic + 5, tonic + 7, tonic + 8, tonic + 11, tonic + 12);
            assertEquals(List.of(up % 12, Mode.MAJOR), facts(Keys.likeliest(major).orElseThrow()));
            assertEquals(List.of(up % 12, Mode.MINOR), facts(Keys.likeliest(minor).orElseThrow()));
        }
    }

    private static List<Object> facts(KeySignature key) {
        return List.of(key.tonic(), key.mode());
    }

    @Test
    void drumsHaveNoKey() {
        assertEquals(Optional.empty(), Keys.likeliest(tune(true, 36, 38, 42)));
    }
}
