package dev.cadenza.app;

import dev.cadenza.corpus.archive.ArchiveKind;
import dev.cadenza.corpus.collection.StoredCorpus;
import dev.cadenza.evaluate.Feature;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.metric.Metrics;
import dev.cadenza.evaluate.mgeval.MgevalFeatures;
import dev.cadenza.evaluate.report.Comparison;
import dev.cadenza.evaluate.report.Copies;
import dev.cadenza.evaluate.report.Evaluation;
import dev.cadenza.evaluate.report.EvaluationJson;
import dev.cadenza.evaluate.report.EvaluationPage;
import dev.cadenza.evaluate.report.Heard;
import dev.cadenza.evaluate.report.MeasuredSet;
import dev.cadenza.evaluate.report.Scape;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.TempoMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares takes with a corpus and writes what came out.
final class EvaluateCase {

    private static final String NAME = "evaluation";
    private static final String PAGE = ".html";
    private static final String JSON = ".json";

    /// More pieces of the corpus say hardly more.
    private static final int MOST = 500;

    /// Sound takes far longer than notes.
    private static final int MOST_RENDERED = 100;

    private static final double USUAL_BPM = 120;

    private final Command.Evaluate command;
    private final Task task;

    private EvaluateCase(Command.Evaluate command, Task task) {
        this.command = command;
        this.task = task;
    }

    static Evaluated run(Command.Evaluate command, Task task) {
        if (!Files.exists(command.against())) {
            throw new InputException(command.against().toString(), new Place.Nowhere(), "NO_SUCH_FILE",
                    "there is no such corpus, folder or file.", "Check the name behind --against.");
        }
        AtomicFiles.refuseUnwritable(command.out());
        return new EvaluateCase(command, task).run();
    }

    private Evaluated run() {
        TakesOf read = TakesOf.read(command.takes(), task);
        long bars = bars(read.takes());
        return new AnyCorpus(task).read(command.against(), corpus -> compare(read, bars, corpus));
    }

    private static long bars(List<Heard> takes) {
        long[] sorted = takes.stream().mapToLong(take -> BarMap.of(take.score()).bars(take.score().end())).sorted().toArray();
        return Math.max(1, sorted[sorted.length / 2]);
    }

    private Evaluated compare(TakesOf read, long bars, StoredCorpus stored) {
        CorpusSide corpus = CorpusSide.of(command.against(), stored, command.share(), bars, command.sound() ? MOST_RENDERED : MOST,
                command.seed(), task);
        double bpm = usualTempo(read.takes(), corpus.heard());
        List<Heard> takes = atTempo(read.takes(), bpm);
        List<Metric> metrics = metrics();
        List<Feature> features = MgevalFeatures.all();
        List<Heard> others = atTempo(corpus.heard(), bpm);
        MeasuredSet ours = measured("measuring your pieces", takes, metrics, features);
        MeasuredSet theirs = measured("measuring the corpus", others, metrics, features);
        task.progress("comparing", 0, 1);
        Comparison comparison = Comparison.of(ours, theirs, metrics, features, command.seed());
        Copies copies = Copies.of(takes, corpus.index(), done -> task.progress("looking for repeats", done, takes.size()));
        Evaluation evaluation = new Evaluation(name(command.takes()), name(command.against()), corpus.pieces(), command.share(),
                bars, corpus.excerpts(), ours.names(), read.refused(), comparison, copies,
                Stream.of(Scape.ofTypical(takes, ours, metrics), Scape.ofTypical(others, theirs, metrics)).flatMap(Optional::stream).toList());
        return write(evaluation);
    }

    private List<Metric> metrics() {
        return command.sound() ? Stream.concat(Metrics.all().stream(), SoundMetrics.all(new Sounds(command.soundFont()).font()).stream()).toList()
                : Metrics.all();
    }

    private MeasuredSet measured(String what, List<Heard> pieces, List<Metric> metrics, List<Feature> features) {
        int threads = command.threads().orElse(Runtime.getRuntime().availableProcessors());
        return MeasuredSet.of(pieces, metrics, features, threads, done -> task.progress(what, done, pieces.size()));
    }

    /// The middle tempo of those pieces that state one.
    private static double usualTempo(List<Heard> takes, List<Heard> corpus) {
        double[] tempos = Stream.concat(takes.stream(), corpus.stream()).map(Heard::score).filter(score -> !score.tempos().isEmpty()
                && score.end() > 0).mapToDouble(score -> 60.0 * score.end() / score.resolution() / TempoMap.of(score).seconds(score.end()))
                .sorted().toArray();
        return tempos.length == 0 ? USUAL_BPM : tempos[tempos.length / 2];
    }

    /// Pieces that state no tempo go as fast as the rest: otherwise it would tell them apart, and say nothing of the music.
    private static List<Heard> atTempo(List<Heard> pieces, double bpm) {
        List<Heard> all = new ArrayList<>();
        for (Heard piece : pieces) {
            Score score = piece.score();
            all.add(!score.tempos().isEmpty() ? piece : new Heard(piece.name(), new Score(score.resolution(),
                    List.of(Tempo.ofBpm(0, bpm)), score.meters(), score.keys(), score.chords(), score.markers(), score.parts(),
                    score.metadata(), score.repeats())));
        }
        return all;
    }

    /// Several files of one folder are called by its name.
    private static String name(List<Path> paths) {
        Path first = paths.getFirst().toAbsolutePath().normalize();
        if (paths.size() == 1 || first.getParent() == null || first.getParent().getFileName() == null) {
            return name(first);
        }
        boolean together = paths.stream().allMatch(path -> first.getParent().equals(path.toAbsolutePath().normalize().getParent()));
        return together && paths.stream().noneMatch(Files::isDirectory) ? name(first.getParent()) : name(first) + " and others";
    }

    private static String name(Path path) {
        return ArchiveKind.bareName(path.toAbsolutePath().normalize());
    }

    private Evaluated write(Evaluation evaluation) {
        Path base = Destination.names(command.out().resolve(NAME), List.of(""), List.of(PAGE, JSON), command.force()).getFirst();
        Path page = Destination.with(base, PAGE);
        Path json = Destination.with(base, JSON);
        AtomicFiles.write(page, EvaluationPage.html(evaluation).getBytes(StandardCharsets.UTF_8));
        task.written(page);
        AtomicFiles.write(json, (EvaluationJson.of(evaluation).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        task.written(json);
        return new Evaluated(evaluation, page, json);
    }
}
