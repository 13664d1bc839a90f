package dev.cadenza.app;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.checkpoint.Recipes;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds recipes: by name those that come with Cadenza, by file those of the user.
///
/// @param folder of the recipes that come with Cadenza
record RecipeShelf(Path folder) {

    private static final String USUAL = "melody";

    /// The recipe of that name, or in that file.
    Recipe named(String name) {
        boolean file = name.endsWith(".json") || Files.isRegularFile(Path.of(name));
        if (!file && !Recipes.names(folder).contains(name)) {
            throw new RequestException("--recipe", "RECIPE_UNKNOWN", "no recipe is named '" + name + "'.",
                    "Known are " + String.join(", ", Recipes.names(folder)) + "; or name a file that ends in .json.");
        }
        return file ? Recipes.read(Path.of(name)) : Recipes.named(folder, name);
    }

    /// The recipe for those who name none: where a representation was asked for, one that is made for it and learns what comes next, as
    /// composing needs it; other families are asked for by name.
    Recipe usual(Optional<String> representation) {
        if (representation.isEmpty()) {
            return named(USUAL);
        }
        String asked = representation.get();
        List<Recipe> all = Recipes.names(folder).stream().map(name -> Recipes.named(folder, name))
                .filter(recipe -> recipe.spec() instanceof ModelSpec.Recurrent).toList();
        // Options follow the name: `remi` is made for `remi+programs`, too.
        String kind = asked.split("\\+", 2)[0];
        return all.stream().filter(recipe -> recipe.representation().equals(asked)).findFirst()
                .or(() -> all.stream().filter(recipe -> recipe.representation().split("\\+", 2)[0].equals(kind)).findFirst())
                .orElseGet(() -> named(USUAL));
    }
}
