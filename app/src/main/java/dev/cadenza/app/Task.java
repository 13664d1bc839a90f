package dev.cadenza.app;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// A job seen from inside: where it reports to, and whether it should stop.
final class Task {

    private final Consumer<Event> listener;
    private volatile boolean cancelled;

    Task(Consumer<Event> listener) {
        this.listener = listener;
    }

    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    /// @throws CancellationException where the job should stop
    void check() {
        if (cancelled) {
            throw new CancellationException();
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
