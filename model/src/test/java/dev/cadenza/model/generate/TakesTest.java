package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TakesTest {

    private static final Score SCORE = ToyVoices.score(List.of(), List.of(new Part("", Instrument.PIANO, List.of())));

    private static GenerationRequest two() {
        return new GenerationRequest.Harmonize(SCORE, new TreeMap<>(Map.of(0, 0)), Optional.empty(), SamplerSettings.usual(), Constraints.none(), 7, 2);
    }

    /// Says that half is done, and goes on when that has been heard.
    private record Half(CountDownLatch heard) implements Maker {
        @Override
        public Attempt make(long seed) {
            return new Attempt(SCORE, Optional.empty(), Set.of("seed " + seed));
        }

        @Override
        public Attempt make(long seed, DoubleConsumer done) {
            done.accept(0.5);
            done.accept(0.25);
            try {
                heard.await();
            } catch (InterruptedException e) {
                throw new CancellationException("told to end");
            }
            return make(seed);
        }
    }

    @Test
    @Timeout(60)
    void whatIsDoneIsToldOnTheCallingThread() {
        CountDownLatch heard = new CountDownLatch(1);
        List<Double> told = new ArrayList<>();
        Thread caller = Thread.currentThread();
        List<Take> takes = Takes.made(new Half(heard), two(), 2, share -> {
            assertEquals(caller, Thread.currentThread());
            told.add(share);
            if (share >= 0.5) {
                heard.countDown();
            }
        });
        assertEquals(List.of(List.of("seed 7"), List.of("seed 8")), takes.stream().map(Take::notices).toList());
        assertEquals(told.stream().sorted().toList(), told, "never less than before");
        assertTrue(told.contains(0.5), "half of both: " + told);
    }

    @Test
    @Timeout(60)
    void whoIsToldMayEndIt() {
        assertThrows(CancellationException.class, () -> Takes.made(new Half(new CountDownLatch(1)), two(), 2, _ -> {
            throw new CancellationException("enough");
        }));
    }
}
