package dev.cadenza.evaluate.originality;

import java.util.Arrays;

/// How often each step occurs in an index.
///
/// @param codes of the steps that occur, ascending
/// @param counts parallel, 1 or more
record StepCounts(int[] codes, long[] counts) {

    private static final double LN_2 = StrictMath.log(2);

    /// @param counts by code
    static StepCounts of(long[] counts) {
        int size = 0;
        int[] codes = new int[counts.length];
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                codes[size++] = code;
            }
        }
        int[] kept = Arrays.copyOf(codes, size);
        return new StepCounts(kept, Arrays.stream(kept).mapToLong(code -> counts[code]).toArray());
    }

    void addTo(long[] sums) {
        for (int i = 0; i < codes.length; i++) {
            sums[codes[i]] += counts[i];
        }
    }

    /// Of each code: the logarithm of how rare the step is, to the base of 2. Every step counts once more than it occurs, and
    /// those that do not occur count as one kind.
    double[] bits() {
        long all = codes.length + 1;
        for (long count : counts) {
            all += count;
        }
        double[] bits = new double[Step.CODES];
        Arrays.fill(bits, StrictMath.log(all) / LN_2);
        for (int i = 0; i < codes.length; i++) {
            bits[codes[i]] = StrictMath.log((double) all / (counts[i] + 1)) / LN_2;
        }
        return bits;
    }
}
