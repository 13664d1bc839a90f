package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.structure.FitnessScape;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The fitness scape plot of one piece of a set.
///
/// @param piece what it is called
/// @param fitness of 1 frame or more
public record Scape(String piece, FitnessScape fitness) {

    /// Single sounds recur nearly always.
    private static final double PASSAGE_SECONDS = 3;

    /// The metric that pieces are put in order by.
    private static final String ORDER = "structureness_mid";

    /// A passage and how fit it is, 0..1.
    public record Passage(double fromSeconds, double toSeconds, double fitness) {
    }

    /// The passage of 3 s or more that best explains the piece by its repetitions; the whole piece where it is shorter.
    public Passage best() {
        FitnessScape.Segment best = segment();
        return new Passage(best.from() * fitness.secondsPerFrame(), (best.from() + best.frames()) * fitness.secondsPerFrame(),
                best.fitness());
    }

    FitnessScape.Segment segment() {
        return fitness.best(PASSAGE_SECONDS);
    }

    /// That of the piece in the middle when pieces are in the order of how well their best passage of 8 to 15 s recurs; empty
    /// where that was measured of none, or nothing with a pitch sounds in it.
    ///
    /// @param measured the numbers of the pieces
    /// @param metrics that they are of
    public static Optional<Scape> ofTypical(List<Heard> pieces, MeasuredSet measured, List<Metric> metrics) {
        int order = metrics.stream().map(Metric::name).toList().indexOf(ORDER);
        if (order < 0) {
            return Optional.empty();
        }
        double[] values = measured.column(order);
        List<Integer> all = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> values[i])).toList();
        return all.stream().skip(all.size() / 2).findFirst().map(pieces::get)
                .map(piece -> new Scape(piece.name(), FitnessScape.of(Hearing.of(piece.score()))))
                .filter(scape -> scape.fitness().frames() > 0);
    }
}
