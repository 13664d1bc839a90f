package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Shapes;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A band that has learnt nothing makes pieces and joins others, as `compose` and `accompany`.
class BandCommandTest {

    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeABand() {
        ModelSpec.MuseGan spec = new ModelSpec.MuseGan(ModelSpec.MuseGan.Kind.HYBRID, true, 2, List.of(4, 3), 24, 6, 4, 2,
                ModelSpec.MuseGan.Neurons.DETERMINISTIC);
        RollTokenizer tokenizer = new RollTokenizer(4, false);
        Random random = new Random(1);
        Map<String, Tensor> weights = new TreeMap<>();
        Shapes.of(spec, tokenizer).forEach((name, shape) -> {
            float[] data = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (float) random.nextGaussian() / 2;
            }
            weights.put(name, Tensor.of(data, shape));
        });
        new Checkpoint(spec, tokenizer, weights, Provenance.of("game", List.of(), 130, Map.of()), List.of())
                .write(home.resolve("models/game"));
    }

    private Captured run(String... arguments) {
        return Captured.at(home, List.of(), arguments);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Score read(String name) {
        return MidiReader.read(folder.resolve(name)).score();
    }

    /// Four bars with a pedal and uneven loudness, at an odd resolution.
    private String tune(Meter meter) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            notes.add(new Note(i * 96L + i % 3, 90, Pitch.of(60 + new int[] {0, 4, 7, 5}[i % 4]), 50 + 3 * i));
        }
        MidiWriter.write(new Score(96, List.of(Tempo.ofBpm(0, 76), Tempo.ofBpm(400, 80)), List.of(meter),
                List.of(new KeySignature(0, 0, Mode.MAJOR)), List.of(), List.of(), List.of(new Part("Tune", new Instrument(73, false), notes,
                        List.of(new Control.ControlChange(10, 64, 127)), List.of())), Metadata.titled("Tune")), folder.resolve("tune.mid"));
        return at("tune.mid");
    }

    @Test
    void aStyleMakesAPieceOfItsTracks() {
        Captured run = run("compose", "--style", "game", "--bars", "6", "--tempo", "100", "--key", "Am", "--seed", "3", "--to", "mid",
                "--out", at("game"));
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().startsWith("Made 6 bars in A minor"), run.out());
        Score made = read("game.mid");
        assertEquals(6 * 4L * made.resolution(), made.end());
        assertTrue(made.parts().stream().anyMatch(part -> part.instrument().drums()));
    }

    @Test
    void whatIsGivenStaysBitForBitAndEqualSeedsMakeEqualBytes() throws IOException {
        String tune = tune(Meter.common());
        for (String name : List.of("a", "b")) {
            Captured run = run("accompany", tune, "--seed", "3", "--to", "mid", "--out", at(name));
            assertEquals(ExitCode.OK, run.code(), run.err());
        }
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.mid")), Files.readAllBytes(folder.resolve("b.mid")));
        Score given = read("tune.mid");
        Score made = read("a.mid");
        assertEquals(given.parts().getFirst(), made.parts().getFirst());
        assertEquals(given, made.withParts(made.parts().subList(0, 1)));
        assertEquals(List.of("Tune", "Bass", "Drums"), made.parts().stream().map(Part::name).toList());
        JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("a.json")));
        assertEquals("accompany", json.at("/request/kind").asString());
        assertEquals("bass", json.at("/request/tracks/0").asString());
        assertEquals(64, json.at("/request/givenSha256").asString().length());
        assertFalse(json.at("/originality/checked").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({"accompany TUNE --tracks kazoo, --tracks", "accompany TUNE --tracks strings, --tracks",
        "accompany ODD, FILE", "compose --style game --meter 6/8, --meter", "compose --style game --temperature 1.1, --temperature",
        "compose --style game --instruments flute, --instruments", "compose --style game --from-window, --from-window",
        "continue TUNE --style game, --model"})
    void whatCannotBeIsSaidInASentence(String arguments, String flag) {
        String tune = arguments.contains("ODD") ? tune(new Meter(0, 6, 8)) : tune(Meter.common());
        Captured run = run((arguments.replace("TUNE", tune).replace("ODD", tune) + " --out " + at("x")).split(" "));
        assertEquals(flag.equals("FILE") ? ExitCode.FAILED : ExitCode.USAGE, run.code(), run.err());
        assertTrue(run.err().contains(flag) && run.err().lines().count() <= 2, run.err());
    }

    @Test
    void aModelThatAccompaniesNothingSaysSo() {
        ToyModel.write(folder.resolve("toy"));
        Captured run = run("accompany", tune(Meter.common()), "--model", at("toy"), "--out", at("x"));
        assertTrue(run.code() != ExitCode.OK && run.err().contains("accompanies nothing"), run.err());
    }
}
