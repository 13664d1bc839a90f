package dev.cadenza.evaluate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether the statistics find what was put in: 100 studies of simulated listeners each, of which at least 90 intervals must hold the
/// truth.
class CoverageTest {

    private static final int RUNS = 100;

    private static GroupResult run(SimulatedListeners listeners, int count, int run) {
        StudyDesign design = Studies.of(20, 20, 15, List.of(Question.values()), run);
        RandomGenerator random = Draws.random(run, 99);
        return StudyAnalysis.of(design, listeners.take(design, count, random)).groups().stream()
                .filter(group -> group.group().isEmpty()).reduce((_, last) -> last).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // accuracy, spread, prefers A, spread, shift, spread, listeners
        "0.5, 0, 0.5, 0, 0, 0.3, 20",
        "0.6, 0.1, 0.4, 0.1, -0.5, 0.5, 20",
        "0.6, 0.2, 0.3, 0.2, -0.5, 0.8, 10",
        "0.7, 0.15, 0.45, 0.15, 0.8, 0.5, 40"})
    void nineOfTenIntervalsHoldTheTruth(double accuracy, double accuracySpread, double prefersA, double preferenceSpread, double shift,
            double shiftSpread, int count) {
        SimulatedListeners listeners = new SimulatedListeners(accuracy, accuracySpread, prefersA, preferenceSpread, shift, shiftSpread, 1.2, 0);
        double odds = StrictMath.log(prefersA / (1 - prefersA));
        int[] held = new int[6];
        for (int run = 0; run < RUNS; run++) {
            GroupResult result = run(listeners, count, run);
            Proportion toldApart = result.toldApart().orElseThrow();
            held[0] += toldApart.interval().holds(accuracy) ? 1 : 0;
            held[1] += result.prefersA().orElseThrow().interval().holds(prefersA) ? 1 : 0;
            held[2] += result.strengths().orElseThrow().differences().getFirst().interval().holds(odds) ? 1 : 0;
            held[3] += result.scales().getFirst().interval().holds(shift) ? 1 : 0;
            held[4] += toldApart.independent().holds(accuracy) ? 1 : 0;
            held[5] += toldApart.resampled().holds(accuracy) ? 1 : 0;
        }
        for (int i = 0; i < 4; i++) {
            assertTrue(held[i] >= 90, List.of("told apart", "preference", "Bradley-Terry", "scale").get(i) + ": " + held[i] + " of 100");
        }
    }

    @Test
    void withoutAnyDifferenceFewAreFound() {
        SimulatedListeners listeners = new SimulatedListeners(0.5, 0, 0.5, 0, 0, 0.5, 1.2, 0);
        int found = IntStream.range(0, RUNS).map(run -> run(listeners, 16, run).scales().stream().anyMatch(ScaleDifference::significant) ? 1 : 0)
                .sum();
        assertTrue(found <= 8, found + " of 100 studies found a difference in one of five scales");
    }

    @Test
    void largeDifferencesAreFound() {
        SimulatedListeners listeners = new SimulatedListeners(0.8, 0.05, 0.25, 0.05, -1.5, 0.3, 1.2, 0);
        GroupResult result = run(listeners, 20, 1);
        assertTrue(result.toldApart().orElseThrow().interval().low() > 0.5);
        assertTrue(result.strengths().orElseThrow().differences().getFirst().interval().high() < 0);
        assertEquals(5, result.scales().stream().filter(scale -> scale.significant() && scale.effect() < -0.5).count());
    }
}
