package dev.cadenza.score.structure;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.structure.MetreFeatures.Hypothesis;
import dev.cadenza.score.theory.TempoMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/// Finds the bars of music whose file does not say them, or says them wrongly.
///
/// Every metre of a list, beginning at every sixteenth, is a hypothesis. Accents on its first beats and on its others, how
/// alike its bars are and where the piece begins and ends in them are weighed by a log-linear model (conditional logit:
/// McFadden, 1974); what counts as an accent follows Lerdahl and Jackendoff, "A Generative Theory of Tonal Music" (1983).
/// The weights were learnt on half of the CC0 songs and quartets, see `docs/reference/structure.md`. Work and memory follow the notes.
public final class MetreFinder {

    private MetreFinder() {
    }

    /// How many times more probable than the file's own bars others must be for the file to be distrusted. Files that state
    /// nothing mean 4/4 from tick 0 and say so for want of better.
    private static final double DISTRUST = 1e9;
    private static final double DISTRUST_OF_NOTHING = 2;

    /// The metre of a score, whatever its file claims. 4/4 from tick 0, without confidence, where nothing sounds.
    public static MetreEstimate find(Score score) {
        if (score.parts().stream().allMatch(part -> part.notes().isEmpty())) {
            return new MetreEstimate(Meter.common(), 0, List.of(Meter.common()), 0, 0, 1, true, false);
        }
        return find(score, TickGrid.of(score), hypothesis -> true);
    }

    /// The metre of music whose quarter notes are beats.
    static MetreEstimate onBeats(Score score) {
        return find(score, new TickGrid(0, 1), hypothesis -> hypothesis.shape().beat() == Accents.PER_QUARTER
                && hypothesis.phase() % Accents.PER_QUARTER == 0);
    }

    private static MetreEstimate find(Score score, TickGrid grid, Predicate<Hypothesis> allowed) {
        Claim claim = Claim.of(score);
        List<Hypothesis> hypotheses = MetreFeatures.hypotheses();
        MetreFeatures features = features(score, grid);
        double[] probabilities = probabilities(features.all());
        int best = -1;
        double claimed = 0;
        for (int i = 0; i < probabilities.length; i++) {
            Hypothesis hypothesis = hypotheses.get(i);
            best = allowed.test(hypothesis) && (best < 0 || probabilities[i] > probabilities[best]) ? i : best;
            if (claim.is(hypothesis.shape(), phaseTicks(hypothesis, grid, score.resolution()), score.resolution())) {
                claimed = Math.max(claimed, probabilities[i]);
            }
        }
        Hypothesis found = hypotheses.get(best);
        long phase = phaseTicks(found, grid, score.resolution());
        boolean better = claim.impossible() || (claim.considered() || !claim.stated())
                && probabilities[best] > (claim.stated() ? DISTRUST : DISTRUST_OF_NOTHING) * claimed;
        return new MetreEstimate(found.shape().at(0), phase, bars(features, found, grid, score.resolution()), probabilities[best], claimed,
                grid.share(), grid.musical(), grid.musical() && better);
    }

    /// The score with the bars that were found, where the file's own are to be distrusted; else the score as it is.
    ///
    /// Its beats are moved to whole quarters, counted from tick 0, so that notes lie on the same grid as the bars; the music
    /// begins less than a quarter later than before. The metres that the file states are gone.
    public static Score repaired(Score score) {
        MetreEstimate found = find(score);
        return found.distrusted() ? repaired(score, found) : score;
    }

    private static Score repaired(Score score, MetreEstimate found) {
        long lead = Math.floorMod(-found.phaseTicks(), (long) score.resolution());
        Score moved = new Moved(tick -> tick + lead).of(score);
        List<Meter> meters = new ArrayList<>();
        for (Meter meter : found.meters()) {
            meters.add(new Meter(meter.tick() == 0 ? 0 : meter.tick() + lead, meter.numerator(), meter.denominator()));
        }
        if (meters.size() > 1 && meters.get(1).tick() == found.meter().barTicks(score.resolution())) {
            meters.remove(1);
        }
        return new Score(score.resolution(), fromStart(moved.tempos(), score.tempos(), Tempo::tick, t -> new Tempo(0, t.microsPerQuarter())),
                meters, fromStart(moved.keys(), score.keys(), KeySignature::tick, k -> new KeySignature(0, k.fifths(), k.mode())),
                moved.chords(), moved.markers(), moved.parts(), moved.metadata(), moved.repeats());
    }

    /// What held from tick 0 on still does.
    private static <T> List<T> fromStart(List<T> moved, List<T> before, ToLongFunction<T> tick, UnaryOperator<T> toStart) {
        if (before.isEmpty() || tick.applyAsLong(before.getFirst()) > 0) {
            return moved;
        }
        List<T> kept = new ArrayList<>(moved);
        kept.set(0, toStart.apply(moved.getFirst()));
        return kept;
    }

    private static List<Meter> bars(MetreFeatures features, Hypothesis found, TickGrid grid, int resolution) {
        MetreShape shape = found.shape();
        List<BarPath.Bar> bars = new BarPath(features.accents(), shape, found.phase()).bars();
        long phase = phaseTicks(found, grid, resolution);
        if (bars.isEmpty()) {
            return phase == 0 ? List.of(shape.at(0)) : List.of(shape.at(0), shape.at(phase));
        }
        return BarPath.meters(bars, shape, slot -> grid.offset() + Math.floorDiv(slot * resolution, (long) Accents.PER_QUARTER));
    }

    /// All that is considered, with its evidence; for those who learn weights.
    public static List<MetreEvidence> evidence(Score score) {
        TickGrid grid = TickGrid.of(score);
        List<Hypothesis> hypotheses = MetreFeatures.hypotheses();
        List<double[]> rows = features(score, grid).all();
        List<MetreEvidence> evidence = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Hypothesis hypothesis = hypotheses.get(i);
            List<Double> numbers = new ArrayList<>();
            for (double number : rows.get(i)) {
                numbers.add(number);
            }
            evidence.add(new MetreEvidence(hypothesis.shape().at(0), phaseTicks(hypothesis, grid, score.resolution()), numbers));
        }
        return evidence;
    }

    private static MetreFeatures features(Score score, TickGrid grid) {
        double quarters = Math.max(1, (double) score.end() / score.resolution());
        double seconds = TempoMap.of(score).seconds(score.end()) / quarters;
        return new MetreFeatures(Accents.of(score, grid.offset()), Math.clamp(seconds, 0.05, 10));
    }

    private static long phaseTicks(Hypothesis hypothesis, TickGrid grid, int resolution) {
        return grid.offset() + Math.round((double) hypothesis.phase() * resolution / Accents.PER_QUARTER);
    }

    private static double[] probabilities(List<double[]> rows) {
        double[] sums = new double[rows.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < MetreFeatures.COUNT; j++) {
                sums[i] += MetreWeights.WEIGHTS[j] * rows.get(i)[j];
            }
            most = Math.max(most, sums[i]);
        }
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = StrictMath.exp(sums[i] - most);
            total += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
        return sums;
    }
}
