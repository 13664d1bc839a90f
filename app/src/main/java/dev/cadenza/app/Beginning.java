package dev.cadenza.app;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Tensor;
import java.util.Map;
import java.util.Optional;

/// What learning begins with: nothing but a recipe, or the weights of a model that has learnt before.
///
/// @param weights empty where they are drawn anew
/// @param style what the model's music is called; empty where the representation says it
/// @param quartersPerMinute usual tempo
/// @param base the model that the weights are of
record Beginning(Recipe recipe, Tokenizer tokenizer, Map<String, Tensor> weights, String style, double quartersPerMinute,
                 Optional<Provenance.Base> base) {

    static Beginning anew(Recipe recipe, Tokenizer tokenizer) {
        return new Beginning(recipe, tokenizer, Map.of(), "", Provenance.USUAL_TEMPO, Optional.empty());
    }

    Beginning with(Recipe other) {
        return new Beginning(other, tokenizer, weights, style, quartersPerMinute, base);
    }
}
