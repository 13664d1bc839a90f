package dev.cadenza.evaluate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.study.BradleyTerry.Contest;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {

    @Test
    void ofTwoItIsTheCorrectedLogOfTheOdds() {
        List<Contest> contests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            contests.add(i < 30 ? new Contest(0, 1, i) : new Contest(1, 0, i));
        }
        Strengths found = BradleyTerry.of(List.of("one", "other"), contests, 40);
        double odds = StrictMath.log(30.5 / 10.5);
        assertEquals(odds, found.differences().getFirst().value(), 1e-9);
        assertEquals(odds / 2, found.all().get(0).value(), 1e-9);
        assertEquals(-odds / 2, found.all().get(1).value(), 1e-9);
        assertEquals(30, found.all().get(0).wins());
        assertEquals(30, found.all().get(1).losses());
        double error = StrictMath.sqrt(1 / 30.5 + 1 / 10.5);
        double width = found.differences().getFirst().interval().high() - odds;
        assertTrue(width > 1.9 * error && width < 2.2 * error, width + " beside " + error);
    }

    @Test
    void strengthsOfSeveralAreFoundAgain() {
        double[] truth = {0.9, 0.3, -0.2, -1.0};
        RandomGenerator random = Draws.random(5);
        List<Contest> contests = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            int one = random.nextInt(4);
            int other = (one + 1 + random.nextInt(3)) % 4;
            boolean wins = random.nextDouble() < 1 / (1 + StrictMath.exp(truth[other] - truth[one]));
            contests.add(wins ? new Contest(one, other, i % 60) : new Contest(other, one, i % 60));
        }
        Strengths found = BradleyTerry.of(List.of("a", "b", "c", "d"), contests, 60);
        for (int i = 0; i < 4; i++) {
            assertEquals(truth[i], found.all().get(i).value(), 0.08);
            assertTrue(found.all().get(i).interval().high() - found.all().get(i).interval().low() < 0.2);
        }
        assertEquals(6, found.differences().size());
        assertEquals(0, found.all().stream().mapToDouble(Strengths.Strength::value).sum(), 1e-9);
    }

    @Test
    void whatAlwaysWinsIsNotInfinitelyStrong() {
        Strengths found = BradleyTerry.of(List.of("a", "b", "never heard"), List.of(new Contest(0, 1, 0), new Contest(0, 1, 1)), 2);
        assertTrue(found.all().get(0).value() > 0 && found.all().get(0).value() < 4);
        assertTrue(found.all().get(0).interval().low() < 0, "two listeners tell little");
        assertEquals(0, found.all().get(2).value(), 1e-9);
        Strengths alone = BradleyTerry.of(List.of("a", "b"), List.of(new Contest(0, 1, 0)), 1);
        assertEquals(Double.POSITIVE_INFINITY, alone.all().getFirst().interval().high());
    }
}
