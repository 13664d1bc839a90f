package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

    private static final List<String> COMMANDS = List.of("compose", "continue", "accompany", "harmonize", "fill", "interpolate", "vary",
            "import", "train", "convert", "render", "play", "info", "originality", "evaluate", "study", "models", "completion", "help");
    private static final List<String> GENERATION = List.of("--model", "--style", "--bars", "--tempo", "--key", "--meter",
            "--instruments", "--seed", "--takes", "--temperature", "--top-k", "--top-p", "--min-p", "--out", "--json", "--quiet",
            "--force");

    private static CommandLine line() {
        return new Cli(new Terminal(System.out, System.err, false, false, Captured.HOME, List.of()), new Interruption())
                .commandLine();
    }

    @Test
    void theCommandsAreThere() {
        assertEquals(COMMANDS, List.copyOf(line().getSubcommands().keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose", "continue", "accompany", "harmonize", "fill", "interpolate", "vary", "import", "train", "convert", "render", "play",
            "info", "originality", "evaluate", "study", "models", "completion"})
    void eachExplainsItsFlagsAndShowsExamples(String command) {
        Captured run = Captured.run(command, "--help");
        assertEquals(ExitCode.OK, run.code());
        for (OptionSpec option : line().getSubcommands().get(command).getCommandSpec().options()) {
            assertTrue(run.out().contains(option.longestName()), option.longestName());
            assertTrue(option.description().length > 0, option.longestName() + " is not described");
        }
        assertTrue(run.out().contains("Examples:\n  cadenza " + command) || command.equals("completion"), run.out());
        run.out().lines().forEach(text -> assertTrue(text.length() <= 100, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "serve", "report"})
    void theCommandsOfAStudyExplainThemselves(String command) {
        Captured run = Captured.run("study", command, "--help");
        assertEquals(ExitCode.OK, run.code());
        for (OptionSpec option : line().getSubcommands().get("study").getSubcommands().get(command).getCommandSpec().options()) {
            assertTrue(run.out().contains(option.longestName()) && option.description().length > 0, option.longestName());
        }
        assertTrue(run.out().contains("Examples:\n  cadenza study " + command), run.out());
        run.out().lines().forEach(text -> assertTrue(text.length() <= 100, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose", "continue"})
    void flagsAreTheSameWhereMusicIsMade(String command) {
        CommandLine line = line().getSubcommands().get(command);
        GENERATION.forEach(flag -> assertTrue(line.getCommandSpec().findOption(flag) != null, flag));
    }
}
