package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.latent.Attribute;
import dev.cadenza.model.latent.AttributeVectors;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one can do in a model's space: ways between pieces, variations, samples that lean.
class LatentCommandTest {

    private static final Tokenizer MELODY = new MelodyTokenizer(4);

    @TempDir
    private Path folder;

    private String model;
    private String first;
    private String second;

    @BeforeEach
    void writeAModelAndTunes() throws IOException {
        model = at("toy");
        ToyModel.checkpoint(new ModelSpec.MusicVae(6, 5, 0, 1, 7, 8, 9, 2, 16, 0), MELODY, List.of()).write(folder.resolve("toy"));
        ToyMusic.write(folder.resolve("tunes"), 2);
        first = at("tunes/0.mid");
        second = at("tunes/1.mid");
    }

    private void writeAttributes() {
        Random random = new Random(1);
        SortedMap<Attribute, AttributeVectors.Direction> directions = new TreeMap<>();
        for (Attribute attribute : Attribute.values()) {
            float[] vector = new float[5];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = 20 * random.nextFloat() - 10;
            }
            directions.put(attribute, new AttributeVectors.Direction(0, 1, vector));
        }
        AtomicFiles.write(folder.resolve("toy").resolve(AttributeVectors.FILE), new AttributeVectors(60, directions).content());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Captured run(String... arguments) {
        return Captured.run(Stream.concat(Stream.of(arguments), Stream.of("--model", model, "--to", "mid")).toArray(String[]::new));
    }

