package dev.cadenza.evaluate.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StructureTest {

    private static Hearing hearing(List<Note> notes) {
        return Hearing.of(new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Part("", Instrument.PIANO, notes)), Metadata.NONE));
    }

    /// A quarter note each.
    private static List<Note> quarters(int... pitches) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            notes.add(new Note(480L * i, 480, Pitch.of(pitches[i]), 64));
        }
        return notes;
    }

    private static double value(String name, Hearing hearing) {
        return StructureMetrics.all().stream().filter(metric -> metric.name().equals(name)).findFirst().orElseThrow().of(hearing);
    }

    private static int[] random(RandomGenerator random, int count) {
        return random.ints(count, 48, 84).toArray();
    }

    private static int[] joined(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    @Test
    void entropyOfOnePitchClassIsNothingAndOfTwelveIsTheirLogarithm() {
        assertEquals(0, value("pitch_class_entropy_1_bar", hearing(quarters(60, 72, 48, 60))));
        assertEquals(2, value("pitch_class_entropy_1_bar", hearing(quarters(60, 62, 64, 65))), 1e-12);
        int[] all = IntStream.range(60, 76).map(pitch -> 60 + pitch % 12).limit(16).toArray();
        int[] twelve = Arrays.copyOf(all, 12);
        List<Note> fast = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            fast.add(new Note(160L * i, 160, Pitch.of(twelve[i]), 64));
        }
        assertEquals(Math.log(12) / Math.log(2), value("pitch_class_entropy_1_bar", hearing(fast)), 1e-12);
    }

    @Test
    void fourBarsAreHeardTogether() {
        List<Note> notes = quarters(60, 60, 60, 60, 62, 62, 62, 62, 64, 64, 64, 64, 65, 65, 65, 65);
        assertEquals(0, value("pitch_class_entropy_1_bar", hearing(notes)));
        assertEquals(2, value("pitch_class_entropy_4_bars", hearing(notes)), 1e-12);
    }

    @Test
    void equalBarsGrooveAndOthersDifferPlaceByPlace() {
        assertEquals(1, value("grooving_similarity", hearing(quarters(60, 62, 64, 65, 67, 65, 64, 62))));
        List<Note> apart = new ArrayList<>(quarters(60, 62, 64, 65));
        apart.add(new Note(1920 + 240, 480, Pitch.of(60), 64));
        assertEquals(1 - 5 / 64.0, value("grooving_similarity", hearing(apart)), 1e-12);
        assertTrue(Double.isNaN(value("grooving_similarity", hearing(quarters(60, 62)))));
    }

    @Test
    void aRepeatedPassageIsTheFittest() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        int[] passage = random(random, 16);
        FitnessScape scape = FitnessScape.of(hearing(quarters(joined(passage, random(random, 12), passage, random(random, 12)))));
        assertEquals(56, scape.frames());
        assertEquals(0.5, scape.secondsPerFrame(), 1e-9);
        FitnessScape.Segment best = scape.best(0);
        boolean first = Math.abs(best.from()) <= 2 && Math.abs(best.frames() - 16) <= 4;
        boolean second = Math.abs(best.from() - 28) <= 2 && Math.abs(best.frames() - 16) <= 4;
        assertTrue(first || second, best.toString());
        assertTrue(best.fitness() > 0.3, best.toString());
    }

    @Test
    void whatRecursHasMoreStructureThanWhatDoesNot() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        int[] verse = random(random, 16);
        int[] chorus = random(random, 16);
        Hearing song = hearing(quarters(joined(verse, chorus, verse, chorus)));
        Hearing wandering = hearing(quarters(random(random, 64)));
        assertTrue(value("structureness_long", song) > value("structureness_long", wandering) + 0.1);
        assertTrue(value("structureness_mid", song) > value("structureness_mid", wandering));
        // 30 frames, the most that 15 s hold, twice: score 60 less 30, over 60 cells; covered 60 less 30, over 64 frames.
        double alike = 30 / 60.0;
        double covers = 30 / 64.0;
        assertEquals(2 * alike * covers / (alike + covers), value("structureness_mid", song), 1e-9);
    }

    @Test
    void aPathThatIsKnownHasItsFitness() {
        // Two equal halves of three frames and nothing else alike: the segment is found twice, exactly.
        double[][] similarity = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                similarity[i][j] = i % 3 == j % 3 ? 1 : -2;
            }
        }
        FitnessScape scape = FitnessScape.of(new SelfSimilarity(similarity, 1));
        // Score 6 less 3, over 6 cells; covered 6 less 3, over 6 frames.
        assertEquals(0.5, scape.fitness()[2][0], 1e-12);
        assertEquals(0, scape.fitness()[5][0], 1e-12, "the whole explains nothing beyond itself");
        assertEquals(0.5, scape.highest(3, 3), 1e-12);
    }

    @Test
    void shortAndSilentPiecesHaveNone() {
        for (Metric metric : StructureMetrics.all()) {
            assertTrue(Double.isNaN(metric.of(hearing(List.of()))), metric.name());
        }
        assertTrue(Double.isNaN(value("structureness_long", hearing(quarters(60, 62, 64, 65)))));
        assertEquals(0, FitnessScape.of(hearing(List.of())).frames());
    }

    @Test
    void chordsInARowAreCountedOnce() {
        // I IV V I IV V I: five threes, of which three differ.
        List<Note> notes = new ArrayList<>();
        int[][] chords = {{48, 64, 67, 72}, {53, 65, 69, 72}, {55, 62, 67, 71}};
        for (int bar = 0; bar < 7; bar++) {
            for (int pitch : chords[bar % 3]) {
                notes.add(new Note(1920L * bar, 1920, Pitch.of(pitch), 64));
            }
        }
        assertEquals(3 / 5.0, value("chord_progression_irregularity", hearing(notes)), 1e-12);
    }
}
