package dev.cadenza.cli;

import dev.cadenza.app.Job;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Carries Ctrl-C to the running job. Native code must not be running when the machine goes down, so stopping waits.
final class Interruption {

    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicReference<Job<?>> running = new AtomicReference<>();
    private volatile boolean stopped;

    /// Whether the process is being stopped.
    boolean stopped() {
        return stopped;
    }

    void watch(Job<?> job) {
        running.set(job);
        if (stopped) {
            job.cancel();
        }
    }

    void finished() {
        finished.countDown();
    }

    /// Stops the job and waits until the command has said its last word.
    void stop() {
        if (finished.getCount() == 0) {
            return;
        }
        stopped = true;
        Job<?> job = running.get();
        if (job == null) {
            return;
        }
        job.cancel();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
