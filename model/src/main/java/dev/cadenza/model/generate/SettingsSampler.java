package dev.cadenza.model.generate;

import dev.cadenza.model.kernel.Curves;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The sampler of [SamplerSettings]: equal on every machine, as it adds up in a fixed order and has its own exponential.
///
/// @param allowed tokens that may be chosen; empty for all
record SettingsSampler(SamplerSettings settings, BitSet allowed) implements Sampler {

    @Override
    public Sampler within(BitSet tokens) {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to choose from");
        }
        return new SettingsSampler(settings, (BitSet) tokens.clone());
    }

    @Override
    public int sample(float[] logits, RandomGenerator random) {
        int[] tokens = IntStream.range(0, logits.length)
                .filter(token -> (allowed.isEmpty() || allowed.get(token)) && Float.isFinite(logits[token])).toArray();
        if (tokens.length == 0) {
            return Math.max(0, allowed.nextSetBit(0));
        }
        int best = tokens[0];
        for (int token : tokens) {
            best = logits[token] > logits[best] ? token : best;
        }
        if (settings.temperature() == 0) {
            return best;
        }
        float[] weights = new float[tokens.length];     // the likeliest has 1
        for (int i = 0; i < tokens.length; i++) {
            weights[i] = Curves.exp((float) ((logits[tokens[i]] - (double) logits[best]) / settings.temperature()));
        }
        return tokens[draw(kept(weights), weights, random)];
    }

    /// Positions that stay, in the order they are added up.
    private int[] kept(float[] weights) {
        int[] kept = IntStream.range(0, weights.length).filter(i -> weights[i] >= settings.minP()).toArray();
        if (settings.topK() == 0 && settings.topP() == 1) {
            return kept;
        }
        int[] ranked = IntStream.range(0, weights.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue).toArray();
        int count = settings.topK() == 0 ? ranked.length : Math.min(settings.topK(), ranked.length);
        if (settings.topP() < 1) {
            double wanted = settings.topP() * sum(ranked, count, weights);
            double reached = 0;
            for (int i = 0; i < count; i++) {
                reached += weights[ranked[i]];
                if (reached >= wanted) {
                    count = i + 1;
                }
            }
        }
        int last = count;
        while (last > 1 && weights[ranked[last - 1]] < settings.minP()) {
            last--;
        }
        return Arrays.copyOf(ranked, last);
    }

    private static double sum(int[] positions, int count, float[] weights) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[positions[i]];
        }
        return sum;
    }

    private static int draw(int[] positions, float[] weights, RandomGenerator random) {
        double left = random.nextDouble() * sum(positions, positions.length, weights);
        for (int position : positions) {
            left -= weights[position];
            if (left < 0) {
                return position;
            }
        }
        return positions[positions.length - 1];
    }
}
