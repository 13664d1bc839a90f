package dev.cadenza.evaluate.metric;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import org.junit.jupiter.api.Test;

class OddScoresTest {

    @Test
    void bareScoresAreHeard() {
        Note alone = new Note(0, 0, Pitch.of(60), 1);
        OddScoresProperties.hear(Music.score());
        OddScoresProperties.hear(Music.score(Music.part()));
        OddScoresProperties.hear(Music.score(Music.drums()));
        OddScoresProperties.hear(Music.score(Music.drums(0, 1, 2)));
        OddScoresProperties.hear(Music.score(Music.part(alone)));
        OddScoresProperties.hear(Music.score(Music.part(Music.note(0, 1, 60))));
        OddScoresProperties.hear(Music.score(1, new Meter(0, 1, 128), Music.part(alone, new Note(5, 3, Pitch.of(0), 127))));
        OddScoresProperties.hear(Music.score(1, new Meter(0, 255, 1), Music.part(alone, new Note(5000, 1 << 20, Pitch.of(127), 127))));
        OddScoresProperties.hear(Music.score(480, new Meter(0, 1, 1), Music.part(new Note(1L << 48, 1L << 48, Pitch.of(60), 64))));
    }
}
