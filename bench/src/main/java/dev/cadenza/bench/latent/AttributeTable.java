package dev.cadenza.bench.latent;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Latent;
import dev.cadenza.model.Models;
import dev.cadenza.model.generate.Noise;
import dev.cadenza.model.generate.Sampler;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.latent.Attribute;
import dev.cadenza.model.latent.AttributeVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Whether a step along a direction moves the attribute it is named after, and what else moves.
///
/// `latent.AttributeTable MODEL [POINTS [FILE]]`: points are drawn from the standard normal distribution and moved by -2, -1, 0, 1 and 2 steps
/// along each direction; each is decoded at the temperature 0.5 with chance of its own, the same at all steps. Tables, as Markdown: the
/// correlation of steps and attribute, both taken from the mean of their point; and what one step changes.
public final class AttributeTable {

    private static final int[] STEPS = {-2, -1, 0, 1, 2};
    private static final SamplerSettings SAMPLING = new SamplerSettings(0.5, 0, 1, 0.02);

    private AttributeTable() {
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Latent model = (Latent) Models.load(folder);
        int points = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        Path file = args.length > 2 ? Path.of(args[2]) : folder.resolve(AttributeVectors.FILE);
        print(model, AttributeVectors.read(file, model.latent()), points);
    }

    private static void print(Latent model, AttributeVectors vectors, int points) {
        List<Attribute> all = List.of(Attribute.values());
        StringBuilder correlations = new StringBuilder();
        StringBuilder changes = new StringBuilder();
        for (Attribute moved : vectors.directions().keySet()) {
            List<List<double[]>> values = IntStream.range(0, points).parallel()
                    .mapToObj(point -> values(model, vectors, moved, point)).toList();
            correlations.append("| ").append(moved.written());
            changes.append("| ").append(moved.written());
            for (Attribute measured : all) {
                Fit fit = Fit.of(values.stream().map(one -> one.get(measured.ordinal())).toList());
                String mark = measured == moved ? "**" : "";
                correlations.append(String.format(Locale.ROOT, " | %s%.2f%s", mark, fit.correlation(), mark));
                changes.append(String.format(Locale.ROOT, " | %s%+.3f%s", mark, fit.slope(), mark));
            }
            correlations.append(" |\n");
            changes.append(" |\n");
        }
        String head = "| along | " + String.join(" | ", all.stream().map(Attribute::written).toList()) + " |\n|---"
                + "|---".repeat(all.size()) + "|\n";
        System.out.println(head + correlations + "\n" + head + changes);
    }

    /// For each attribute its value at each step; NaN where there is none.
    private static List<double[]> values(Latent model, AttributeVectors vectors, Attribute moved, int seed) {
        float[] point = Noise.draw(model.latent(), random(seed));
        Map<Attribute, double[]> values = new TreeMap<>();
        for (Attribute attribute : Attribute.values()) {
            values.put(attribute, new double[STEPS.length]);
        }
        for (int i = 0; i < STEPS.length; i++) {
            float[] there = vectors.lean(Map.of(moved, (double) STEPS[i])).of(point);
            TokenSequence excerpt = model.decode(there, Sampler.of(SAMPLING), random(1_000_000L + seed));
            for (Attribute attribute : Attribute.values()) {
                OptionalDouble value = attribute.of(excerpt, model.tokenizer());
                values.get(attribute)[i] = value.orElse(Double.NaN);
            }
        }
        return new ArrayList<>(values.values());
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// A straight line through what is left of steps and values once the means of each point are taken away.
    private record Fit(double correlation, double slope) {

        static Fit of(List<double[]> points) {
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (double[] values : points) {
                int[] known = IntStream.range(0, STEPS.length).filter(i -> !Double.isNaN(values[i])).toArray();
                double x = IntStream.of(known).map(i -> STEPS[i]).average().orElse(0);
                double y = IntStream.of(known).mapToDouble(i -> values[i]).average().orElse(0);
                for (int i : known) {
                    xx += (STEPS[i] - x) * (STEPS[i] - x);
                    xy += (STEPS[i] - x) * (values[i] - y);
                    yy += (values[i] - y) * (values[i] - y);
                }
            }
            return new Fit(xx * yy > 0 ? xy / Math.sqrt(xx * yy) : 0, xx > 0 ? xy / xx : 0);
        }
    }
}
