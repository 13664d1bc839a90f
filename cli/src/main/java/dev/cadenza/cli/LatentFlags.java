package dev.cadenza.cli;

import dev.cadenza.app.Instruments;
import dev.cadenza.app.ModelChoice;
import dev.cadenza.app.Wishes;
import dev.cadenza.model.generate.SamplerSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;

/// How music is made that moves in a model's space, and which model that is.
final class LatentFlags {

    private static final int SEEDS = 1_000_000;
    private static final String USUAL = "melody-vae";
    private static final double TEMPERATURE = 0.5;

    @Option(names = {"-m", "--model"}, paramLabel = "NAME", defaultValue = USUAL, description = "A model with a space of music, by its"
            + " name or folder. Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(names = "--tempo", paramLabel = "BPM", description = "Quarter notes a minute, 10..400. Default: that of the music.")
    private Double tempo;

    @Option(names = "--instruments", paramLabel = "LIST", description = "Who plays, from the highest part: flute, or violin,cello."
            + " Default: who plays the music.")
    private String instruments;

    @Option(names = "--seed", paramLabel = "N", description = "Equal seeds make equal music. Default: a new one.")
    private Long seed;

    @Option(names = "--temperature", paramLabel = "X", description = "Below 1 more predictable, above 1 more daring; 0 always takes the"
            + " likeliest. Default: 0.5.")
    private Double temperature;

    ModelChoice choice() {
        return new ModelChoice.Named(model);
    }

    /// @param takes how many pieces
    Wishes wishes(int takes) {
        SamplerSettings usual = SamplerSettings.usual();
        SamplerSettings sampling = new SamplerSettings(temperature == null ? TEMPERATURE : temperature, usual.topK(), usual.topP(),
                usual.minP());
        return new Wishes(Wishes.usual(1).bars(), tempo == null ? OptionalDouble.empty() : OptionalDouble.of(tempo), Optional.empty(),
                Optional.empty(), instruments == null ? List.of() : Instruments.list("--instruments", instruments), sampling,
                seed == null ? RandomGenerator.getDefault().nextInt(1, SEEDS) : seed, takes);
    }
}
