package dev.cadenza.cli;

import dev.cadenza.app.Command.Generate;
import dev.cadenza.app.ModelChoice;
import dev.cadenza.app.Origin;
import dev.cadenza.app.Wishes;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Flags of the commands that draw voices between given notes.
final class VoicesFlags {

    @Option(names = {"-m", "--model"}, paramLabel = "NAME", defaultValue = "deepbach", description = "A model that draws four voices, by its"
            + " name or folder; see cadenza models. Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(names = "--as-made", description = "Draw notes as the model has them, without rules of voice leading, ranges and endings."
            + " What is asked for with the flags below holds all the same.")
    private boolean asMade;

    @Mixin
    private LimitFlags limits;

    @Mixin
    private SamplingFlags sampling;

    @Mixin
    private OutputFlags output;

    @Mixin
    private TalkFlags talk;

    /// Makes what is asked for.
    ///
    /// @param origin of the music, by whether it is left as made
    int generate(Session session, Function<Boolean, Origin> origin) throws InterruptedException {
        Wishes wishes = Wishes.amid(limits.key(), sampling.settings(), limits.amid(), sampling.seed(), sampling.takes());
        return ComposeCommand.generate(session, new Generate(new ModelChoice.Named(model), origin.apply(asMade), wishes,
                output.destination(), output.soundFont()), talk);
    }
}
