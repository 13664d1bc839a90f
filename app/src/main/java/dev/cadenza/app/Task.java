package dev.cadenza.app;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// A job seen from inside: where it reports to, and whether it should stop.
final class Task {

    private static final Runnable NOTHING = () -> { };

    private final Consumer<Event> listener;
    private boolean cancelled;
    private Runnable wake = NOTHING;

    Task(Consumer<Event> listener) {
        this.listener = listener;
    }

    synchronized void cancel() {
        cancelled = true;
        wake.run();
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    /// @throws CancellationException where the job should stop
    void check() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }

    /// Runs work that waits and ends early when its thread is interrupted; cancelling then interrupts it.
    void interruptibly(Runnable work) {
        untilCancelled(work);
        check();
    }

    /// The same of work that goes on until it is interrupted: to be cancelled is its usual end.
    void untilCancelled(Runnable work) {
        Thread worker = Thread.currentThread();
        synchronized (this) {
            check();
            wake = worker::interrupt;
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                wake = NOTHING;
            }
        }
        if (cancelled()) {
            Thread.interrupted();
        }
    }

    void tell(Event event) {
        listener.accept(event);
    }

    void notice(String sentence) {
        tell(new Event.Notice(sentence));
    }

    void progress(String what, long done, long total) {
        check();
        tell(new Event.Progress(what, done, total));
    }

    void written(Path file) {
        tell(new Event.Written(file));
    }
}
