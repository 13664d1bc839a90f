package dev.cadenza.cli;

import dev.cadenza.app.Command.Evaluate;
import dev.cadenza.app.Evaluated;
import dev.cadenza.evaluate.report.Evaluation;
import dev.cadenza.evaluate.report.EvaluationJson;
import dev.cadenza.evaluate.report.EvaluationText;
import dev.cadenza.score.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Says how your pieces differ from a corpus: a table, a page with pictures, and JSON.",
        description = {"", "Each number comes with the range that is usual in the corpus, and with a sentence that says what it means. A"
            + " classifier tries to tell your pieces from the corpus, and what they repeat of it is listed.", "",
            "Of more than 500 pieces of the corpus 500 are drawn (100 with --sound); of pieces much longer than yours an excerpt is"
            + " taken."},
        footer = {"",
            "Examples:",
            "  cadenza evaluate takes --against corpus/my-songs",
            "  cadenza evaluate takes/*.mid --against corpus/my-songs --share valid --out report",
            "  cadenza evaluate takes --against old-takes --sound --json"})
final class EvaluateCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "TAKES", arity = "1..*", description = "Files or folders of music (any that convert reads).")
    private List<Path> takes = List.of();

    @Option(names = "--against", paramLabel = "CORPUS", required = true, description = "What they are compared with: a corpus, a folder, an"
            + " archive or a file.")
    private Path against;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", defaultValue = "", description = "Folder for evaluation.html and evaluation.json."
            + " Default: where you are. Names that are taken get a number.")
    private Path out;

    @Option(names = "--share", paramLabel = "PART", defaultValue = "all", description = "Which part of a stored corpus: all, train, valid or"
            + " test. Default: ${DEFAULT-VALUE}.")
    private String share;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of what is drawn. Equal seeds give equal files."
            + " Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--sound", description = "Render all and measure the sound as well; that takes a while.")
    private boolean sound;

    @Option(names = "--soundfont", paramLabel = "FILE", description = "SoundFont 2 file for the sound.")
    private Optional<Path> soundFont;

    @Option(names = "--threads", paramLabel = "N", description = "How many pieces to measure at a time. Default: one a processor.")
    private Optional<Integer> threads;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Mixin
    private TalkFlags talk;

    EvaluateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Evaluate evaluate = new Evaluate(takes, against, out, seed, share, sound, soundFont,
                threads.map(OptionalInt::of).orElseGet(OptionalInt::empty), force);
        Evaluated evaluated = session.run(evaluate, talk.silent(), event -> { });
        if (talk.json()) {
            session.json(EvaluationJson.of(evaluated.evaluation()));
        } else if (!talk.quiet()) {
            print(evaluated);
        }
        return ExitCode.OK;
    }

    private void print(Evaluated evaluated) {
        Evaluation evaluation = evaluated.evaluation();
        session.line(Shown.text(evaluation.scope()));
        EvaluationText.lines(evaluation.comparison()).forEach(session::line);
        session.line(Shown.text(evaluation.copies().sentence()));
        session.line("");
        session.line("With pictures, for a browser: " + Shown.text(evaluated.page().toString()));
        session.line("For programs: " + Shown.text(evaluated.json().toString()));
    }
}
