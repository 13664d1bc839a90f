package dev.cadenza.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "completion", mixinStandardHelpOptions = true,
        header = "Prints a script that completes commands and flags in bash and zsh.",
        footer = {"",
            "Examples:",
            "  source <(cadenza completion)                  for this shell",
            "  cadenza completion > ~/.local/share/bash-completion/completions/cadenza"})
final class CompletionCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.line(AutoComplete.bash("cadenza", spec.root().commandLine()));
        return ExitCode.OK;
    }
}
