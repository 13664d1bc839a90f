package dev.cadenza.evaluate.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VoiceLeadingTest {

    private static VoiceLeading count(int[]... steps) {
        return VoiceLeading.of(new FourParts(steps));
    }

    private static int[] chord(int soprano, int alto, int tenor, int bass) {
        return new int[] {soprano, alto, tenor, bass};
    }

    @Test
    void aParallelFifthIsCounted() {
        VoiceLeading count = count(chord(76, 67, 55, 48), chord(77, 67, 57, 50), chord(77, 67, 57, 50));
        assertEquals(1, count.parallelFifths());
        assertEquals(0, count.parallelOctaves());
        assertEquals(1, count.events());
        assertEquals(100, count.parallelFifthsPer100());
        assertEquals(0, count(chord(76, 67, 55, 48), chord(76, 67, 55, 48)).parallelFifths(), "nothing moves");
        assertEquals(0, count(chord(76, 67, 55, 48), chord(74, 67, 62, 43)).parallelFifths(), "they move apart");
    }

    @Test
    void octavesAndUnisonsCountAlike() {
        assertEquals(1, count(chord(72, 67, 64, 48), chord(74, 67, 64, 50)).parallelOctaves());
        assertEquals(1, count(chord(72, 64, 64, 57), chord(71, 62, 62, 59)).parallelOctaves());
        assertEquals(1, count(chord(79, 67, 64, 48), chord(77, 67, 64, 46)).parallelFifths(), "a twelfth is a fifth");
    }

    @Test
    void aDirectFifthNeedsALeapOfTheSoprano() {
        assertEquals(1, count(chord(67, 64, 60, 50), chord(72, 64, 60, 53)).directs());
        assertEquals(0, count(chord(65, 64, 60, 50), chord(67, 64, 60, 60)).directs(), "a step of the soprano");
        assertEquals(0, count(chord(67, 64, 60, 57), chord(72, 64, 60, 53)).directs(), "in contrary motion");
    }

    @Test
    void crossingsSpacingsAndLeapsAreCounted() {
        VoiceLeading count = count(chord(60, 64, 55, 48), chord(76, 60, 47, 48), chord(76, FourParts.REST, 47, 48));
        assertEquals(3, count.crossings(), "alto over soprano, then tenor under bass twice");
        assertEquals(2, count.wideSpacings());
        assertEquals(3, count.moves());
        assertEquals(1, count.leaps(), "the soprano by a tenth and more");
        assertEquals(2, count.events());
    }

    @Test
    void movesGoOverRests() {
        VoiceLeading count = count(chord(60, 55, 52, 48), chord(FourParts.REST, 55, 52, 48), chord(66, 55, 52, 48));
        assertEquals(1, count.leaps());
        assertEquals(0, count.parallelFifths());
    }

    @Test
    void piecesAreAdded() {
        VoiceLeading one = count(chord(76, 67, 55, 48), chord(77, 67, 57, 50));
        VoiceLeading both = one.plus(one);
        assertEquals(2, both.pieces());
        assertEquals(1, both.eventsPerPiece());
        assertEquals(one.parallelFifthsPer100(), both.parallelFifthsPer100());
    }

    @Test
    void aScoreOfFourPartsIsReadFromTheTopDown() {
        Score score = new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(line(48, 50), line(76, 77),
                line(67, 67), line(55, 57)), Metadata.NONE);
        VoiceLeading count = VoiceLeading.of(FourParts.of(score).orElseThrow());
        assertEquals(8, count.steps());
        assertEquals(1, count.parallelFifths());
        FourParts encoded = FourParts.of(SatbTokenizer.SIXTEENTHS, SatbTokenizer.SIXTEENTHS.encode(score));
        assertEquals(count, VoiceLeading.of(encoded));
        var values = VoiceMetrics.all().stream().collect(Collectors.toMap(Metric::name, metric -> metric.of(Hearing.of(score))));
        assertEquals(100, values.get("parallel_fifths"));
        assertEquals(0.5, values.get("voice_events"));
    }

    @Test
    void otherScoresHaveNoVoices() {
        Score three = new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(line(48, 50), line(76, 77),
                line(67, 67)), Metadata.NONE);
        assertTrue(FourParts.of(three).isEmpty());
        assertTrue(VoiceMetrics.all().stream().allMatch(metric -> Double.isNaN(metric.of(Hearing.of(three)))));
    }

    @Test
    void aTransposedPassageIsACopy() {
        List<int[]> learnt = wandering(80, 0);
        ChoraleCopies copies = ChoraleCopies.of(List.of(parts(wandering(80, 7)), parts(learnt)));
        List<int[]> taken = new ArrayList<>(wandering(20, 3));
        learnt.subList(30, 66).forEach(step -> taken.add(chord(step[0] + 2, step[1] + 2, step[2] + 2, step[3] + 2)));
        taken.addAll(wandering(20, 5));
        FourParts piece = parts(taken);
        assertTrue(copies.copies(piece));
        assertEquals(new ChoraleCopies.Passage(20, 1, 30, 36), copies.longest(piece));
        assertFalse(copies.copies(parts(taken.subList(0, 50))), "30 steps are too few");
        assertEquals(0, copies.longest(parts(wandering(60, 11))).steps());
    }

    @Test
    void heldChordsAreNoCopies() {
        List<int[]> held = java.util.Collections.nCopies(100, chord(72, 67, 64, 48));
        assertFalse(ChoraleCopies.of(List.of(parts(held))).copies(parts(held)));
    }

    @Test
    void sopranosInCommonAreLeaks() {
        List<int[]> learnt = wandering(80, 1);
        LeakAudit audit = LeakAudit.of(List.of(parts(learnt)), 4);
        List<int[]> other = learnt.subList(10, 60).stream().map(step -> chord(step[0] - 3, 60, 55, 50)).toList();
        assertTrue(audit.isLeaky(parts(other)));
        assertFalse(audit.isLeaky(parts(wandering(80, 9))));
    }

    private static FourParts parts(List<int[]> steps) {
        return new FourParts(steps.toArray(int[][]::new));
    }

    /// Steps of two sixteenths each that differ from seed to seed.
    private static List<int[]> wandering(int steps, int seed) {
        List<int[]> all = new ArrayList<>();
        long state = seed * 7919L + 17;
        for (int i = 0; i < steps; i++) {
            state = i % 2 == 0 ? state * 6364136223846793005L + 1442695040888963407L : state;
            all.add(chord(70 + (int) (state >>> 60), 60 + (int) (state >>> 56 & 7), 50 + (int) (state >>> 52 & 7),
                    40 + (int) (state >>> 48 & 7)));
        }
        return all;
    }

    private static Part line(int first, int second) {
        return new Part("", Instrument.PIANO, List.of(new Note(0, 480, Pitch.of(first), 64), new Note(480, 480, Pitch.of(second), 64)));
    }
}
