package dev.cadenza.model.musicvae;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;

/// The rows of an input table whose sum tells the network a step: for each place its token, or that there is none yet, and where
/// in the bar the step lies.
///
/// @param places tokens of a step
/// @param vocabulary tokens there are
/// @param barSteps steps of a bar
public record InputRows(int places, int vocabulary, int barSteps) {

    public static InputRows of(ModelSpec.MusicVae spec, Tokenizer tokenizer) {
        return new InputRows(tokenizer.width(), tokenizer.vocabulary().size(), spec.barSteps());
    }

    /// All rows.
    public int rows() {
        return places * (vocabulary + 1) + barSteps;
    }

    /// Rows that are added up at each step.
    public int slots() {
        return places + 1;
    }

    /// The row of a token at a place.
    public int token(int place, int token) {
        return place * (vocabulary + 1) + token;
    }

    /// The row that stands at a place before the first step.
    public int none(int place) {
        return token(place, vocabulary);
    }

    /// The row of a step of the excerpt.
    public int position(int step) {
        return places * (vocabulary + 1) + step % barSteps;
    }

    /// The row in the table of the head of a later place, for a token at an earlier place of the same step.
    public int before(int place, int token) {
        return place * vocabulary + token;
    }
}
