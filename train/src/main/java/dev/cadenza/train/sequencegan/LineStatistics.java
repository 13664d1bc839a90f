package dev.cadenza.train.sequencegan;

import dev.cadenza.corpus.GridTokenizer;
import java.util.List;

/// How excerpts of single lines are made up on the whole: moves from note to note, lengths, places at which notes begin,
/// pitches. Counted without regard to the model, they tell how far music of a generator is from real music where there is no
/// likelihood to compare.
final class LineStatistics {

    private static final int WIDEST = 13;
    private static final int LONGEST = 17;

    private final double[] moves = new double[2 * WIDEST + 1];
    private final double[] lengths = new double[LONGEST + 1];
    private final double[] places;
    private final double[] pitches = new double[129];

    private LineStatistics(int positions) {
        places = new double[positions + 1];
    }

    /// @param excerpts tokens of equally many steps each
    static LineStatistics of(List<int[]> excerpts, GridTokenizer tokenizer) {
        LineStatistics statistics = new LineStatistics(excerpts.getFirst().length);
        excerpts.forEach(tokens -> statistics.count(tokens, tokenizer));
        return statistics;
    }

    private void count(int[] tokens, GridTokenizer tokenizer) {
        int sounding = -1;
        int last = -1;
        int since = 0;
        int notes = 0;
        for (int step = 0; step < tokens.length; step++) {
            boolean begins = tokenizer.begins(tokens[step], sounding);
            if (begins && step > 0) {
                lengths[Math.min(LONGEST, step - since)]++;
            }
            since = begins ? step : since;
            sounding = tokenizer.sounding(tokens[step], sounding);
            if (begins && sounding >= 0) {
                places[step]++;
                pitches[sounding]++;
                if (last >= 0) {
                    moves[Math.clamp(sounding - last, -WIDEST, WIDEST) + WIDEST]++;
                }
                last = sounding;
                notes++;
            }
        }
        if (notes == 0) {
            places[tokens.length]++;
            pitches[pitches.length - 1]++;
        }
    }

    /// The mean total variation distance of the four distributions, 0..1.
    double distance(LineStatistics other) {
        return (variation(moves, other.moves) + variation(lengths, other.lengths) + variation(places, other.places)
                + variation(pitches, other.pitches)) / 4;
    }

    private static double variation(double[] one, double[] other) {
        double sum = sum(one);
        double otherSum = sum(other);
        if (sum == 0 || otherSum == 0) {
            return sum == otherSum ? 0 : 1;
        }
        double variation = 0;
        for (int i = 0; i < one.length; i++) {
            variation += Math.abs(one[i] / sum - other[i] / otherSum) / 2;
        }
        return variation;
    }

    private static double sum(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }
}
