package dev.cadenza.app;

import dev.cadenza.corpus.Tokenizer;
import java.nio.file.Path;
import java.util.Locale;

/// Says when there is too little music to learn a network from nothing.
///
/// @param notes in the training part
/// @param data what is learnt from
/// @param out folder of the run
/// @param models where a model to begin with may be
record SmallCorpus(long notes, Tokenizer tokenizer, Path data, Path out, ModelShelf models) {

    private static final String MEASURED = "From 30 tunes of 5,491 notes, a network that began with a shipped model came to 1.60"
            + " nats a quarter note on other tunes, one that began with nothing to 1.81 (docs/reference/measurements.md).";
    /// The models that come with Cadenza learnt from nothing with 28 and 50 learnt numbers for each note; with 248 a model that
    /// began with another was clearly better. Between them nothing was measured.
    private static final long MOST_NUMBERS_A_NOTE = 100;

    /// What is to be said where so many numbers are learnt; empty for nothing.
    String warning(long parameters) {
        if (parameters <= notes * MOST_NUMBERS_A_NOTE) {
            return "";
        }
        String fact = String.format(Locale.ROOT, "This is little music to learn from: %,d notes for a network of %,d learnt numbers;"
                + " %,d notes would do. It will sooner know these pieces by heart than their style.", notes, parameters,
                (parameters + MOST_NUMBERS_A_NOTE - 1) / MOST_NUMBERS_A_NOTE);
        return models.shippedThatReads(tokenizer).map(model -> fact + " " + MEASURED + " Begin with one that knows music:\n"
                + "  cadenza train " + ShellWord.of(data) + " --from-model " + model.name() + " --out "
                + ShellWord.of(out + "-tuned")).orElse(fact + " No model that comes with Cadenza reads this representation: add"
                + " music, or take a recipe with a smaller network.");
    }
}
