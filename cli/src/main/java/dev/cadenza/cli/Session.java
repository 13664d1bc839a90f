package dev.cadenza.cli;

import dev.cadenza.app.Cadenza;
import dev.cadenza.app.Command;
import dev.cadenza.app.Event;
import dev.cadenza.app.Job;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.score.Shown;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// What all commands of one command line share: the application, the terminal, and the way to run a job in front of a
/// person.
final class Session {

    private final Cadenza cadenza;
    private final Terminal terminal;
    private final Interruption interruption;
    private final ProgressLine progress;

    Session(Cadenza cadenza, Terminal terminal, Interruption interruption) {
        this.cadenza = cadenza;
        this.terminal = terminal;
        this.interruption = interruption;
        this.progress = new ProgressLine(terminal.err(), terminal.lively());
    }

    /// Runs a command to its end, showing progress and notices.
    ///
    /// @param quiet whether to show nothing but results and errors
    /// @param other told every event that is neither progress nor a notice
    <R> R run(Command<R> command, boolean quiet, Consumer<Event> other) throws InterruptedException {
        Job<R> job = cadenza.start(command, event -> {
            switch (event) {
                case Event.Progress now when !quiet ->
                    progress.show(now.what(), now.done(), now.total(), System.nanoTime());
                case Event.Notice notice when !quiet -> {
                    progress.clear();
                    terminal.err().println(Shown.text(notice.sentence()));
                }
                case Event.Learning(TrainEvent.Stepped step) when !quiet -> {
                    other.accept(event);
                    progress.show("epoch " + step.epoch(), step.step(), step.steps(), step.secondsLeft(), System.nanoTime());
                }
                case Event.Progress now -> { }
                case Event.Notice notice -> { }
                case Event.Learning learning -> other.accept(learning);
                case Event.Written written -> other.accept(written);
                case Event.Read read -> other.accept(read);
                case Event.Serving serving -> other.accept(serving);
            }
        });
        interruption.watch(job);
        try {
            return job.await();
        } finally {
            progress.clear();
        }
    }

    /// Shows a text and asks a question that is answered with yes or no.
    ///
    /// @return whether someone said yes; nobody does where there is no terminal
    boolean agrees(List<String> text, String question) {
        progress.clear();
        text.forEach(terminal.err()::println);
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return false;
        }
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    /// Prints JSON on a line of its own: as UTF-8, whatever the terminal, for it is meant for a program.
    void json(JsonNode node) {
        byte[] line = (node + "\n").getBytes(StandardCharsets.UTF_8);
        terminal.out().write(line, 0, line.length);
        terminal.out().flush();
    }

    /// Says what went wrong with one of several files.
    void complain(String sentence) {
        progress.clear();
        terminal.err().println("cadenza: " + sentence);
    }

    /// Prints a line of the result for a person.
    void line(String text) {
        progress.clear();
        terminal.out().println(text);
    }
}
