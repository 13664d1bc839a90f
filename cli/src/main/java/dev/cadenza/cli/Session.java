package dev.cadenza.cli;

import dev.cadenza.app.Cadenza;
import dev.cadenza.app.Command;
import dev.cadenza.app.Event;
import dev.cadenza.app.Job;
import java.util.function.Consumer;

/// What all commands of one command line share: the application, the terminal, and the way to run a job in front of a
/// person.
record Session(Cadenza cadenza, Terminal terminal, Interruption interruption) {

    /// Runs a command to its end, showing progress and notices.
    ///
    /// @param quiet whether to show nothing but results and errors
    /// @param other told every event that is neither progress nor a notice
    <R> R run(Command<R> command, boolean quiet, Consumer<Event> other) throws InterruptedException {
        ProgressLine line = new ProgressLine(terminal.err(), terminal.lively() && !quiet);
        Job<R> job = cadenza.start(command, event -> {
            switch (event) {
                case Event.Progress progress -> line.show(progress.what(), progress.done(), progress.total(), System.nanoTime());
                case Event.Notice notice -> {
                    if (!quiet) {
                        line.clear();
                        terminal.err().println(notice.sentence());
                    }
                }
                case Event.Written written -> other.accept(written);
                case Event.Read read -> other.accept(read);
            }
        });
        interruption.watch(job);
        try {
            return job.await();
        } finally {
            line.clear();
        }
    }
}
