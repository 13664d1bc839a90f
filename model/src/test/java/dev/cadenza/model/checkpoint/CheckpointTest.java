package dev.cadenza.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.ModelSpec.Cell;
import dev.cadenza.model.Models;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.Toys;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    @TempDir
    Path folder;

    private static TokenSequence window() {
        int[][] context = Toys.MELODY.context(
                new Plan(4, new Meter(0, 3, 4), 0, Optional.of(new KeySignature(0, -2, Mode.MINOR)), true));
        return new TokenSequence(1, new int[] {62, 0, 69, 0}, context);
    }

    private static Checkpoint checkpoint() {
        Checkpoint random = Toys.checkpoint(Cell.LSTM, Toys.STEP, Toys.MELODY, 1, 0.3);
        Provenance provenance = new Provenance("melody", "0.1.0", Optional.of(RecipesTest.recipe(Toys.STEP)), 7,
                List.of(new Provenance.Source("Songs", "CC0", 12, "ab")), new TreeMap<>(Map.of("valid.natsPerQuarter", 1.25)),
                92, List.of(), List.of(), List.of(), new TreeMap<>(Map.of("note", "café")))
                .withPieces(Toys.MELODY, List.of(window()));
        return new Checkpoint(random.spec(), random.tokenizer(), random.weights(), provenance, List.of(window()));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Checkpoint checkpoint : List.of(checkpoint(), checkpoint().halved())) {
            checkpoint.write(folder.resolve("m"));
            Checkpoint.Loaded loaded = Checkpoint.load(folder.resolve("m"));
            Checkpoint read = loaded.checkpoint();
            assertEquals(checkpoint.spec(), read.spec());
            assertEquals(checkpoint.weights(), read.weights());
            assertEquals(checkpoint.provenance(), read.provenance());
            assertEquals(checkpoint.windows(), read.windows());
            assertEquals(checkpoint.tokenizer().vocabulary().names(), read.tokenizer().vocabulary().names());
            assertEquals(checkpoint.hash(), loaded.hash());
        }
    }

    @Test
    void aRecipeFromBeforeThereWereMoreMembersIsRead() throws IOException {
        checkpoint().write(folder.resolve("m"));
        Path file = folder.resolve("m/provenance.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceAll("\\s*\"(weightDropout|averaging|patience)\" : [^\\n]*", ""));
        Recipe recipe = Checkpoint.read(folder.resolve("m")).provenance().recipe().orElseThrow();
        assertEquals(List.of(0.0, 0.0, 0.0), List.of(recipe.weightDropout(), recipe.averaging(), (double) recipe.patience()));
        assertEquals("toy", recipe.name());
        Files.writeString(file, text.replace("\"averaging\"", "\"averageing\""));
        ModelException e = assertThrows(ModelException.class, () -> Models.load(folder.resolve("m")));
        assertEquals("recipe.averageing", e.place().toString());
    }

    @Test
    void theHashIsThatOfTheFilesOneAfterTheOther() throws Exception {
        checkpoint().write(folder.resolve("m"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : List.of("spec.json", "representation.json", "weights.safetensors", "provenance.json",
                "windows.json")) {
            all.write(Files.readAllBytes(folder.resolve("m").resolve(name)));
        }
        String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
        assertEquals(expected, Models.load(folder.resolve("m")).hash());
        assertNotEquals(expected, checkpoint().halved().hash());
    }

    @Test
    void piecesTellRangesKeysAndMetres() {
        Provenance provenance = checkpoint().provenance();
        assertEquals(List.of(new PitchRange(60, 67)), provenance.ranges());
        assertEquals(List.of(new Provenance.KeyCount(-2, Mode.MINOR, 1)), provenance.keys());
        assertEquals(List.of(new Provenance.MeterCount(3, 4, 1)), provenance.meters());
    }

    @Test
    void halvesAreRoundedToNearest() {
        Checkpoint full = checkpoint();
        Checkpoint halved = full.halved();
        full.weights().forEach((name, tensor) -> {
            Tensor half = halved.weights().get(name);
            assertEquals(Tensor.Type.F16, half.type());
            for (int i = 0; i < tensor.size(); i++) {
                assertEquals(Float.float16ToFloat(Float.floatToFloat16(tensor.at(i))), half.at(i));
            }
        });
    }

    @Test
    void aTensorThatDoesNotFitIsNamed() {
        Checkpoint good = checkpoint();
        Map<String, Tensor> weights = new TreeMap<>(good.weights());
        weights.put("rnn.bias_ih_l1", Tensor.of(new float[3], 3));
        ModelException shape = assertThrows(ModelException.class, () -> with(good, weights));
        assertEquals("TENSOR_SHAPE", shape.code());
        assertTrue(shape.getMessage().contains("rnn.bias_ih_l1") && shape.getMessage().contains("[3] instead of [52]"),
                shape.getMessage());
        weights.remove("rnn.bias_ih_l1");
        assertEquals("TENSOR_MISSING", assertThrows(ModelException.class, () -> with(good, weights)).code());
        weights.put("rnn.bias_ih_l1", good.weights().get("rnn.bias_ih_l1").halved());
        assertEquals("TENSOR_TYPE", assertThrows(ModelException.class, () -> with(good, weights)).code());
        weights.put("rnn.bias_ih_l1", good.weights().get("rnn.bias_ih_l1"));
        weights.put("more", Tensor.of(new float[1]));
        assertEquals("TENSOR_UNKNOWN", assertThrows(ModelException.class, () -> with(good, weights)).code());
        weights.remove("more");
        float[] bad = new float[52];
        bad[5] = Float.NaN;
        weights.put("rnn.bias_ih_l1", Tensor.of(bad, 52));
        assertEquals("TENSOR_NOT_FINITE", assertThrows(ModelException.class, () -> with(good, weights)).code());
    }

    private static void with(Checkpoint good, Map<String, Tensor> weights) {
        new Checkpoint(good.spec(), good.tokenizer(), weights, good.provenance(), good.windows());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "spec.json           | \"format\" : 1     | \"format\" : 2      | format",
        "spec.json           | \"hidden\" : 13    | \"hidden\" : 0      | hidden",
        "spec.json           | \"hidden\" : 13    | \"hidden\" : 14     | head.0.hidden.weight",
        "spec.json           | \"family\"         | \"kin\"             | family",
        "representation.json | melody             | harmony             | name",
        "provenance.json     | \"fifths\" : -2    | \"fifths\" : -9     | the file",
        "provenance.json     | \"lowest\" : 60    | \"lowest\" : 99     | ranges[0].lowest",
        "provenance.json     | \"seed\"           | \"sead\"            | seed",
        "windows.json        | 62                 | 620                 | windows[0]",
        "windows.json        | [62,0              | [62,0,0             | the file",
        "windows.json        | tokens             | tokns               | windows[0].tokens"})
    void aFaultInAFileIsNamed(String name, String good, String bad, String member) throws IOException {
        Path directory = folder.resolve("m");
        checkpoint().write(directory);
        Path file = directory.resolve(name.strip());
        String text = Files.readString(file);
        assertTrue(text.contains(good.strip()), text);
        Files.writeString(file, text.replace(good.strip(), bad.strip()));
        ModelException e = assertThrows(ModelException.class, () -> Models.load(directory));
        assertEquals(member, e.place().toString(), e.getMessage());
        assertTrue(e.source().startsWith(directory.toString()), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec.json", "representation.json", "weights.safetensors", "provenance.json"})
    void aMissingFileIsNamed(String name) throws IOException {
        checkpoint().write(folder.resolve("m"));
        Files.delete(folder.resolve("m").resolve(name));
        ModelException e = assertThrows(ModelException.class, () -> Models.load(folder.resolve("m")));
        assertTrue(e.source().endsWith(name), e.getMessage());
    }

    @Test
    void aMissingModelIsRefused() {
        assertEquals("NO_MODEL", assertThrows(ModelException.class, () -> Models.load(folder.resolve("none"))).code());
    }

    @Test
    void damageIsFoundOrHarmless() throws IOException {
        Path directory = folder.resolve("m");
        List<String> names = List.of("spec.json", "representation.json", "weights.safetensors", "provenance.json",
                "windows.json");
        Random random = new Random(11);
        Checkpoint good = checkpoint();
        good.write(directory);
        for (int i = 0; i < 400; i++) {
            Path file = directory.resolve(names.get(i % names.size()));
            byte[] whole = Files.readAllBytes(file);
            byte[] bytes = whole.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                bytes[random.nextInt(Math.min(bytes.length, 1500))] = (byte) random.nextInt(128);
            }
            Files.write(file, bytes);
            try {
                Checkpoint.read(directory);
            } catch (ModelException e) {
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
            }
            Files.write(file, whole);
        }
        assertEquals(good.hash(), Checkpoint.load(directory).hash());
    }

    @Test
    void aReaderNeverSeesHalfOfAReplacedCheckpoint() throws InterruptedException {
        Path directory = folder.resolve("m");
        List<Checkpoint> versions = List.of(checkpoint(), checkpoint().halved());
        List<String> hashes = versions.stream().map(Checkpoint::hash).toList();
        versions.getFirst().write(directory);
        List<Throwable> failures = new ArrayList<>();
        Thread writer = Thread.ofPlatform().uncaughtExceptionHandler((thread, e) -> failures.add(e)).start(() -> {
            for (int i = 0; i < 15; i++) {
                versions.get(i % 2).write(directory);
            }
        });
        int reads = 0;
        do {
            assertTrue(hashes.contains(Checkpoint.load(directory).hash()));
            reads++;
        } while (writer.isAlive());
        writer.join();
        assertEquals(List.of(), failures);
        assertTrue(reads > 0);
    }
}
