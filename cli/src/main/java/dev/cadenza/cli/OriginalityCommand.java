package dev.cadenza.cli;

import dev.cadenza.app.Against;
import dev.cadenza.app.Command.CheckOriginality;
import dev.cadenza.app.Command.IndexPassages;
import dev.cadenza.app.Indexed;
import dev.cadenza.app.ModelChoice;
import dev.cadenza.app.Repeats;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "originality", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Says which passages of your music stand in what a model has learnt from, or in other music.",
        description = {"", "Passages are found in any key and any part, note by note or with one note in five changed. compose and"
            + " continue look by themselves and say when a piece repeats more than human pieces do.", "",
            "With --build it writes the index that a model needs for that, from the data the model was learnt from; train does so by"
            + " itself."},
        footer = {"",
            "Examples:",
            "  cadenza originality chorale-10.mid",
            "  cadenza originality takes/*.mid --model my-model --json",
            "  cadenza originality song.mid --against corpus/songs",
            "  cadenza originality --build my-model --from my-files"})
final class OriginalityCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files of music (any that convert reads).")
    private List<Path> files = List.of();

    @Option(names = {"-m", "--model"}, paramLabel = "NAME", description = "Compare with what this model has learnt from, by name or"
            + " folder. Default: the chorale model.")
    private Optional<String> model;

    @Option(names = "--against", paramLabel = "MUSIC", description = "Compare with this music: a corpus, a folder, an archive or a"
            + " file.")
    private Optional<Path> against;

    @Option(names = "--build", paramLabel = "MODEL", description = "Write the index of passages of this model, by name or folder.")
    private Optional<String> build;

    @Option(names = "--from", paramLabel = "DATA", description = "With --build: what the model was learnt from.")
    private Optional<Path> from;

    @Mixin
    private TalkFlags talk;

    @Spec
    private CommandSpec spec;

    OriginalityCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (build.isPresent() != from.isPresent() || build.isPresent() != files.isEmpty()
                || build.isPresent() && (model.isPresent() || against.isPresent())) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "Name files to look at, or a model to index with --build and its data with --from; one of the two.");
        }
        if (model.isPresent() && against.isPresent()) {
            throw new RequestException("--against", "FLAGS_EXCLUDE", "a model and music to compare with cannot both be given.",
                    "Name one of them.");
        }
        return build.isPresent() ? index(build.get(), from.orElseThrow()) : check();
    }

    private int check() throws InterruptedException {
        Against what = against.<Against>map(Against.Music::new).orElseGet(() -> new Against.Learnt(
                model.<ModelChoice>map(ModelChoice.Named::new).orElseGet(ModelChoice.Usual::new)));
        List<Repeats> repeats = session.run(new CheckOriginality(files, what), talk.silent(), event -> { });
        if (talk.json()) {
            repeats.forEach(one -> session.json(OriginalityText.json(one)));
        } else if (!talk.quiet()) {
            repeats.forEach(one -> OriginalityText.lines(one).forEach(session::line));
        }
        return ExitCode.OK;
    }

    private int index(String name, Path data) throws InterruptedException {
        Indexed indexed = session.run(new IndexPassages(name, data), talk.silent(), event -> { });
        if (talk.json()) {
            session.json(OriginalityText.json(indexed));
        } else if (!talk.quiet()) {
            OriginalityText.lines(indexed).forEach(session::line);
        }
        return ExitCode.OK;
    }
}
