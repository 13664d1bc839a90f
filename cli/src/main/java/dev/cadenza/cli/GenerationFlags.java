package dev.cadenza.cli;

import dev.cadenza.app.Instruments;
import dev.cadenza.app.Limits;
import dev.cadenza.app.ModelChoice;
import dev.cadenza.app.Wishes;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How music shall be, and which model makes it.
final class GenerationFlags {

    @Option(names = {"-m", "--model"}, paramLabel = "NAME", description = "A model by its name or folder; see cadenza models.")
    private String model;

    @Option(names = {"-s", "--style"}, paramLabel = "STYLE", description = "A model by its style: chorale, melody, game.")
    private String style;

    @Option(names = {"-b", "--bars"}, paramLabel = "N", description = "Length in bars, 1..512. Default: 16.")
    private Integer bars;

    @Option(names = "--tempo", paramLabel = "BPM", description = "Quarter notes a minute, 10..400.")
    private Double tempo;

    @Option(names = "--meter", paramLabel = "METRE", description = "4/4, 3/4, 6/8, ...")
    private String meter;

    @Option(names = "--instruments", paramLabel = "LIST", description = "Who plays, from the highest part: piano, or"
            + " violin,violin,viola,cello. General MIDI names or numbers 1..128.")
    private String instruments;

    @Mixin
    private LimitFlags limits;

    @Mixin
    private SamplingFlags sampling;

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
        return wishes(limits.limits());
    }

    /// Wishes for what comes behind given notes, which say the key of chords that do not say it themselves.
    Wishes behind() {
        return wishes(limits.amid());
    }

    private Wishes wishes(Limits kept) {
        return new Wishes(bars == null ? GenerationRequest.USUAL_BARS : bars,
                tempo == null ? OptionalDouble.empty() : OptionalDouble.of(tempo), limits.key(),
                Optional.ofNullable(meter).map(written -> Wishes.meter("--meter", written)),
                instruments == null ? List.of() : Instruments.list("--instruments", instruments),
                sampling.settings(), kept, sampling.seed(), sampling.takes());
    }
}
