package dev.cadenza.app;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The application: takes commands, runs them as jobs.
public final class Cadenza {

    private final Path home;

    /// @param home the folder that holds the shipped `models` and `recipes`
    public Cadenza(Path home) {
        this.home = home;
    }

    /// Starts a command on a thread of its own.
    ///
    /// @param listener told what happens, from the thread of the job
    public <R> Job<R> start(Command<R> command, Consumer<Event> listener) {
        return RunningJob.start(command.getClass().getSimpleName(), new Task(listener), task -> execute(command, task));
    }

    /// Runs a command on this thread.
    ///
    /// @throws dev.cadenza.score.CadenzaException where it fails, in words for a person
    public <R> R run(Command<R> command, Consumer<Event> listener) {
        return execute(command, new Task(listener));
    }

    @SuppressWarnings("unchecked") // each command's use case returns what the command says
    private <R> R execute(Command<R> command, Task task) {
        return (R) switch (command) {
            case Command.Info info -> InfoCase.run(info, task);
        };
    }
}
