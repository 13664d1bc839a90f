package dev.cadenza.cli;

import dev.cadenza.model.generate.SamplerSettings;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;

/// How notes are chosen, and how many pieces.
final class SamplingFlags {

    private static final int SEEDS = 1_000_000;

    @Option(names = "--seed", paramLabel = "N", description = "Equal seeds make equal music. Default: a new one.")
    private Long seed;

    @Option(names = {"-n", "--takes"}, paramLabel = "N", defaultValue = "1", description = "How many pieces. Default: ${DEFAULT-VALUE}.")
    private int takes;

    @Option(names = "--temperature", paramLabel = "X", description = "Below 1 more predictable, above 1 more daring; 0 always"
            + " takes the likeliest. Default: 0.95.")
    private Double temperature;

    @Option(names = "--top-k", paramLabel = "N", description = "Choose among the N likeliest only; 0 for all.")
    private Integer topK;

    @Option(names = "--top-p", paramLabel = "P", description = "Choose among the likeliest that together have probability P.")
    private Double topP;

    @Option(names = "--min-p", paramLabel = "P", description = "Leave out what is less likely than P times the likeliest."
            + " Default: 0.02.")
    private Double minP;

    SamplerSettings settings() {
        SamplerSettings usual = SamplerSettings.usual();
        return new SamplerSettings(or(temperature, usual.temperature()), topK == null ? usual.topK() : topK,
                or(topP, usual.topP()), or(minP, usual.minP()));
    }

    long seed() {
        return seed == null ? RandomGenerator.getDefault().nextInt(1, SEEDS) : seed;
    }

    int takes() {
        return takes;
    }

    private static double or(Double given, double usual) {
        return given == null ? usual : given;
    }
}
