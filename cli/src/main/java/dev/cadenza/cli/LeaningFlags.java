package dev.cadenza.cli;

import dev.cadenza.app.Leanings;
import dev.cadenza.model.latent.Attribute;
import java.util.List;
import java.util.SortedMap;
import picocli.CommandLine.Option;

/// What music shall have more or less of.
final class LeaningFlags {

    @Option(names = "--more", paramLabel = "NAME[=N]", split = ",", description = "More of an attribute, N steps (1 where none is"
            + " given): density, leaps, range, height, syncopation, repetition. For models such as melody-vae.")
    private List<String> more = List.of();

    @Option(names = "--less", paramLabel = "NAME[=N]", split = ",", description = "Less of an attribute, likewise.")
    private List<String> less = List.of();

    SortedMap<Attribute, Double> amounts() {
        return Leanings.of(more, less);
    }
}
