package dev.cadenza.bench.structure;

import dev.cadenza.score.Score;
import dev.cadenza.score.structure.BeatTracker;
import dev.cadenza.score.structure.BeatWeights;
import dev.cadenza.score.structure.Beats;
import dev.cadenza.score.theory.TempoMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// How well the beats of performances are found, beside baselines.
///
/// Usage: `BeatAccuracy DATA [tune]`. The performances of ASAP; of each piece the first two by name, pieces of the half that
/// nothing was chosen on. Columns: mean over the performances of the F-measure of beats and of downbeats within 70 ms, and of
/// the continuity measures CMLt (share of the beats that are right and follow a right beat at the right distance, both to
/// 17.5 % of a beat) and AMLt (the same, where twice or half as many beats, or those between, are also right). With `tune`,
/// searches for weights on the tuning half.
public final class BeatAccuracy {

    private static final double SECONDS = 0.07;
    private static final double SHARE = 0.175;

    private record Guess(List<Double> beats, List<Double> downbeats) {
    }

    private BeatAccuracy() {
    }

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: BeatAccuracy DATA [tune]");
            System.exit(2);
        }
        boolean tune = arguments.length == 2;
        List<Barred> pieces = new ArrayList<>();
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (Barred piece : BarredPieces.asap(Path.of(arguments[0]).resolve("asap"), false)) {
            if (piece.forTuning() == tune && taken.merge(piece.name(), 1, Integer::sum) <= 2) {
                pieces.add(piece);
            }
        }
        if (tune) {
            tune(IntStream.range(0, pieces.size()).filter(i -> i % 6 == 0).mapToObj(pieces::get).toList());
            return;
        }
        Map<String, Function<Score, Guess>> ways = new LinkedHashMap<>();
        ways.put("120 beats a minute, as the file claims", BeatAccuracy::claimed);
        ways.put("dynamic programming (Ellis)", score -> ellis(score));
        ways.put("ours", score -> ours(BeatTracker.track(score)));
        ways.forEach((name, way) -> {
            double[] sums = new double[4];
            for (Barred piece : pieces) {
                Guess guess = way.apply(piece.score());
                TempoMap tempos = TempoMap.of(piece.score());
                List<Double> beats = piece.beats().stream().map(tempos::seconds).toList();
                sums[0] += Agreement.of(guess.beats, beats, SECONDS).f();
                sums[1] += Agreement.of(guess.downbeats, piece.downbeats().stream().map(tempos::seconds).toList(), SECONDS).f();
                double cmlt = Continuity.correct(guess.beats, beats, SHARE);
                sums[2] += cmlt;
                sums[3] += Continuity.levels(beats).stream().mapToDouble(level -> Continuity.correct(guess.beats, level, SHARE))
                        .max().orElse(0);
            }
            System.out.printf(Locale.ROOT, "| asap-performances (%d) | %s | %.3f | %.3f | %.3f | %.3f |%n", pieces.size(), name,
                    sums[0] / pieces.size(), sums[1] / pieces.size(), sums[2] / pieces.size(), sums[3] / pieces.size());
        });
    }

    private static Guess ours(Beats beats) {
        return new Guess(beats.seconds(), beats.downbeats().stream().map(beats.seconds()::get).toList());
    }

    private static Guess claimed(Score score) {
        TempoMap tempos = TempoMap.of(score);
        List<Double> beats = new ArrayList<>();
        for (long tick = 0; tick < score.end(); tick += score.resolution()) {
            beats.add(tempos.seconds(tick));
        }
        return new Guess(beats, fourths(beats));
    }

    private static Guess ellis(Score score) {
        List<Double> beats = EllisBeats.of(score);
        return new Guess(beats, fourths(beats));
    }

    private static List<Double> fourths(List<Double> beats) {
        return IntStream.range(0, beats.size()).filter(i -> i % 4 == 0).mapToObj(beats::get).toList();
    }

    private static void tune(List<Barred> pieces) {
        BeatWeights w = BeatWeights.USUAL;
        double[] best = Climb.climb(new double[] {w.salience(), w.steady(), w.usual(), w.grid(), w.missing(), w.usualSeconds(),
                w.fourth()}, 2, n -> n[5] < 0.2 ? 0 : pieces.stream().mapToDouble(piece -> {
                    TempoMap tempos = TempoMap.of(piece.score());
                    return Agreement.of(BeatTracker.track(piece.score(), new BeatWeights(n[0], n[1], n[2], n[3], n[4], n[5], n[6]))
                            .seconds(), piece.beats().stream().map(tempos::seconds).toList(), SECONDS).f();
                }).average().orElse(0));
        System.out.println(java.util.Arrays.toString(best));
    }
}