    private JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(name)));
    }

    private static Score score(Path file) {
        return MidiReader.read(file).score();
    }

    @Test
    void aWayIsAFileAStepAndOneOfAll() throws IOException {
        Captured run = run("interpolate", first, second, "--steps", "3", "--seed", "4", "--out", folder + "/way/");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertEquals(4, run.out().lines().count(), run.out());
        for (String step : List.of("1", "2", "3", "joined")) {
            assertTrue(Files.exists(folder.resolve("way/0-to-1-" + step + ".mid")), run.out());
        }
        Score start = score(folder.resolve("way/0-to-1-1.mid"));
        assertEquals(score(Path.of(first)).parts().getFirst().notes().stream().map(note -> note.pitch().midi()).toList(),
                start.parts().getFirst().notes().stream().map(note -> note.pitch().midi()).toList());
        assertEquals(73, start.parts().getFirst().instrument().program());
        assertEquals(3 * start.end(), Math.ceilDiv(score(folder.resolve("way/0-to-1-joined.mid")).end(), start.end()) * start.end());
        JsonNode step = json("way/0-to-1-2.json");
        assertEquals("interpolate", step.at("/request/kind").asString());
        assertEquals(2, step.at("/request/step").asInt());
        assertEquals(64, step.at("/request/fromSha256").asString().length());
        assertTrue(json("way/0-to-1-joined.json").at("/request/step").isMissingNode());
        assertFalse(step.at("/originality").isMissingNode());
    }

    @Test
    void equalSeedsGiveEqualBytes() throws IOException {
        run("vary", first, "--amount", "0.5", "--seed", "7", "--takes", "2", "--out", at("a"));
        run("vary", first, "--amount", "0.5", "--seed", "7", "--takes", "2", "--out", at("b"));
        run("vary", first, "--amount", "0.5", "--seed", "8", "--out", at("c"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a-1.mid")), Files.readAllBytes(folder.resolve("b-1.mid")));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a-2.json")), Files.readAllBytes(folder.resolve("b-2.json")));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a-2.mid")), Files.readAllBytes(folder.resolve("c.mid")));
        assertEquals(0.5, json("a-1.json").at("/request/amount").asDouble());
        assertEquals("vary", json("a-1.json").at("/request/kind").asString());
    }

    @Test
    void aVariationTakesTheNameOfItsFile() {
        Captured run = run("vary", first, "--seed", "1", "--out", folder + "/");
        assertTrue(run.out().contains("0-varied.mid"), run.out() + run.err());
    }

    @Test
    void moreAndLessMoveTheMusic() throws IOException {
        writeAttributes();
        Captured plain = run("compose", "--bars", "4", "--seed", "1", "--out", at("plain"));
        Captured more = run("compose", "--bars", "4", "--seed", "1", "--more", "density=3,height", "--less", "leaps", "--out", at("more"));
        assertEquals(ExitCode.OK, plain.code(), plain.err());
        assertEquals(ExitCode.OK, more.code(), more.err());
        assertFalse(java.util.Arrays.equals(Files.readAllBytes(folder.resolve("plain.mid")), Files.readAllBytes(folder.resolve("more.mid"))));
        JsonNode attributes = json("more.json").at("/request/attributes");
        assertEquals(3, attributes.get("density").asDouble());
        assertEquals(-1, attributes.get("leaps").asDouble());
        Captured varied = run("vary", first, "--amount", "0", "--more", "range", "--out", at("wide"));
        assertEquals(ExitCode.OK, varied.code(), varied.err());
    }

    @Test
    void whatCannotBeIsOneSentenceThatNamesTheFlag() throws IOException {
        refused("--more", "compose", "--more", "density");
        writeAttributes();
        refused("--less", "compose", "--less", "beauty");
        refused("--more", "vary", first, "--more", "density=many");
        refused("--more", "vary", first, "--more", "density=11");
        refused("--less", "vary", first, "--more", "density", "--less", "density");
        refused("--amount", "vary", first, "--amount", "1.5");
        refused("--steps", "interpolate", first, second, "--steps", "1");
        refused("--meter", "compose", "--meter", "3/4");
        refused("--from-window", "compose", "--from-window", "--more", "density");
        refused("--from-window", "compose", "--from-window");
        Files.writeString(folder.resolve("toy").resolve(AttributeVectors.FILE), "{");
        refused(AttributeVectors.FILE, "compose", "--more", "density");
    }

    @Test
    void aModelWithoutASpaceIsRefused() {
        ToyModel.write(folder.resolve("toy2"));
        model = at("toy2");
        refused("--model", "vary", first);
        refused("--model", "interpolate", first, second);
        refused("--model", "compose", "--more", "density");
    }

    @Test
    void trainingFindsTheDirections() throws IOException {
        Path recipe = Files.writeString(folder.resolve("small-vae.json"), """
                {"name": "small-vae", "representation": "melody", "stepsPerQuarter": 4, "spec": {"family": "musicvae", "encoder": 6,
                "latent": 5, "conductor": 0, "layers": 1, "decoder": 7, "embedding": 8, "head": 9, "bars": 2, "barSteps": 16}}""");
        ToyMusic.write(folder.resolve("music"), 8, List.of(Meter.common()));
        Captured run = Captured.run("train", at("music"), "--recipe", recipe.toString(), "--out", at("learnt"), "--epochs", "1");
        assertEquals(ExitCode.OK, run.code(), run.err());
        JsonNode directions = json("learnt/best/" + AttributeVectors.FILE);
        assertEquals(5, directions.at("/attributes/height/vector").size(), directions.toString());
        model = at("learnt");
        Captured composed = run("compose", "--bars", "2", "--less", "height", "--out", at("calm"));
        assertEquals(ExitCode.OK, composed.code(), composed.err());
        ToyMusic.write(folder.resolve("waltzes"), 8, List.of(new Meter(0, 3, 4)));
        Captured few = Captured.run("train", at("waltzes"), "--recipe", recipe.toString(), "--out", at("few"), "--epochs", "1");
        assertEquals(ExitCode.OK, few.code(), few.err());
        assertTrue(few.err().contains("at least 40"), few.err());
        assertFalse(Files.exists(folder.resolve("few/best").resolve(AttributeVectors.FILE)));
        assertFalse(run.err().contains("metre") || few.err().contains("metre"), run.err() + few.err());
        ToyMusic.write(folder.resolve("unmetred"), 8);
        Captured guessed = Captured.run("train", at("unmetred"), "--recipe", recipe.toString(), "--out", at("guessed"), "--epochs", "1");
        assertEquals(ExitCode.OK, guessed.code(), guessed.err());
        assertTrue(guessed.err().contains("of the pieces to learn from state no metre; they are taken for 4/4"), guessed.err());
        assertTrue(Files.exists(folder.resolve("guessed/best").resolve(AttributeVectors.FILE)));
    }

    private void refused(String named, String... arguments) {
        Captured run = run(arguments);
        assertFalse(run.code() == ExitCode.OK, String.join(" ", arguments));
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(named), run.err());
        assertEquals("", run.out());
    }
}
