package dev.cadenza.model.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.DoubleConsumer;

/// Takes made side by side.
final class Takes {

    private static final int RETRIES = 4;
    private static final long SEEDS = 1L << 48;
    private static final int WORD_EVERY_MILLIS = 100;
    private static final int WHOLE = 10_000;

    private Takes() {
    }

    /// As many as a request asks for, in order.
    ///
    /// @param threads how many are made at once
    /// @param done see [Composer#compose]
    static List<Take> made(Maker maker, GenerationRequest request, int threads, DoubleConsumer done) {
        int count = request.takes();
        AtomicIntegerArray shares = new AtomicIntegerArray(count);
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count))) {
            try {
                List<Future<Take>> futures = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    int number = i;
                    futures.add(pool.submit(() -> take(maker, request.seed() + number,
                            share -> shares.accumulateAndGet(number, (int) (WHOLE * share), Math::max))));
                }
                List<Take> takes = new ArrayList<>();
                for (Future<Take> future : futures) {
                    takes.add(awaited(future, () -> done.accept(sum(shares) / (double) WHOLE / count)));
                    shares.set(takes.size() - 1, WHOLE);
                }
                return takes;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("composing was interrupted");
            } finally {
                // Closing the pool waits for what still runs; where all went well that is nothing.
                pool.shutdownNow();
            }
        }
    }

    private static Take awaited(Future<Take> future, Runnable word) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return future.get(WORD_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                word.run();
            }
        }
    }

    private static int sum(AtomicIntegerArray shares) {
        int sum = 0;
        for (int i = 0; i < shares.length(); i++) {
            sum += shares.get(i);
        }
        return sum;
    }

    /// One take: a degenerate one is thrown away and the next seed is tried.
    private static Take take(Maker maker, long first, DoubleConsumer done) {
        List<String> notices = new ArrayList<>();
        long seed = first;
        for (int tried = 0;; tried++) {
            Maker.Attempt made = maker.make(seed, done);
            if (made.fault().isEmpty() || tried == RETRIES) {
                made.fault().ifPresent(fault -> notices.add("The music " + fault + ", as in "
                        + RETRIES + " earlier attempts; another temperature may help."));
                notices.addAll(made.notices());
                return new Take(made.score(), seed, notices);
            }
            long next = nextSeed(seed);
            notices.add("With seed " + seed + " the music " + made.fault().get() + "; seed " + next
                    + " was tried instead.");
            seed = next;
        }
    }

    /// The seed that is tried after one whose music was of no use.
    private static long nextSeed(long seed) {
        return Math.floorMod(Composer.random(seed).nextLong(), SEEDS);
    }
}
