package dev.cadenza.score.structure;

import dev.cadenza.score.structure.Accents.Kind;
import java.util.ArrayList;
import java.util.List;

/// What speaks for and against a metre whose bars begin at a given moment, as numbers to be weighed.
///
/// For each kind of accents: how much of them falls on first beats, on beats, and on first beats beside the strongest
/// other beat, as logarithms of the share beside what even spreading would give. Then how alike bars are, where the piece
/// begins and ends in its bars, and how long beats last.
final class MetreFeatures {

    private static final int KINDS = Kind.values().length;
    private static final int STRUCTURE = 12;

    /// How many numbers there are for one hypothesis.
    static final int COUNT = 3 * KINDS + STRUCTURE + MetreShape.ALL.size();

    private static final double FLOOR = 0.05;

    /// A metre and the moment at which its first bar begins, 0 or more and less than a bar.
    record Hypothesis(MetreShape shape, int phase) {
    }

    private final Accents accents;
    private final double secondsPerQuarter;
    private final double[] mass = new double[KINDS];

    /// @param secondsPerQuarter how long a quarter note lasts at the usual tempo
    MetreFeatures(Accents accents, double secondsPerQuarter) {
        this.accents = accents;
        this.secondsPerQuarter = secondsPerQuarter;
        for (int kind = 0; kind < KINDS; kind++) {
            for (double strength : accents.strength()[kind]) {
                mass[kind] += strength;
            }
        }
    }

    Accents accents() {
        return accents;
    }

    /// All that is considered, in a fixed order.
    static List<Hypothesis> hypotheses() {
        List<Hypothesis> all = new ArrayList<>();
        for (MetreShape shape : MetreShape.ALL) {
            for (int phase : shape.phases()) {
                all.add(new Hypothesis(shape, phase));
            }
        }
        return all;
    }

    /// The numbers of all hypotheses, in the order of [#hypotheses].
    List<double[]> all() {
        List<double[]> rows = new ArrayList<>();
        for (MetreShape shape : MetreShape.ALL) {
            double[][] folded = folded(shape.bar());
            double[] alike = alike(shape.bar());
            double[] alikeBeats = alike(shape.beat());
            for (int phase : shape.phases()) {
                rows.add(row(shape, phase, folded, alike, alikeBeats));
            }
        }
        return rows;
    }

    private double[] row(MetreShape shape, int phase, double[][] folded, double[] alike, double[] alikeBeats) {
        double[] row = new double[COUNT];
        for (int kind = 0; kind < KINDS; kind++) {
            if (mass[kind] > 0) {
                double down = folded[kind][phase];
                double all = 0;
                double rival = 0;
                for (int beat = 0; beat < shape.beats(); beat++) {
                    double here = folded[kind][(phase + beat * shape.beat()) % shape.bar()];
                    all += here;
                    rival = beat == 0 ? 0 : Math.max(rival, here);
                }
                row[3 * kind] = StrictMath.log(FLOOR + down / mass[kind] * shape.barQuarters());
                row[3 * kind + 1] = StrictMath.log(FLOOR + all / mass[kind] * shape.barQuarters() / shape.beats());
                row[3 * kind + 2] = StrictMath.log((FLOOR + down / mass[kind]) / (FLOOR + rival / mass[kind]));
            }
        }
        int at = 3 * KINDS;
        row[at++] = alike[0];
        row[at++] = alike[1];
        row[at++] = alikeBeats[0];
        row[at++] = alikeBeats[1];
        long begin = accents.slots()[0];
        long end = accents.slots()[accents.slots().length - 1];
        long upbeat = Math.floorMod(phase - begin, (long) shape.bar());
        row[at++] = upbeat == 0 ? 1 : 0;
        row[at++] = (double) upbeat / shape.bar();
        row[at++] = upbeat == 0 ? 0 : upbeat * 2 <= shape.bar() ? 1 : 0;
        row[at++] = Math.floorMod(end - phase, (long) shape.bar()) == 0 ? 1 : 0;
        row[at++] = Math.floorMod(end - phase, (long) shape.bar()) % shape.beat() == 0 ? 1 : 0;
        double beat = StrictMath.log(secondsPerQuarter * shape.beat() / Accents.PER_QUARTER / 0.55);
        row[at++] = beat * beat;
        double moments = StrictMath.log((double) accents.slots().length * shape.beat() / Math.max(shape.beat(), end - begin));
        row[at++] = moments;
        row[at++] = moments * moments;
        row[at + MetreShape.ALL.indexOf(shape)] = 1;
        return row;
    }

    private double[][] folded(int bar) {
        double[][] folded = new double[KINDS][bar];
        for (int moment = 0; moment < accents.slots().length; moment++) {
            int place = Math.floorMod(accents.slots()[moment], bar);
            for (int kind = 0; kind < KINDS; kind++) {
                folded[kind][place] += accents.strength()[kind][moment];
            }
        }
        return folded;
    }

    /// How often a note begins, and how strong the accents by length are, one bar after the other (autocorrelation).
    private double[] alike(int lag) {
        double[] length = accents.strength()[Kind.LENGTH.ordinal()];
        double both = 0;
        double product = 0;
        double square = 0;
        int later = 0;
        for (int moment = 0; moment < accents.slots().length; moment++) {
            square += length[moment] * length[moment];
            while (later < accents.slots().length && accents.slots()[later] < accents.slots()[moment] + lag) {
                later++;
            }
            if (later < accents.slots().length && accents.slots()[later] == accents.slots()[moment] + lag) {
                both++;
                product += length[moment] * length[later];
            }
        }
        return new double[] {both / accents.slots().length, square == 0 ? 0 : product / square};
    }
}
