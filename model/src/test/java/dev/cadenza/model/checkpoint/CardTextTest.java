package dev.cadenza.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.model.ModelSpec.Cell;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.Toys;
import dev.cadenza.score.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTextTest {

    @TempDir
    Path folder;

    private static Checkpoint checkpoint() {
        Provenance facts = new Provenance("melody", "0.1.0", Optional.of(RecipesTest.recipe(Toys.STEP)), 7,
                List.of(new Provenance.Source("my | tunes\n<b>", "", 12, "ab12")),
                new TreeMap<>(Map.of("valid.natsPerQuarter", 1.25, "epochs", 9.0)), 92, List.of(new PitchRange(55, 79)),
                List.of(new Provenance.KeyCount(-2, Mode.MINOR, 8), new Provenance.KeyCount(0, Mode.MAJOR, 4)),
                List.of(new Provenance.MeterCount(3, 4, 12)), new TreeMap<>());
        return Toys.checkpoint(Cell.LSTM, Toys.STEP, Toys.MELODY, 1, 0.3).withProvenance(facts.from(
                new Provenance.Base("lieder", "cd34", List.of(new Provenance.Source("Songs", "CC BY-NC-SA 4.0", 403, "")))));
    }

    private static String card(Checkpoint checkpoint) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CardText.of(checkpoint).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void itSaysWhatTheModelIsAndWhatItLearntFrom() throws IOException {
        String card = card(checkpoint());
        for (String part : List.of("# Model: melody\n", "`melody` (stepsPerQuarter 4), ", "LSTM, 2 layers of 13, one position a step; ",
                "the weights of the model `lieder`, SHA-256 `cd34`", "| toy, seed 7 |", checkpoint().hash(),
                "| Songs (by way of `lieder`) | 403 | CC BY-NC-SA 4.0 | not known |",
                "| my \\| tunes \\<b> | 12 | not stated | `ab12` |", "| epoch that was kept | 9 |",
                "| validation part, nats a quarter note | 1.2500 |", "G minor 8, C major 4", "3/4: 12", "55-79",
                "cadenza compose --model DIR", "\"weightDropout\" : 0.35")) {
            assertTrue(card.contains(part), () -> part + "\n\n" + card);
        }
        assertTrue(card.indexOf("Songs") < card.indexOf("my \\|"), "the data of the base comes first");
    }

    @Test
    void itLiesBesideTheModelAndChangesNothing() throws IOException {
        checkpoint().write(folder.resolve("m"), Map.of(CardText.FILE, CardText.of(checkpoint())));
        Checkpoint.Loaded loaded = Checkpoint.load(folder.resolve("m"));
        assertEquals(checkpoint().hash(), loaded.hash());
        assertEquals(checkpoint().provenance(), loaded.checkpoint().provenance());
        assertEquals(Files.readString(folder.resolve("m").resolve(CardText.FILE)), card(loaded.checkpoint()));
    }

    @Test
    void littleKnownGivesAShortCard() throws IOException {
        String card = card(Toys.checkpoint(Cell.GRU, Toys.ONE_HOT, Toys.SATB, 1, 0.3));
        assertTrue(card.contains("weights drawn at random") && card.contains("That is not known."), card);
        assertFalse(card.contains("Figures") || card.contains("json") && card.contains("The recipe"), card);
    }

    @Test
    void aGeneratorIsJudgedByItsMusicAndNotByItsLoss() throws IOException {
        for (Objective objective : List.of(new Objective.Wasserstein(2, 10, 1), new Objective.Relativistic(50, 1, 1, 1, 1))) {
            Recipe recipe = new Recipe("toy", "", "melody", 4, RecipesTest.recipe(Toys.STEP).spec(), 3, 8, 32, 16, 0, 0.2, "adam", 0.002, 0.1,
                    0, 0, 1, 0, 0, 0, 0, 0, 0, "fp32", 0, objective);
            Provenance facts = new Provenance("game", "0.1.0", Optional.of(recipe), 7, List.of(),
                    new TreeMap<>(Map.of("train." + objective.lossName(), 1.5)), 100, List.of(), List.of(), List.of(), new TreeMap<>());
            String card = card(Toys.checkpoint(Cell.LSTM, Toys.STEP, Toys.MELODY, 1, 0.3).withProvenance(facts));
            assertTrue(card.contains("| training part, loss of the generator, as measured while learning | 1.5000 |"), card);
            assertTrue(card.contains("a smaller distance") && !card.contains("Nats are surprise"), card);
            assertEquals(objective instanceof Objective.Relativistic, card.contains("In the first 50 steps"), card);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none at all", value = {
        "not stated                                         | UNSTATED",
        "''                                                 | UNSTATED",
        "CC0 1.0                                            | FREE",
        "Public Domain                                      | FREE",
        "CC BY 4.0                                          | ATTRIBUTION",
        "CC-BY-SA-3.0                                       | SHARE_ALIKE,ATTRIBUTION",
        "CC BY-NC-SA 4.0                                    | NON_COMMERCIAL,SHARE_ALIKE,ATTRIBUTION",
        "Attribution-NonCommercial-NoDerivs, CC BY-NC-ND    | NON_COMMERCIAL,NO_DERIVATIVES,ATTRIBUTION",
        "GPL-3.0-or-later                                   | SHARE_ALIKE",
        "GNU General Public License, version 2              | SHARE_ALIKE",
        "MIT License                                        | ATTRIBUTION",
        "by permission of my aunt                           | none at all"})
    void licencesAreKnownByTheirNames(String licence, String kinds) {
        List<String> expected = kinds == null ? List.of() : List.of(kinds.split(","));
        List<String> notes = LicenceNote.of(licence);
        assertEquals(Math.max(1, expected.size()), notes.size(), notes.toString());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(LicenceNote.of(EXAMPLES.get(expected.get(i))).getFirst(), notes.get(i));
        }
        assertEquals(kinds == null, notes.getFirst().startsWith("Read it before"), notes.toString());
    }

    private static final Map<String, String> EXAMPLES = Map.of("UNSTATED", "unknown", "FREE", "cc0", "ATTRIBUTION", "cc by",
            "SHARE_ALIKE", "gpl", "NON_COMMERCIAL", "nc", "NO_DERIVATIVES", "nd");

    @Test
    void aLicenceMayBeGivenAsItsWholeText() {
        String text = "Creative Commons Attribution 4.0\n\n" + "You may not use it by any other means or sell it nc. ".repeat(40);
        assertEquals(LicenceNote.of("cc by"), LicenceNote.of(text));
    }
}
