package dev.cadenza.evaluate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.study.Proportion.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionTest {

    private static Proportion of(List<Tally> tallies) {
        return Proportion.of(tallies, Draws.random(1));
    }

    @Test
    void clopperAndPearsonAsTablesHaveIt() {
        // binom.test(50, 100)$conf.int of R
        Proportion found = of(Collections.nCopies(50, new Tally(1, 2)));
        assertEquals(0.3983211, found.independent().low(), 1e-6);
        assertEquals(0.6016789, found.independent().high(), 1e-6);
    }

    @Test
    void withOneAnswerEachItIsThePlainInterval() {
        List<Tally> tallies = new ArrayList<>(Collections.nCopies(58, new Tally(1, 1)));
        tallies.addAll(Collections.nCopies(42, new Tally(0, 1)));
        Proportion found = of(tallies);
        assertEquals(found.independent().low(), found.interval().low(), 0.002);
        assertEquals(found.independent().high(), found.interval().high(), 0.002);
        assertEquals(0.58, found.share(), 1e-12);
    }

    @Test
    void listenersWhoDifferMakeItWider() {
        Proportion alike = of(Collections.nCopies(10, new Tally(6, 10)));
        Proportion unlike = of(List.of(new Tally(10, 10), new Tally(10, 10), new Tally(10, 10), new Tally(10, 10), new Tally(10, 10),
                new Tally(2, 10), new Tally(2, 10), new Tally(2, 10), new Tally(2, 10), new Tally(2, 10)));
        assertEquals(alike.share(), unlike.share());
        assertTrue(unlike.interval().low() < alike.interval().low() - 0.1 && unlike.interval().high() > alike.interval().high() + 0.1);
        assertTrue(alike.interval().low() <= alike.independent().low(), "never narrower than if all were independent");
    }

    @Test
    void oneListenerSaysNothingOfOthersAndAllOrNoneAreNoFault() {
        assertEquals(new Interval(0, 1), of(List.of(new Tally(9, 10))).interval());
        Proportion all = of(Collections.nCopies(8, new Tally(5, 5)));
        assertEquals(1, all.interval().high());
        assertTrue(all.interval().low() > 0.8 && all.interval().low() < 1);
        assertEquals(0, of(Collections.nCopies(8, new Tally(0, 5))).interval().low());
    }
}
