package dev.cadenza.cli;

import dev.cadenza.app.Command.Info;
import dev.cadenza.app.Command.Survey;
import dev.cadenza.app.Command.Tokens;
import dev.cadenza.app.Event;
import dev.cadenza.app.FileReport;
import dev.cadenza.app.Imported;
import dev.cadenza.app.TokenList;
import dev.cadenza.corpus.collection.StoredCorpus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "info", mixinStandardHelpOptions = true,
        header = "Says what files of music and corpora hold: notes, parts, length, key, metre, and faults; or which"
            + " tokens a representation has.",
        description = {"", "Files with faults are repaired where that can be done, and each repair is listed. Exits with 0 when"
            + " all files were read, and with 1 when any was refused; it never stops at a bad one.", "",
            "With --vocabulary it lists the tokens of a representation, or of the one that a model reads: stretches of one"
            + " kind for a person, every token with --json."},
        footer = {"",
            "Examples:",
            "  cadenza info song.mid",
            "  cadenza info corpus/songs",
            "  cadenza info --json collection/*.mid > report.jsonl",
            "  cadenza info --strict song.mid               refuses what would need a repair",
            "  cadenza info --vocabulary remi+programs      the tokens of a representation",
            "  cadenza info --vocabulary models/melody      the tokens of a model"})
final class InfoCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files of music (any that convert reads), or folders of"
            + " corpora that import made.")
    private List<Path> files = List.of();

    @Option(names = "--vocabulary", paramLabel = "NAME", description = "List the tokens of this representation, or of the one"
            + " that this model reads, by name or folder.")
    private Optional<String> vocabulary;

    @Option(names = "--steps", paramLabel = "N", description = "With --vocabulary: steps a quarter note (12 for streams of"
            + " events, 4 on grids).")
    private Optional<Integer> steps;

    @Option(names = "--json", description = "One JSON object a line and file, or for the vocabulary.")
    private boolean json;

    @Option(names = "--strict", description = "Refuse files that would need a repair.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    InfoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (vocabulary.isPresent() != files.isEmpty() || vocabulary.isEmpty() && steps.isPresent()) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "Name files, or a representation with --vocabulary (and --steps); one of the two.");
        }
        if (vocabulary.isPresent()) {
            TokenList tokens = session.run(new Tokens(vocabulary.get(), steps.map(OptionalInt::of).orElse(OptionalInt.empty())),
                    false, event -> { });
            if (json) {
                session.json(TokensText.json(tokens));
            } else {
                TokensText.lines(tokens).forEach(session::line);
            }
            return ExitCode.OK;
        }
        List<Path> corpora = files.stream().filter(StoredCorpus::isStored).toList();
        for (Path corpus : corpora) {
            Imported held = session.run(new Survey(corpus), false, event -> { });
            if (json) {
                session.json(CorpusText.json(held));
            } else {
                CorpusText.lines(held).forEach(session::line);
            }
        }
        List<Path> others = files.stream().filter(file -> !corpora.contains(file)).toList();
        return others.isEmpty() ? ExitCode.OK : inform(others);
    }

    private int inform(List<Path> others) throws InterruptedException {
        List<FileReport> reports = session.run(new Info(others, strict), false, event -> {
            if (event instanceof Event.Read read) {
                print(read.report());
            }
        });
        return reports.stream().allMatch(report -> report.error().isEmpty()) ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(FileReport report) {
        if (json) {
            session.json(FileText.json(report));
        } else {
            session.line(FileText.lines(report).stripTrailing());
        }
    }
}
