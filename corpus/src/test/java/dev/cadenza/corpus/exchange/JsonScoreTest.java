package dev.cadenza.corpus.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.store.AnyScore;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonScoreTest {

    private static final String HEAD = "{\"format\": \"cadenza-score\", \"version\": 1, \"resolution\": 4,\n";

    /// What is read is in order, and so stays as it is from then on; nothing is ever lost.
    @Property(tries = 400)
    void everyFieldSurvives(@ForAll long seed) {
        Score any = AnyScore.within(seed, JsonIn.LARGEST);
        byte[] bytes = JsonScore.write(any);
        Score read = JsonScore.read(bytes, "s.json");
        assertEquals(read, JsonScore.read(JsonScore.write(read), "s.json"));
        assertEquals(inOrder(any), read);
        assertArrayEquals(bytes, JsonScore.write(AnyScore.within(seed, JsonIn.LARGEST)));
    }

    /// The score with its lists sorted by the fields that say when.
    private static Score inOrder(Score any) {
        return new Score(any.resolution(), ScoreReading.ordered(any.tempos(), tempo -> tempo.tick()),
                ScoreReading.ordered(any.meters(), meter -> meter.tick()), ScoreReading.ordered(any.keys(), key -> key.tick()),
                ScoreReading.ordered(any.chords(), chord -> chord.tick()), ScoreReading.ordered(any.markers(), marker -> marker.tick()),
                any.parts().stream().map(JsonScoreTest::inOrder).toList(), any.metadata(),
                ScoreReading.ordered(any.repeats(), sign -> sign.tick()));
    }

    private static Part inOrder(Part part) {
        List<Integer> order = IntStream.range(0, part.notes().size()).boxed()
                .sorted((a, b) -> Note.ORDER.compare(part.notes().get(a), part.notes().get(b))).toList();
        List<Integer> voices = part.notation().voices();
        return new Part(part.name(), part.instrument(), order.stream().map(part.notes()::get).toList(),
                ScoreReading.ordered(part.controls(), control -> control.tick()), ScoreReading.ordered(part.lyrics(), lyric -> lyric.tick()),
                new Notation(voices.isEmpty() ? voices : order.stream().map(voices::get).toList(),
                        ScoreReading.ordered(part.notation().graces(), grace -> grace.tick()),
                        ScoreReading.ordered(part.notation().marks(), mark -> mark.tick())));
    }

    @Property(tries = 400)
    void damageIsAnErrorInWordsOrOtherMusic(@ForAll long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] bytes = JsonScore.write(RandomBands.of(seed % 20));
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
            assertTrue(JsonScore.read(bytes, "s.json").resolution() > 0);
        } catch (CadenzaException e) {
            assertTrue(e.getMessage().startsWith("s.json") && e.getMessage().lines().count() == 1, e.getMessage());
        }
    }

    @Test
    void theLeastThatIsAScore() {
        Score score = read("\"parts\": [{\"notes\": [{\"onset\": 4, \"duration\": 4, \"pitch\": 62},"
                + " {\"onset\": 0, \"duration\": 4, \"pitch\": 61, \"spelling\": \"Db\"}]}]}");
        assertEquals(new Score(4, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(new Part("", Instrument.PIANO, List.of(
                new Note(0, 4, new Pitch(61, new Spelling(Letter.D, -1)), 80),
                new Note(4, 4, Pitch.of(62), 80)))), Metadata.NONE), score);
    }

    private static Score read(String rest) {
        return JsonScore.read((HEAD + rest).getBytes(StandardCharsets.UTF_8), "s.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"parts\": [], \"colour\": 1}|UNKNOWN_FIELD|line 2, column 14",
        "\"parts\": [], \"parts\": []}|TWICE|line 2, column 14",
        "\"title\": \"x\"}|MISSING_FIELD|line 2, column 13",
        "\"parts\": [{\"notes\": [{\"onset\": 0, \"duration\": 1, \"pitch\": 128}]}]}|OUT_OF_RANGE|line 2, column 62",
        "\"parts\": [{\"notes\": [{\"onset\": 0.5, \"duration\": 1, \"pitch\": 12}]}]}|BAD_LAYOUT|line 2, column 32",
        "\"parts\": [{\"notes\": [{\"onset\": 0, \"duration\": 1, \"pitch\": 60, \"spelling\": \"D\"}]}]}|BAD_VALUE|line 2, column 78",
        "\"keys\": [{\"tick\": 0, \"fifths\": 0, \"mode\": \"lydian\"}], \"parts\": []}|UNKNOWN_NAME|line 2, column 51",
        "\"parts\": [{\"notes\": []}]|BAD_JSON|line 2, column 24",
        "\"parts\": []} x|BAD_JSON|line 2, column 14",
        "\"parts\": []} 1|BAD_LAYOUT|line 2, column 14"})
    void eachFaultHasItsPlace(String rest, String code, String place) {
        InputException e = assertThrows(InputException.class, () -> read(rest));
        assertEquals(code + " " + place, e.code() + " " + e.place(), e.getMessage());
    }

    @Test
    void otherVersionsAndFormatsSaySo() {
        assertEquals("NEWER_VERSION", fault("{\"format\": \"cadenza-score\", \"version\": 2}"));
        assertEquals("OTHER_FORMAT", fault("{\"format\": \"cadenza-roll\"}"));
        assertEquals("BAD_LAYOUT", fault("[]"));
        assertEquals("TRUNCATED", fault(""));
    }

    private static String fault(String text) {
        return assertThrows(InputException.class, () -> JsonScore.read(text.getBytes(StandardCharsets.UTF_8), "s.json")).code();
    }

    @Test
    void whatLiesBeyondExactNumbersIsNotWritten() {
        Score late = new Score(1, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(new Part("", Instrument.PIANO,
                List.of(new Note(1L << 53, 1, Pitch.of(60), 80)))), Metadata.NONE);
        assertEquals("TOO_LONG", assertThrows(RequestException.class, () -> JsonScore.write(late)).code());
    }

    @Test
    void depthDoesNotReachTheStack() {
        assertEquals("UNKNOWN_FIELD", fault("{\"parts\": " + "[{\"notes\":".repeat(100_000)));
    }
}
