package dev.cadenza.score.abc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Note;
import dev.cadenza.score.Score;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Short ways to read tunes in tests.
final class Abc {

    private Abc() {
    }

    static List<AbcTune> tunes(String text) {
        return AbcReader.read(text.getBytes(StandardCharsets.UTF_8), "test.abc");
    }

    static AbcTune.Read tune(String text) {
        List<AbcTune> tunes = tunes(text);
        assertEquals(1, tunes.size());
        return switch (tunes.getFirst()) {
            case AbcTune.Read read -> read;
            case AbcTune.Refused refused -> throw refused.cause();
        };
    }

    /// A tune in 4/4 with eighths for unit and the given key, which may be followed by music.
    static AbcTune.Read inKey(String keyAndMusic) {
        return tune("X:1\nT:Test\nM:4/4\nL:1/8\nK:" + keyAndMusic + "\n");
    }

    static List<Note> notes(Score score) {
        return score.parts().getFirst().notes();
    }

    /// The notes as `pitch@onset+duration` in sixteenths where they divide.
    static String line(AbcTune.Read tune) {
        return notes(tune.score()).stream().map(n -> n.pitch() + "@" + time(n.onset()) + "+" + time(n.duration()))
                .collect(Collectors.joining(" "));
    }

    static String pitches(AbcTune.Read tune) {
        return notes(tune.score()).stream().map(n -> n.pitch().toString()).collect(Collectors.joining(" "));
    }

    private static String time(long ticks) {
        return ticks % 120 == 0 ? String.valueOf(ticks / 120) : ticks + "t";
    }

    static List<String> codes(AbcTune.Read tune) {
        return tune.diagnostics().stream().map(d -> d.code() + " " + d.place()).toList();
    }
}
