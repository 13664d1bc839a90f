package dev.cadenza.model.checkpoint;

import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Recipes as JSON files: one member for each component of [Recipe], no others known. Only `spec` is needed; what a
/// missing member means stands with its component.
public final class Recipes {

    private static final int LIMIT = 1 << 20;
    private static final String REMEDY = "Compare it with the recipes that come with Cadenza.";

    private Recipes() {
    }

    /// The recipe in a file.
    ///
    /// @throws InputException where the file is missing or not a recipe; it names the member that is wrong
    public static Recipe read(Path file) {
        try {
            if (Files.size(file) > LIMIT) {
                throw refused(file.toString(), "the file", "it is longer than " + LIMIT + " bytes.");
            }
            Fields fields = new Fields(Json.parse(Files.readAllBytes(file)), "",
                    (member, cause) -> refused(file.toString(), member, cause));
            Recipe recipe = read(fields);
            fields.end();
            return recipe;
        } catch (IOException e) {
            throw new InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the recipe cannot be read (" + e.getClass().getSimpleName() + ").",
                    "Check the name of the file.", e);
        } catch (JacksonException e) {
            throw refused(file.toString(), "the file", "it is not valid JSON (" + Json.reason(e) + ").");
        } catch (RequestException e) {
            throw refused(file.toString(), e.source(), e.getMessage());
        }
    }

    /// The recipe of that name, from `NAME.json` in a folder.
    ///
    /// @throws RequestException where there is none; it lists those that are there
    public static Recipe named(Path folder, String name) {
        Path file = folder.resolve(name + ".json");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || !Files.isRegularFile(file)) {
            throw new RequestException("recipe", "UNKNOWN_RECIPE", "no recipe is named \"" + name + "\".",
                    "Known recipes: " + String.join(", ", names(folder)) + ".");
        }
        return read(file);
    }

    /// Names of the recipes in a folder, sorted.
    public static List<String> names(Path folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                names.add(name.substring(0, name.length() - ".json".length()));
            }
        } catch (IOException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /// Writes a recipe, for people to read and change.
    public static void write(Path file, Recipe recipe) {
        AtomicFiles.write(file, Json.pretty(write(recipe)));
    }

    static ObjectNode write(Recipe recipe) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("name", recipe.name());
        node.put("comment", recipe.comment());
        node.put("representation", recipe.representation());
        node.put("stepsPerQuarter", recipe.stepsPerQuarter());
        node.set("spec", SpecJson.write(recipe.spec()));
        node.put("epochs", recipe.epochs());
        node.put("batch", recipe.batch());
        node.put("window", recipe.window());
        node.put("stride", recipe.stride());
        node.put("transpose", recipe.transpose());
        node.put("validation", recipe.validation());
        node.put("optimiser", recipe.optimiser());
        node.put("learningRate", recipe.learningRate());
        node.put("finalRate", recipe.finalRate());
        node.put("warmup", recipe.warmup());
        node.put("weightDecay", recipe.weightDecay());
        node.put("clip", recipe.clip());
        node.put("inputDropout", recipe.inputDropout());
        node.put("weightDropout", recipe.weightDropout());
        node.put("featureDropout", recipe.featureDropout());
        node.put("hintDropout", recipe.hintDropout());
        node.put("averaging", recipe.averaging());
        node.put("patience", recipe.patience());
        node.put("precision", recipe.precision());
        node.put("budgetMinutes", recipe.budgetMinutes());
        node.set("objective", ObjectiveJson.write(recipe.objective()));
        return node;
    }

    /// Reads the members of a recipe; the caller asks for [Fields#end].
    static Recipe read(Fields fields) {
        Fields spec = fields.object("spec");
        Optional<Fields> objective = fields.has("objective") ? Optional.of(fields.object("objective")) : Optional.empty();
        int window = fields.integer("window", 128);
        Recipe recipe = new Recipe(
                fields.text("name", ""),
                fields.text("comment", ""),
                fields.text("representation", "auto"),
                fields.integer("stepsPerQuarter", 4),
                SpecJson.read(spec),
                fields.integer("epochs", 100),
                fields.integer("batch", 32),
                window,
                fields.integer("stride", window),
                fields.integer("transpose", 0),
                fields.number("validation", 0.2),
                fields.text("optimiser", "adam"),
                fields.number("learningRate", 0.001),
                fields.number("finalRate", 1),
                fields.integer("warmup", 0),
                fields.number("weightDecay", 0),
                fields.number("clip", 0),
                fields.number("inputDropout", 0),
                fields.number("weightDropout", 0),
                fields.number("featureDropout", 0),
                fields.number("hintDropout", 0),
                fields.number("averaging", 0),
                fields.integer("patience", 0),
                fields.text("precision", "fp32"),
                fields.number("budgetMinutes", 0),
                objective.map(ObjectiveJson::read).orElseGet(Objective.Likelihood::new));
        spec.end();
        objective.ifPresent(Fields::end);
        return recipe;
    }

    private static CadenzaException refused(String source, String member, String cause) {
        return new InputException(source, new Place.Member(member), "RECIPE", cause, REMEDY);
    }
}
