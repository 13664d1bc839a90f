package dev.cadenza.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipesTest {

    @TempDir
    Path folder;

    static Recipe recipe(Layout layout) {
        return new Recipe("toy", "why not", "melody", 4,
                new ModelSpec.Recurrent(ModelSpec.Cell.GRU, 2, 16, 0.25, layout), 3, 8, 32, 16, 5, 0.2, "adamw", 0.002, 0.1,
                50, 0.01, 1, 0.05, 0.35, 0.15, 0.5, 0.999, 4, "auto", 1.5, new Objective.Likelihood());
    }

    @Test
    void everyMemberIsReadAgain() {
        for (Layout layout : new Layout[] {new Layout.TokenLayout(Layout.Input.ONE_HOT, 0),
                new Layout.TokenLayout(Layout.Input.EMBEDDING, 8), new Layout.StepLayout(8, 12, 7, true)}) {
            Recipe recipe = recipe(layout);
            Recipes.write(folder.resolve("toy.json"), recipe);
            assertEquals(recipe, Recipes.named(folder, "toy"));
        }
    }

    @Test
    void membersLeftOutHaveTheirUsualValues() throws IOException {
        String spec = """
                {"family": "recurrent", "cell": "GRU", "layers": 1, "hidden": 8,
                 "layout": {"kind": "token", "input": "ONE_HOT", "embedding": 0}}""";
        Path file = folder.resolve("short.json");
        Files.writeString(file, "{\"window\": 48, \"spec\": " + spec + "}");
        assertEquals(new Recipe("", "", "auto", 4, new ModelSpec.Recurrent(ModelSpec.Cell.GRU, 1, 8, 0,
                new Layout.TokenLayout(Layout.Input.ONE_HOT, 0)), 100, 32, 48, 48, 0, 0.2, "adam", 0.001, 1, 0, 0, 0, 0, 0, 0,
                0, 0, 0, "fp32", 0, new Objective.Likelihood()), Recipes.read(file));
        Files.writeString(file, "{\"window\": 48}");
        assertEquals("spec", assertThrows(InputException.class, () -> Recipes.read(file)).place().toString());
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        Recipes.write(folder.resolve("toy.json"), recipe(new Layout.StepLayout(8, 12, 7, true)));
        RequestException e = assertThrows(RequestException.class, () -> Recipes.named(folder, "tyo"));
        assertTrue(e.getMessage().contains("toy."), e.getMessage());
        assertThrows(RequestException.class, () -> Recipes.named(folder.resolve("none"), "../toy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"epochs\" : 3        | \"epochs\" : 0       | epochs",
        "\"epochs\" : 3        | \"epochs\" : 2.5     | epochs",
        "\"epochs\" : 3        | \"epocs\" : 3        | epocs",
        "\"epochs\" : 3        | \"epochs\" : 3, \"beam\" : 1 | beam",
        "\"precision\" : \"auto\" | \"precision\" : \"int1\"  | precision",
        "\"reach\" : 7         | \"reach\" : 7, \"width\" : 1 | spec.layout.width",
        "\"hidden\" : 16       | \"hidden\" : 16, \"x\" : 1 | spec.x",
        "\"kind\" : \"step\"   | \"kind\" : \"bar\"   | spec.layout.kind",
        "\"cell\" : \"GRU\"    | \"cell\" : \"gru\"   | spec.cell"})
    void aFaultIsNamed(String good, String bad, String member) throws IOException {
        Path file = folder.resolve("toy.json");
        Recipes.write(file, recipe(new Layout.StepLayout(8, 12, 7, true)));
        String text = Files.readString(file);
        assertTrue(text.contains(good.strip()), text);
        Files.writeString(file, text.replace(good.strip(), bad.strip()));
        InputException e = assertThrows(InputException.class, () -> Recipes.read(file));
        assertTrue(e.place().toString().equals(member) , e.getMessage());
    }

    @Test
    void whatIsNotJsonIsRefused() throws IOException {
        Path file = folder.resolve("toy.json");
        Files.writeString(file, "{\"name\": }");
        assertEquals("RECIPE", assertThrows(InputException.class, () -> Recipes.read(file)).code());
        assertEquals("CANNOT_READ", assertThrows(InputException.class, () -> Recipes.read(folder.resolve("no"))).code());
    }
}
