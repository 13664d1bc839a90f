package dev.cadenza.score.structure;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/// Where bars begin in a piece most of whose bars are known, for some are shorter, and some stretches have other bars: the
/// path through the beats whose first beats are strongest, by dynamic programming. A bar of another length has a price, and
/// so has a change to other bars.
final class BarPath {

    /// Prices, in the unit of the strength of beats.
    private static final double ODD_BAR = 24;
    private static final double CHANGE = 60;

    /// Where there are more beats than this for each moment at which notes begin, most of the piece is silent.
    private static final long SPARSE = 8;

    private final Accents accents;
    private final MetreShape shape;
    private final int phase;
    private final long first;     // slot of a beat at or before the first moment
    private final int beats;
    private final double[] strength;

    /// @param phase slot of a bar's beginning
    BarPath(Accents accents, MetreShape shape, int phase) {
        this.accents = accents;
        this.shape = shape;
        this.phase = phase;
        long begin = accents.slots()[0];
        long end = accents.slots()[accents.slots().length - 1];
        first = begin - Math.floorMod(begin - phase, (long) shape.beat());
        long count = (end - first) / shape.beat() + 1;
        beats = count > SPARSE * accents.slots().length + 64 ? 0 : (int) count;
        strength = strength();
    }

    /// Bars that begin at slots, with the beats they have. The first may be an upbeat's.
    ///
    /// @param slot where it begins; may lie before the first note
    record Bar(long slot, int beats) {
    }

    /// How much stronger than other beats each beat is, weighed as first beats are: 0 on average.
    private double[] strength() {
        double[] sums = new double[beats];
        double mean = 0;
        for (Accents.Kind kind : Accents.Kind.values()) {
            double weight = MetreWeights.WEIGHTS[3 * kind.ordinal()] + MetreWeights.WEIGHTS[3 * kind.ordinal() + 2];
            double usual = 0;
            int downbeats = 0;
            for (int beat = 0; beat < beats; beat++) {
                if (Math.floorMod(slot(beat) - phase, (long) shape.bar()) == 0) {
                    usual += at(kind, beat);
                    downbeats++;
                }
            }
            usual /= Math.max(1, downbeats);
            for (int beat = 0; usual > 0.02 && beat < beats; beat++) {
                double gain = weight * Math.min(3, at(kind, beat) / usual);
                sums[beat] += gain;
                mean += gain / beats;
            }
        }
        for (int beat = 0; beat < beats; beat++) {
            sums[beat] -= mean;
        }
        return sums;
    }

    private long slot(int beat) {
        return first + (long) beat * shape.beat();
    }

    private double at(Accents.Kind kind, int beat) {
        int moment = accents.from(slot(beat));
        return moment < accents.slots().length && accents.slots()[moment] == slot(beat) ? accents.strength(kind, moment) : 0;
    }

    /// The bars; empty where there are too few beats to tell, or too many for the notes.
    List<Bar> bars() {
        int usual = shape.beats();
        if (beats < 4 * usual) {
            return List.of();
        }
        int[] lengths = usual == 4 ? new int[] {4, 3} : usual == 3 ? new int[] {3, 4} : new int[] {usual, 3};
        int n = lengths.length;
        double[][] best = new double[beats + 1][n];
        int[][] bar = new int[beats + 1][n];       // beats of the bar before
        int[][] mode = new int[beats + 1][n];      // which lengths were usual in it
        for (int beat = 0; beat < beats; beat++) {
            for (int now = 0; now < n; now++) {
                // A piece may begin with an upbeat; in bars other than most are, or elsewhere in them, at a price.
                boolean expected = now == 0 && Math.floorMod(slot(beat) - phase, (long) shape.bar()) == 0;
                best[beat][now] = beat >= lengths[now] ? Double.NEGATIVE_INFINITY : expected ? 0 : now == 0 ? -ODD_BAR : -CHANGE;
                for (int before = 0; before < n; before++) {
                    for (int length = 2; length <= usual + 1; length++) {
                        double price = (before == now ? 0 : CHANGE) + (length == lengths[before] ? 0 : ODD_BAR);
                        if (beat >= length && best[beat - length][before] - price > best[beat][now]) {
                            best[beat][now] = best[beat - length][before] - price;
                            bar[beat][now] = length;
                            mode[beat][now] = before;
                        }
                    }
                }
                best[beat][now] += strength[beat];
            }
        }
        return traced(best, bar, mode, lengths);
    }

    private List<Bar> traced(double[][] best, int[][] bar, int[][] mode, int[] lengths) {
        int beat = beats - 1;
        int now = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int last = Math.max(0, beats - shape.beats()); last < beats; last++) {
            for (int m = 0; m < lengths.length; m++) {
                if (best[last][m] > most) {
                    most = best[last][m];
                    beat = last;
                    now = m;
                }
            }
        }
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar(slot(beat), lengths[now]));
        while (bar[beat][now] > 0) {
            int length = bar[beat][now];
            now = mode[beat][now];
            beat -= length;
            bars.add(new Bar(slot(beat), length));
        }
        if (beat > 0) {
            bars.add(new Bar(slot(beat - lengths[now]), lengths[now]));
        }
        return bars.reversed();
    }

    /// Metres that make these bars.
    ///
    /// @param tick of a slot; below 0 for a bar that begins before the file does
    static List<Meter> meters(List<Bar> bars, MetreShape shape, LongUnaryOperator tick) {
        List<Meter> meters = new ArrayList<>();
        int numerator = shape.numerator() / shape.beats();
        int before = 0;
        for (Bar bar : bars) {
            long at = tick.applyAsLong(bar.slot());
            if (at <= 0) {
                meters.clear();
                meters.add(new Meter(0, bar.beats() * numerator, shape.denominator()));
                // A bar that begins before the file is cut: the next one says its metre anew.
                before = at < 0 ? 0 : bar.beats();
            } else if (bar.beats() != before || meters.isEmpty()) {
                if (meters.isEmpty()) {
                    meters.add(new Meter(0, bar.beats() * numerator, shape.denominator()));
                }
                meters.add(new Meter(at, bar.beats() * numerator, shape.denominator()));
                before = bar.beats();
            }
        }
        return meters;
    }
}
