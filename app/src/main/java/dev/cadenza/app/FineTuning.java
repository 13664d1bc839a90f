package dev.cadenza.app;

import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.Optional;

/// Learning that begins with the weights of a model. Representation and spec are the model's; everything else is the
/// recipe's.
///
/// @param name what the model is called
record FineTuning(String name, Checkpoint.Loaded model) {

    static final String FLAG = "--from-model";

    /// Learning with the model's own recipe, gently.
    ///
    /// @param representation that was asked for; empty for the model's
    /// @throws RequestException where the model has no recipe, or another representation
    Beginning withItsOwnRecipe(Optional<String> representation) {
        Recipe own = provenance().recipe().orElseThrow(() -> new RequestException(FLAG, "NO_RECIPE",
                "the model '" + name + "' does not say how it was learnt.", "Name a recipe with --recipe."));
        representation.ifPresent(wanted -> refuseOther(wanted, own.stepsPerQuarter(), "--representation asks for"));
        return beginning(own.fineTuning());
    }

    /// Learning with a recipe that was asked for.
    ///
    /// @throws RequestException where its representation or its spec is another than the model's
    Beginning with(Recipe recipe) {
        if (!recipe.representation().equals(TrainCase.BY_DATA)) {
            refuseOther(recipe.representation(), recipe.stepsPerQuarter(), "the recipe '" + recipe.name() + "' asks for");
        }
        ModelSpec own = model.checkpoint().spec();
        ModelSpec asked = recipe.spec();
        if (!asked.hasTensorsOf(own)) {
            throw new RequestException("--recipe", "OTHER_SPEC", "the recipe '" + recipe.name() + "' is for another network ("
                    + asked.words() + ") than the model '" + name + "' is (" + own.words() + ").",
                    "Leave out --recipe to go on with the model's own, or give the recipe the model's spec.");
        }
        return beginning(recipe);
    }

    private Beginning beginning(Recipe recipe) {
        Checkpoint checkpoint = model.checkpoint();
        return new Beginning(recipe, checkpoint.tokenizer(), checkpoint.weights(), provenance().style(),
                provenance().quartersPerMinute(),
                Optional.of(new Provenance.Base(name, model.hash(), provenance().allData())));
    }

    private Provenance provenance() {
        return model.checkpoint().provenance();
    }

    private void refuseOther(String wanted, int stepsPerQuarter, String who) {
        Tokenizer asked = Representations.named(wanted, stepsPerQuarter);
        Tokenizer own = model.checkpoint().tokenizer();
        if (!alike(asked, own)) {
            throw new RequestException(who.startsWith("-") ? "--representation" : "--recipe", "OTHER_REPRESENTATION",
                    who + " " + words(asked) + ", but the model '" + name + "' reads " + words(own) + ".",
                    "Leave it out, or begin with a model that reads what you want.");
        }
    }

    /// Whether two tokenizers are the same but for what they have learnt from music.
    static boolean alike(Tokenizer first, Tokenizer second) {
        return first.stepsPerQuarter() == second.stepsPerQuarter() && kind(first).equals(kind(second));
    }

    private static String kind(Tokenizer tokenizer) {
        return Representations.toJson(tokenizer).path("name").asString("");
    }

    private static String words(Tokenizer tokenizer) {
        return kind(tokenizer) + " at " + tokenizer.stepsPerQuarter() + " steps a quarter note";
    }
}
