package dev.cadenza.app;

import dev.cadenza.corpus.ContextRow;
import java.util.List;

/// The tokens of a representation.
///
/// @param of what it was asked by: the name of the representation, or of the model that reads it
/// @param representation its name with all options
/// @param width tokens a position
/// @param context what stands beside the tokens of a position
/// @param tokens names, by number
/// @param fits whether training leaves out or adds tokens by the music that is learnt from
public record TokenList(String of, String representation, int width, int stepsPerQuarter, List<ContextRow> context,
        List<String> tokens, boolean fits) {

    public TokenList {
        context = List.copyOf(context);
        tokens = List.copyOf(tokens);
    }
}
