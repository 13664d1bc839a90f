package dev.cadenza.bench.structure;

import dev.cadenza.score.Score;
import dev.cadenza.score.structure.MetreEstimate;
import dev.cadenza.score.structure.MetreFinder;
import dev.cadenza.score.theory.TempoMap;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How often the metre is found, and how well bars' beginnings, beside baselines.
///
/// Usage: `MetreAccuracy DATA`, the folder with the unpacked data sets. Pieces of the half that nothing was learnt on.
/// Columns: share of pieces with the right metre (bars and beats as long as in most of the piece), with bars as long; mean
/// F-measure of the bars' beginnings over the pieces, within 70 ms.
public final class MetreAccuracy {

    private static final double TOLERANCE_SECONDS = 0.07;

    private static final class Sum {
        private int pieces;
        private int metre;
        private int bar;
        private double f;
    }

    private MetreAccuracy() {
    }

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: MetreAccuracy DATA");
            System.exit(2);
        }
        List<Barred> all = BarredPieces.all(Path.of(arguments[0]));
        MetreBaselines.Templates templates = new MetreBaselines.Templates(all.stream().filter(Barred::forTuning).toList());
        Map<String, Function<Score, MetreGuess>> ways = new LinkedHashMap<>();
        ways.put("the file's claim", MetreBaselines::claimed);
        ways.put("4/4 from tick 0", MetreBaselines::commonTime);
        ways.put("autocorrelation (Brown)", MetreBaselines::autocorrelation);
        ways.put("templates (Palmer, Krumhansl)", templates::guess);
        ways.put("ours, one metre", MetreAccuracy::found);
        ways.put("ours, bar by bar", MetreAccuracy::barByBar);
        Map<String, Map<String, Sum>> sums = new TreeMap<>();
        for (Barred piece : all) {
            if (!piece.forTuning()) {
                ways.forEach((name, way) -> add(sums.computeIfAbsent(piece.set(), set -> new LinkedHashMap<>())
                        .computeIfAbsent(name, same -> new Sum()), piece, way.apply(piece.score())));
            }
        }
        sums.forEach((set, rows) -> rows.forEach((name, sum) -> System.out.printf(Locale.ROOT,
                "| %s (%d) | %s | %.1f | %.1f | %.3f |%n", set, sum.pieces, name, 100.0 * sum.metre / sum.pieces,
                100.0 * sum.bar / sum.pieces, sum.f / sum.pieces)));
    }

    private static MetreGuess found(Score score) {
        MetreEstimate found = MetreFinder.find(score);
        return MetreGuess.steady(found.meter(), found.phaseTicks(), score);
    }

    private static MetreGuess barByBar(Score score) {
        MetreEstimate found = MetreFinder.find(score);
        Score barred = new Score(score.resolution(), score.tempos(), found.meters(), List.of(), List.of(), List.of(),
                score.parts(), score.metadata());
        return new MetreGuess(found.meter(), MetreBaselines.claimed(barred).downbeats());
    }

    private static void add(Sum sum, Barred piece, MetreGuess guess) {
        TempoMap tempos = TempoMap.of(piece.score());
        sum.pieces++;
        sum.metre += Metres.same(guess.meter(), piece.usual()) ? 1 : 0;
        sum.bar += Metres.sameBar(guess.meter(), piece.usual()) ? 1 : 0;
        sum.f += Agreement.of(seconds(guess.downbeats(), tempos), seconds(piece.downbeats(), tempos), TOLERANCE_SECONDS).f();
    }

    private static List<Double> seconds(List<Long> ticks, TempoMap tempos) {
        return ticks.stream().map(tempos::seconds).toList();
    }
}
