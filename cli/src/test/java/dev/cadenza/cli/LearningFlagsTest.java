package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `train` offers besides learning: samples, models to begin with, representations, words about small data.
class LearningFlagsTest {

    private static final Path MELODY = Captured.HOME.resolve("models/melody");

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void writeMusic() throws IOException {
        data = ToyMusic.write(folder.resolve("my music"), 8);
    }

    private Captured train(String out, String... flags) {
        List<String> all = new ArrayList<>(List.of("train", data.toString(), "--out", folder.resolve(out).toString()));
        all.addAll(Arrays.asList(flags));
        return Captured.run(all.toArray(String[]::new));
    }

    @Test
    void aRunWhoseTimeIsUsedUpSaysHowToGoOn() {
        Captured run = train("hurried", "--epochs", "3", "--minutes", "2.5", "--samples-every", "0");
        assertEquals(2.5, ToyTrainer.asked.recipe().budgetMinutes());
        assertTrue(run.out().contains("Stopped, for the recipe's time is used up"), run.out());
        assertTrue(run.out().contains("Go on for as long again: cadenza train ") && run.out().contains(" --epochs 3 --minutes 5 --seed 1 --samples-every 0 --out "), run.out());
        assertFalse(train("unhurried", "--epochs", "3", "--minutes", "0").out().contains("Go on"), "no limit");
        assertEquals(0, ToyTrainer.asked.recipe().budgetMinutes());
        Captured wrong = train("wrong", "--minutes", "-1");
        assertEquals(ExitCode.USAGE, wrong.code());
        assertTrue(wrong.err().contains("--minutes: must be 0 (no limit) or more."), wrong.err());
    }

    @Test
    void samplesAreMusicAndTheSameAgain() throws IOException {
        Captured run = train("model", "--epochs", "3", "--samples-every", "2");
        assertEquals(ExitCode.OK, run.code(), run.err());
        Path sample = folder.resolve("model/samples/epoch-002.mid");
        assertTrue(run.out().contains("Hear it learn: " + sample), run.out());
        assertFalse(Files.exists(folder.resolve("model/samples/epoch-001.mid")));
        Score score = MidiReader.read(sample).score();
        assertTrue(score.parts().getFirst().notes().size() > 4 && score.end() > 4 * 4 * score.resolution(), score.toString());
        train("again", "--epochs", "3", "--samples-every", "2");
        assertEquals(-1, Files.mismatch(sample, folder.resolve("again/samples/epoch-002.mid")));
        train("none", "--epochs", "3", "--samples-every", "0");
        assertFalse(Files.exists(folder.resolve("none/samples")));
    }

    @Test
    void aSampleThatCannotBeMadeEndsNothing() {
        Captured run = train("model", "--epochs", String.valueOf(ToyTrainer.SPEECHLESS), "--samples-every", "1");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("No sample of epoch 3 could be made"), run.err());
    }

    @Test
    void learningBeginsWithAModel() {
        Captured run = train("model", "--from-model", "melody");
        assertEquals(ExitCode.OK, run.code(), run.err());
        Checkpoint.Loaded base = Checkpoint.load(MELODY);
        TrainRequest asked = ToyTrainer.asked;
        assertEquals(base.checkpoint().weights(), asked.weights());
        Recipe own = base.checkpoint().provenance().recipe().orElseThrow();
        assertEquals(own.fineTuning(), asked.recipe());
        assertTrue(asked.recipe().learningRate() < own.learningRate());
        Provenance facts = asked.provenance();
        assertEquals(new Provenance.Base("melody", base.hash(), base.checkpoint().provenance().data()), facts.base().orElseThrow());
        assertEquals("my music", facts.data().getFirst().name());
        assertEquals("not stated", facts.data().getFirst().licence());
        assertEquals(64, facts.data().getFirst().sha256().length());
        assertEquals(base.checkpoint().provenance().quartersPerMinute(), facts.quartersPerMinute());
        assertFalse(run.err().contains("little music"), run.err());
        assertEquals(ExitCode.OK, train("other", "--from-model", MELODY.toString(), "--recipe", "melody").code());
        assertEquals(base.checkpoint().weights(), ToyTrainer.asked.weights());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "chorale | --recipe article-lstm           | article-lstm",
        "melody  | --recipe chorale                | satb-grid",
        "chorale | --representation melody         | reads",
        "melody  | --representation waltz          | 'waltz'",
        "no-such | --seed 2                        | Known are chorale, "})
    void whatContradictsTheModelIsRefusedInWords(String model, String flag, String word) {
        String[] parts = flag.split(" ");
        Captured run = train("model", "--from-model", model, parts[0], parts[1]);
        assertEquals(ExitCode.USAGE, run.code(), run.err());
        assertTrue(run.err().contains(word), run.err());
        assertFalse(Files.exists(folder.resolve("model")));
    }

    @Test
    void aModelThatDoesNotSayHowItWasLearntNeedsARecipe() {
        ToyModel.write(folder.resolve("toy"));
        Captured run = train("model", "--from-model", folder.resolve("toy").toString());
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains("--recipe"), run.err());
    }

    @Test
    void littleMusicIsSaidWithTheCommandThatHelps() throws IOException {
        Captured run = train("model");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("768 notes for a network of 100,000 learnt numbers; 1,000 notes would do"), run.err());
        Captured more = Captured.run("train", ToyMusic.write(folder.resolve("more"), 14).toString(), "--out",
                folder.resolve("enough").toString());
        assertFalse(more.err().contains("little music"), more.err());
        assertTrue(run.err().contains("cadenza train '" + data + "' --from-model melody --out " + folder.resolve("model-tuned")),
                run.err());
    }

    @Test
    void aRepresentationBringsItsRecipe() throws IOException {
        Path chorales = folder.resolve("chorales.json");
        String piece = "[" + "[60,55,52,48],[62,57,53,50],".repeat(300) + "[60,55,52,48]]";
        Files.writeString(chorales, "{\"train\":[" + piece + "],\"valid\":[" + piece + "],\"test\":[]}");
        for (String representation : List.of("satb-grid", "melody")) {
            Captured run = Captured.run("train", chorales.toString(), "--representation", representation, "--out",
                    folder.resolve(representation).toString());
            assertEquals(ExitCode.OK, run.code(), run.err());
            assertEquals(representation, ToyTrainer.asked.recipe().representation());
            assertEquals(representation.equals("satb-grid") ? "chorale" : "melody", ToyTrainer.asked.recipe().name());
            assertEquals(representation.equals("satb-grid"), ToyTrainer.asked.tokenizer() instanceof SatbTokenizer);
        }
        assertEquals(ExitCode.USAGE, train("model", "--representation", "waltz").code());
    }
}
