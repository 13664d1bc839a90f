package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    @Test
    void withoutArgumentsItExplainsItself() {
        Captured run = Captured.run();
        assertEquals(ExitCode.OK, run.code());
        assertTrue(run.out().contains("cadenza compose"), run.out());
    }

    @Test
    void saysItsVersion() {
        Captured run = Captured.run("--version");
        assertEquals(ExitCode.OK, run.code());
        assertTrue(run.out().matches("Cadenza \\d+\\.\\d+\\.\\d+\\R"), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-such-flag", "no-such-command"})
    void wrongUsageExitsWithTwoAndOneSentence(String argument) {
        Captured run = Captured.run(argument);
        assertEquals(ExitCode.USAGE, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("cadenza: "), run.err());
        assertTrue(run.err().contains(argument), run.err());
        assertTrue(run.err().contains("--help"), run.err());
    }

    @Test
    void completionIsAScriptThatNamesEveryCommand() {
        Captured run = Captured.run("completion");
        assertEquals(ExitCode.OK, run.code());
        assertTrue(run.out().startsWith("#!/usr/bin/env bash"), run.out());
        new Cli(new Terminal(System.out, System.err, false, false, Captured.HOME, List.of()), new Interruption()).commandLine().getSubcommands().keySet()
                .forEach(command -> assertTrue(run.out().contains(command), command));
    }
}
