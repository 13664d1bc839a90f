package dev.cadenza.corpus.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollFilesTest {

    /// The three forms a roll can have.
    enum Form {
        NPZ, JSON, MAT;

        byte[] write(Score score, int steps) {
            return switch (this) {
                case NPZ -> NpzRolls.write(score, steps);
                case JSON -> JsonRolls.write(score, steps);
                case MAT -> MatRolls.write(score, steps);
            };
        }

        Score read(byte[] bytes) {
            return switch (this) {
                case NPZ -> NpzRolls.read(bytes, "a.npz");
                case JSON -> JsonRolls.read(bytes, "a.json");
                case MAT -> MatRolls.read(bytes, "a.mat");
            };
        }
    }

    @Property(tries = 150)
    void whatARollCanHoldSurvives(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int steps, @ForAll Form form) {
        Score score = RandomBands.of(seed);
        byte[] bytes = form.write(score, steps);
        assertEquals(RollGrid.of(score, steps), form.read(bytes));
        assertArrayEquals(bytes, form.write(RandomBands.of(seed), steps));
    }

    @Test
    void theSoftestNotesStaySoft() {
        Part soft = new Part("", Instrument.PIANO, List.of(new Note(0, 2, Pitch.of(60), 1)));
        Score score = new Score(4, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(soft), Metadata.NONE);
        for (Form form : Form.values()) {
            assertEquals(1, form.read(form.write(score, 4)).parts().getFirst().notes().getFirst().velocity(), form.name());
        }
    }

    @Property(tries = 300)
    void damageIsAnErrorInWordsOrOtherMusic(@ForAll long seed, @ForAll Form form) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] bytes = form.write(RandomBands.of(seed % 20), 4);
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
            assertTrue(form.read(bytes).end() >= 0);
        } catch (CadenzaException e) {
            assertTrue(e.source().startsWith("a.") && e.getMessage().lines().count() == 1, e.getMessage());
        }
    }

    @Test
    void notesMoveToTheNearestStepAndNeverOverlap() {
        Score score = score(480, new Note(100, 900, Pitch.of(60), 50), new Note(480, 100, Pitch.of(60), 60),
                new Note(480, 480, Pitch.of(60), 55), new Note(960, 0, Pitch.of(62), 70));
        assertEquals(List.of(new Note(1, 3, Pitch.of(60), 50), new Note(4, 4, Pitch.of(60), 60), new Note(8, 1, Pitch.of(62), 70)),
                RollGrid.of(score, 4).parts().getFirst().notes());
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatedNoteIsNotALongOne(Form form) {
        Score score = score(4, new Note(0, 4, Pitch.of(60), 80), new Note(4, 4, Pitch.of(60), 80));
        assertEquals(2, form.read(form.write(score, 4)).parts().getFirst().notes().size());
    }

    @ParameterizedTest
    @EnumSource
    void musicThatIsTooLongIsRefusedBeforeAnythingIsAllocated(Form form) {
        Score score = score(1, new Note(1L << 40, 1, Pitch.of(60), 80));
        assertEquals("TOO_LONG", assertThrows(RequestException.class, () -> form.write(score, 24)).code());
    }

    @Test
    void rollsOfPypianorollAreRead() {
        SortedMap<String, Supplier<byte[]>> entries = new TreeMap<>();
        put(entries, "info.json", "{\"resolution\": 2, \"name\": \"n\", \"0\": {\"program\": 40, \"is_drum\": false, \"name\": \"v\"}}"
                .getBytes(StandardCharsets.UTF_8));
        int[] starts = new int[129];
        for (int pitch = 61; pitch < starts.length; pitch++) {
            starts[pitch] = 3;
        }
        put(entries, "pianoroll_0_csc_data.npy", NpyArray.ofBytes('u', new byte[] {90, 90, 70}, 3).bytes());
        put(entries, "pianoroll_0_csc_indices.npy", NpyArray.ofInts(new int[] {1, 2, 4}).bytes());
        put(entries, "pianoroll_0_csc_indptr.npy", NpyArray.ofInts(starts).bytes());
        put(entries, "pianoroll_0_csc_shape.npy", NpyArray.ofInts(new int[] {6, 128}).bytes());
        put(entries, "tempo.npy", NpyArray.ofDoubles(new double[] {120, 120, 60, 60, 60, 60}, 6, 1).bytes());
        put(entries, "downbeat.npy", NpyArray.ofBytes('b', new byte[] {1, 0, 0, 0, 0, 0, 1}, 7, 1).bytes());
        Score score = NpzRolls.read(Zip.write(entries), "p.npz");
        assertEquals(new Part("v", new Instrument(40, false), List.of(new Note(1, 2, Pitch.of(60), 90), new Note(4, 1, Pitch.of(60), 70))),
                score.parts().getFirst());
        assertEquals("[Tempo[tick=0, microsPerQuarter=500000], Tempo[tick=2, microsPerQuarter=1000000]]", score.tempos().toString());
        assertEquals("3/4", score.meters().getFirst().toString());
        assertEquals(2, score.resolution());
    }

    private static void put(SortedMap<String, Supplier<byte[]>> entries, String name, byte[] content) {
        entries.put(name, () -> content);
    }

    @Test
    void plainArraysAreRollsToo() {
        SortedMap<String, Supplier<byte[]>> entries = new TreeMap<>();
        byte[] keys = new byte[3 * 88];
        keys[39] = 1;
        keys[88 + 39] = 1;
        put(entries, "piano.npy", NpyArray.ofBytes('b', keys, 3, 88).bytes());
        Part part = NpzRolls.read(Zip.write(entries), "p.npz").parts().getFirst();
        assertEquals(new Part("piano", Instrument.PIANO, List.of(new Note(0, 2, Pitch.of(60), 80))), part);
    }

    @Test
    void eachFaultOfAnArrayHasItsWords() {
        assertTrue(arrayFault("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }").contains("Python objects"));
        assertTrue(arrayFault("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999, 128), }").contains("shorter than its shape"));
        assertTrue(arrayFault("{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }").contains("not numbers"));
        assertTrue(arrayFault("{'descr': [('a', '<f8')], 'shape': (1,), }").contains("cannot be understood"));
        assertTrue(arrayFault("{'descr': '<f8', 'fortran_order': False, 'shape': (1,1,1,1,1), }").contains("not possible"));
    }

    private static String arrayFault(String head) {
        byte[] bytes = new byte[10 + head.length() + 8];
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) head.length(), 0};
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(head.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, start.length, head.length());
        SortedMap<String, Supplier<byte[]>> entries = new TreeMap<>();
        put(entries, "x.npy", bytes);
        InputException e = assertThrows(InputException.class, () -> NpzRolls.read(Zip.write(entries), "x.npz"));
        assertEquals("BAD_ARRAY", e.code());
        return e.getMessage();
    }

    @Test
    void anArchiveThatGrowsOutOfMeasureIsRefused() {
        SortedMap<String, Supplier<byte[]>> entries = new TreeMap<>();
        put(entries, "x.npy", new byte[(1 << 26) + (1 << 17)]);
        assertEquals("TOO_LARGE", assertThrows(InputException.class, () -> NpzRolls.read(Zip.write(entries), "x.npz")).code());
    }

    @Test
    void jsonFaultsNameLineAndColumn() {
        String text = "{\"format\": \"cadenza-roll\", \"version\": 1,\n  \"stepsPerQuarter\": 4, \"tracks\": [{\"frames\": [[60, 200]]}]}";
        InputException e = assertThrows(InputException.class, () -> JsonRolls.read(text.getBytes(StandardCharsets.UTF_8), "r.json"));
        assertEquals("OUT_OF_RANGE", e.code());
        assertEquals("line 2, column 53", e.place().toString());
    }

    private static Score score(int resolution, Note... notes) {
        return new Score(resolution, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Part("p", Instrument.PIANO, List.of(notes))), Metadata.NONE);
    }
}
