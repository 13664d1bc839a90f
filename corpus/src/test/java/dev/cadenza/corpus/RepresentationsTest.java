package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RepresentationsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void tokenizersAreNamedAndFoundAgain() {
        String satb = "{\"name\":\"satb-grid\",\"stepsPerQuarter\":4,\"lowest\":28,\"highest\":91}";
        String paused = "{\"name\":\"satb-grid+fermatas\",\"stepsPerQuarter\":4,\"lowest\":28,\"highest\":91}";
        String melody = "{\"name\":\"melody\",\"stepsPerQuarter\":12}";
        String sheet = "{\"name\":\"lead-sheet\",\"stepsPerQuarter\":4}";
        String remi = "{\"name\":\"remi+velocity+chords\",\"stepsPerQuarter\":12}";
        String band = "{\"name\":\"remi+programs+tempo\",\"stepsPerQuarter\":24,\"slots\":{\"0\":4,\"127\":1,\"drums\":1}}";
        String events = "{\"name\":\"midi-like+velocity\",\"stepsPerQuarter\":48}";
        String roll = "{\"name\":\"roll\",\"stepsPerQuarter\":4}";
        String one = "{\"name\":\"roll+one\",\"stepsPerQuarter\":2}";
        for (String json : List.of(satb, paused, melody, sheet, remi, band, events, roll, one)) {
            assertEquals(json, Representations.toJson(Representations.fromJson(JSON.readTree(json))).toString());
        }
        assertEquals(SatbTokenizer.SIXTEENTHS.vocabulary().names(),
                Representations.fromJson(JSON.readTree(satb)).vocabulary().names());
    }

    @Test
    void peopleNameThemByNameAndResolution() {
        assertEquals(SatbTokenizer.SIXTEENTHS.vocabulary().names(), Representations.named("satb-grid", 4).vocabulary().names());
        assertEquals(List.of("phase", "bar", "key", "left", "fermata"), Representations.named("satb-grid+fermatas", 4).contextRows().stream()
                .map(ContextRow::name).toList());
        assertEquals(12, Representations.named("melody", 12).stepsPerQuarter());
        assertEquals("remi+programs+velocity",
                Representations.toJson(Representations.named("remi+velocity+programs", 12)).path("name").asString());
        assertEquals(257, Representations.named("roll+one", 4).vocabulary().size());
        for (String name : List.of("roll+two", "remi+chords+chords", "remi+drums", "remi+", "remi2", "melody+velocity", "satb-grid+velocity")) {
            assertEquals("REPRESENTATION_UNKNOWN",
                    assertThrows(CadenzaException.RequestException.class, () -> Representations.named(name, 4)).code());
        }
        assertEquals("REPRESENTATION_UNKNOWN",
                assertThrows(CadenzaException.RequestException.class, () -> Representations.named("melodies", 4)).code());
        assertEquals("OUT_OF_RANGE",
                assertThrows(CadenzaException.RequestException.class, () -> Representations.named("melody", 7)).code());
    }

    @Test
    void damagedDescriptionsAreRefusedInWords() {
        assertEquals("UNKNOWN_REPRESENTATION", code("{\"name\":\"drums\"}"));
        assertEquals("BAD_REPRESENTATION", code("{\"name\":\"remi\"}"));
        assertEquals("BAD_REPRESENTATION", code("{\"name\":\"remi+drums\",\"stepsPerQuarter\":4}"));
        for (String slots : List.of("{}", "[]", "{\"128\":1}", "{\"1\":5}", "{\"drums\":2}", "{\"x\":1}", "{\"1\":\"a\"}")) {
            assertEquals("BAD_REPRESENTATION",
                    code("{\"name\":\"remi+programs\",\"stepsPerQuarter\":4,\"slots\":" + slots + "}"), slots);
        }
        assertEquals("UNKNOWN_REPRESENTATION", code("[]"));
        assertEquals("BAD_REPRESENTATION", code("{\"name\":\"melody\"}"));
        assertEquals("BAD_REPRESENTATION", code("{\"name\":\"melody\",\"stepsPerQuarter\":7}"));
        assertEquals("BAD_REPRESENTATION", code("{\"name\":\"melody\",\"stepsPerQuarter\":1e99}"));
        assertEquals("BAD_REPRESENTATION", code("{\"name\":\"satb-grid\",\"stepsPerQuarter\":4,\"lowest\":91,\"highest\":28}"));
    }

    private static String code(String json) {
        return assertThrows(CadenzaException.ModelException.class,
                () -> Representations.fromJson(JSON.readTree(json))).code();
    }

    @Test
    void transpositionMovesNotesAndKey() {
        GridTokenizer melody = new MelodyTokenizer(4);
        Plan plan = new Plan(3, Meter.common(), 0, Optional.of(new KeySignature(0, 5, Mode.MINOR)), true);
        TokenSequence moved = melody.transposed(melody.sequence(new int[] {62, 0, 64}, plan), 5).orElseThrow();
        assertEquals(List.of(67, 0, 69), Arrays.stream(moved.tokens()).boxed().toList());
        assertEquals(13 + 1, moved.context(2, 0), "G sharp minor, five semitones up, is C sharp minor");
        assertEquals(Optional.empty(), melody.transposed(moved, 70));
    }

    @Test
    void whatSoundsFollowsFromTokenAndPast() {
        SatbTokenizer satb = SatbTokenizer.SIXTEENTHS;
        assertEquals(60, satb.sounding(SatbTokenizer.STRIKE, 60));
        assertEquals(62, satb.sounding(satb.token(62), 60));
        assertEquals(-1, satb.sounding(SatbTokenizer.REST, 60));
        assertTrue(satb.begins(SatbTokenizer.STRIKE, 60) && satb.begins(satb.token(62), 60));
        assertTrue(!satb.begins(satb.token(60), 60) && !satb.begins(SatbTokenizer.REST, -1));
        MelodyTokenizer melody = new MelodyTokenizer(4);
        assertEquals(60, melody.sounding(MelodyTokenizer.HOLD, 60));
        assertEquals(60, melody.sounding(MelodyTokenizer.FIRST_NOTE + 60, 60));
        assertEquals(-1, melody.sounding(MelodyTokenizer.REST, 60));
        assertTrue(melody.begins(MelodyTokenizer.FIRST_NOTE + 60, 60) && melody.begins(MelodyTokenizer.REST, 60));
        assertTrue(!melody.begins(MelodyTokenizer.HOLD, 60) && !melody.begins(MelodyTokenizer.REST, -1));
    }

    @Test
    void rangesAreFoundPerVoice() {
        SatbTokenizer satb = SatbTokenizer.SIXTEENTHS;
        Plan plan = new Plan(2, Meter.common(), 0, Optional.empty(), true);
        TokenSequence sequence = satb.sequence(new int[] {satb.token(72), 0, 0, satb.token(48), 1, 0, satb.token(55),
            satb.token(43)}, plan);
        List<PitchRange> ranges = PitchRange.perPlace(List.of(sequence), satb);
        assertEquals(List.of(new PitchRange(72, 72), PitchRange.NONE, new PitchRange(55, 55), new PitchRange(43, 48)), ranges);
        assertTrue(ranges.get(1).isEmpty());
        assertTrue(ranges.get(3).contains(45));
    }
}
