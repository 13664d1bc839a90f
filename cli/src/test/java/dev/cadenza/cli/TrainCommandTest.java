package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command around the trainer; the trainer itself is a stand-in, see [ToyTrainer].
class TrainCommandTest {

    private static final String RECIPE = Captured.HOME.resolve("recipes/article-lstm.json").toString();

    @TempDir
    private Path folder;

    private String data;
    private String out;

    @BeforeEach
    void writeMusic() throws IOException {
        Path music = ToyMusic.write(folder.resolve("music"), 8);
        Files.writeString(music.resolve("broken.mid"), "MThd");
        data = music.toString();
        out = folder.resolve("model").toString();
    }

    @Test
    void saysWhatWasKeptHowLongItTakesAndWhereTheModelIs() {
        Captured run = Captured.run("train", data, "--recipe", RECIPE, "--out", out, "--epochs", "3");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("kept 8 of 9 files"), run.err());
        assertTrue(run.err().contains("HEADER_TRUNCATED"), run.err());
        assertTrue(run.out().contains("at most 3 epochs"), run.out());
        assertTrue(run.out().contains("MB of disk"), run.out());
        assertTrue(run.out().contains("about 3 s"), run.out());
        assertTrue(run.out().contains("cadenza compose --model " + out), run.out());
        assertEquals(ExitCode.OK, Captured.run("compose", "--model", out, "--bars", "2", "--to", "mid", "--out",
                folder.resolve("first").toString()).code());
    }

    @Test
    void jsonHoldsTheReport() {
        Captured run = Captured.run("train", data, "--recipe", RECIPE, "--out", out, "--json");
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertEquals("EPOCHS", json.get("end").asString());
        assertEquals(8, json.at("/data/kept").asInt());
        assertEquals(1, json.at("/data/dropped").asInt());
    }

    @Test
    void stoppingIsCleanAndSaysHowToGoOn() throws InterruptedException {
        ToyTrainer.running = new CountDownLatch(1);
        Interruption interruption = new Interruption();
        Thread stopper = Thread.ofPlatform().start(() -> {
            try {
                ToyTrainer.running.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            interruption.stop();
        });
        Captured run = Captured.run(interruption, "train", data, "--recipe", RECIPE, "--out", out, "--epochs",
                String.valueOf(ToyTrainer.ENDLESS));
        interruption.finished();
        stopper.join();
        assertEquals(ExitCode.INTERRUPTED, run.code(), run.err());
        assertTrue(run.out().contains("--resume"), run.out());
    }

    @Test
    void learningThatGoesAstrayAtOnceNamesNoModel() {
        Captured run = Captured.run("train", data, "--recipe", RECIPE, "--out", out, "--epochs", String.valueOf(ToyTrainer.ASTRAY));
        assertEquals(ExitCode.FAILED, run.code(), run.err());
        assertTrue(run.out().contains("There is no model") && run.out().contains("learningRate"), run.out());
        assertFalse(run.out().contains("best"), run.out());
        Captured json = Captured.run("train", data, "--recipe", RECIPE, "--out", out, "--epochs", String.valueOf(ToyTrainer.ASTRAY), "--json");
        assertTrue(JsonMapper.shared().readTree(json.out()).get("best").isNull(), json.out());
    }

    @Test
    void aFolderWithAModelIsNotTrainedOver() {
        Captured.run("train", data, "--recipe", RECIPE, "--out", out);
        Captured again = Captured.run("train", data, "--recipe", RECIPE, "--out", out);
        assertEquals(ExitCode.USAGE, again.code());
        assertTrue(again.err().contains("--resume"), again.err());
    }

    @Test
    void whatCannotWorkIsRefusedInWords() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (String source : List.of(empty.toString(), folder.resolve("missing").toString())) {
            Captured run = Captured.run("train", source, "--recipe", RECIPE, "--out", out);
            assertEquals(ExitCode.FAILED, run.code(), run.err());
            assertTrue(run.err().lines().toList().getLast().startsWith("cadenza: " + source), run.err());
        }
        Captured unknown = Captured.run("train", data, "--recipe", "no-such-recipe", "--out", out);
        assertEquals(ExitCode.USAGE, unknown.code());
        assertTrue(unknown.err().contains("article-lstm"), unknown.err());
    }
}
