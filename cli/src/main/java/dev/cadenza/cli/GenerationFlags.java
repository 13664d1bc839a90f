package dev.cadenza.cli;

import dev.cadenza.app.Instruments;
import dev.cadenza.app.Limits;
import dev.cadenza.app.ModelChoice;
import dev.cadenza.app.Wishes;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;

/// How music shall be, and which model makes it.
final class GenerationFlags {

    private static final int SEEDS = 1_000_000;

    @Option(names = {"-m", "--model"}, paramLabel = "NAME", description = "A model by its name or folder; see cadenza models.")
    private String model;

    @Option(names = {"-s", "--style"}, paramLabel = "STYLE", description = "A model by its style: chorale, melody, game.")
    private String style;

    @Option(names = {"-b", "--bars"}, paramLabel = "N", description = "Length in bars, 1..512. Default: 16.")
    private Integer bars;

    @Option(names = "--tempo", paramLabel = "BPM", description = "Quarter notes a minute, 10..400.")
    private Double tempo;

    @Option(names = "--key", paramLabel = "KEY", description = "Keep to the notes of a key: G, Bb major, 'A minor', F#m.")
    private String key;

    @Option(names = "--meter", paramLabel = "METRE", description = "4/4, 3/4, 6/8, ...")
    private String meter;

    @Option(names = "--instruments", paramLabel = "LIST", description = "Who plays, from the highest part: piano, or"
            + " violin,violin,viola,cello. General MIDI names or numbers 1..128.")
    private String instruments;

    @Option(names = "--scale", paramLabel = "SCALE", description = "Only notes of a scale: 'D dorian', 'A minor pentatonic'.")
    private String scale;

    @Option(names = "--chords", paramLabel = "CHORDS", description = "On every beat only notes of these chords, again and again:"
            + " 'C | F G | Am', or 'I | IV V7 | vi in G'.")
    private String chords;

    @Option(names = "--range", paramLabel = "LIST", description = "Lowest and highest note, from the highest part: C4-G5, or"
            + " C4-A5,G3-D5. C4 is middle C.")
    private String range;

    @Option(names = "--cadence", paramLabel = "NAME", description = "How it closes: authentic, plagal, half, deceptive.")
    private String cadence;

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

    ModelChoice choice() {
        if (model != null && style != null) {
            throw new RequestException("--style", "FLAGS_EXCLUDE", "a model and a style cannot both be given.",
                    "Name the model, or the style of one.");
        }
        if (model != null) {
            return new ModelChoice.Named(model);
        }
        return style == null ? new ModelChoice.Usual() : new ModelChoice.Styled(style);
    }

    Wishes wishes() {
        SamplerSettings usual = SamplerSettings.usual();
        SamplerSettings sampling = new SamplerSettings(or(temperature, usual.temperature()), topK == null ? usual.topK() : topK,
                or(topP, usual.topP()), or(minP, usual.minP()));
        return new Wishes(bars == null ? GenerationRequest.USUAL_BARS : bars,
                tempo == null ? OptionalDouble.empty() : OptionalDouble.of(tempo),
                Optional.ofNullable(key).map(written -> Wishes.key("--key", written)),
                Optional.ofNullable(meter).map(written -> Wishes.meter("--meter", written)),
                instruments == null ? List.of() : Instruments.list("--instruments", instruments),
                sampling, limits(), seed == null ? RandomGenerator.getDefault().nextInt(1, SEEDS) : seed, takes);
    }

    private Limits limits() {
        return new Limits(Optional.ofNullable(scale).map(written -> Limits.scale("--scale", written)),
                Optional.ofNullable(chords).map(written -> Limits.chords(written,
                        Optional.ofNullable(key).map(home -> Wishes.key("--key", home)))),
                range == null ? List.of() : Limits.ranges("--range", range),
                Optional.ofNullable(cadence).map(written -> Limits.closing("--cadence", written)));
    }

    private static double or(Double given, double usual) {
        return given == null ? usual : given;
    }
}
