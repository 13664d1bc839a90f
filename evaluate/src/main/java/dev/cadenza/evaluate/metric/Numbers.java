package dev.cadenza.evaluate.metric;

import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Sums that several metrics need. Where nothing was counted the answer is NaN.
final class Numbers {

    private static final double LN_2 = StrictMath.log(2);

    private Numbers() {
    }

    /// Steps of a grid to the nearest, of so many to the quarter note.
    static long steps(long ticks, int resolution, int perQuarter) {
        long rest = ticks % resolution;
        return ticks / resolution * perQuarter + (2 * rest * perQuarter + resolution) / (2L * resolution);
    }

    /// Shannon's entropy in bits of what occurs so often.
    static double bits(double[] weights) {
        return nats(weights) / LN_2;
    }

    /// The same in nats.
    static double nats(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (!(sum > 0)) {
            return Double.NaN;
        }
        double entropy = 0;
        for (double weight : weights) {
            if (weight > 0) {
                entropy -= weight / sum * StrictMath.log(weight / sum);
            }
        }
        return Math.max(0, entropy);
    }

    /// Entropy in bits of the values among these.
    static double bits(LongStream values) {
        TreeMap<Long, Double> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1.0, Double::sum));
        return bits(array(counts.values()));
    }

    static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// `part / whole`, NaN where the whole is nothing.
    static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }
}
