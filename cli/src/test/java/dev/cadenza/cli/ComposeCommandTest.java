package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.app.Cadenza;
import dev.cadenza.app.Command;
import dev.cadenza.app.Destination;
import dev.cadenza.app.Format;
import dev.cadenza.app.Made;
import dev.cadenza.app.ModelChoice;
import dev.cadenza.app.Origin;
import dev.cadenza.app.Wishes;
import dev.cadenza.model.generate.Start;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComposeCommandTest {

    private static final List<String> ENDINGS = List.of(".mid", ".wav", ".musicxml", ".png", ".json");

    @TempDir
    private Path folder;

    private String model;

    @BeforeEach
    void writeAModel() {
        model = folder.resolve("toy").toString();
        ToyModel.write(folder.resolve("toy"));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Test
    void threeLinesSayWhatWasMadeAndAllFilesAreThere() {
        Captured run = Captured.run("compose", "--model", model, "--bars", "4", "--seed", "7", "--out", at("piece"));
        assertEquals(ExitCode.OK, run.code(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals(3, lines.size(), run.out());
        assertTrue(lines.get(0).startsWith("Made 4 bars") && lines.get(0).contains("--seed "), run.out());
        assertTrue(lines.get(1).contains("piece.mid .wav .musicxml .png .json"), run.out());
        assertTrue(lines.get(2).contains("cadenza play " + at("piece.mid")), run.out());
        ENDINGS.forEach(ending -> assertTrue(Files.exists(folder.resolve("piece" + ending)), ending));
    }

    /// Some endings have two dots, and some files cannot be heard.
    @ParameterizedTest
    @CsvSource({"'json', '.score.json .json', 2", "'roll,musicxml', '.roll.json .musicxml .json', 2", "'mid,json,roll', '.mid .score.json .roll.json .json', 3"})
    void filesOfAllFormatsAreNamed(String formats, String endings, int lines) {
        Captured run = Captured.run("compose", "--model", model, "--bars", "2", "--seed", "7", "--to", formats, "--out", at("piece.1"));
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertEquals(lines, run.out().lines().count(), run.out());
        assertEquals("Files: " + at("piece.1") + endings, run.out().lines().toList().get(1));
        for (String ending : endings.split(" ")) {
            assertTrue(Files.exists(folder.resolve("piece.1" + ending)), ending);
        }
    }

    @Test
    void equalSeedsMakeEqualFilesThroughBothDoors() throws IOException {
        Captured.run("compose", "--model", model, "--bars", "4", "--seed", "7", "--out", at("a"), "--quiet");
        Wishes four = new Wishes(4, java.util.OptionalDouble.empty(), Optional.empty(), Optional.empty(), List.of(),
                Wishes.usual(7).sampling(), 7, 1);
        Command.Generate command = new Command.Generate(new ModelChoice.Named(model), new Origin.New(new Start.Nothing()), four,
                new Destination(at("b"), List.of(Format.MID, Format.WAV, Format.MUSICXML, Format.PNG), false), Optional.empty());
        List<Made> made = new Cadenza(Captured.HOME, List.of()).run(command, event -> { });
        assertEquals(ENDINGS.size(), made.getFirst().files().size());
        for (String ending : ENDINGS) {
            assertArrayEquals(bytes("a" + ending), bytes("b" + ending), ending);
        }
    }

    @Test
    void theProvenanceNamesModelRequestAndSeed() throws IOException {
        Captured.run("compose", "--model", model, "--bars", "2", "--seed", "7", "--key", "F#m", "--instruments", "flute", "--tempo",
                "90", "--to", "mid", "--out", at("p"));
        JsonNode json = JsonMapper.shared().readTree(bytes("p.json"));
        assertEquals(64, json.at("/model/sha256").asString().length());
        assertEquals("F# minor", json.at("/request/key").asString());
        assertEquals("Flute", json.at("/request/instruments/0").asString());
        assertEquals(90, json.at("/request/tempo").asInt());
        assertTrue(json.get("seed").isIntegralNumber());
        assertTrue(json.at("/sounds").isMissingNode());
        assertEquals(73, MidiReader.read(folder.resolve("p.mid")).score().parts().getFirst().instrument().program());
    }

    @Test
    void takesAreNumberedAndDiffer() throws IOException {
        Captured run = Captured.run("compose", "--model", model, "--bars", "2", "--seed", "1", "--takes", "3", "--to", "mid",
                "--out", at("t"), "--json");
        assertEquals(ExitCode.OK, run.code(), run.err());
        JsonNode takes = JsonMapper.shared().readTree(run.out()).get("takes");
        assertEquals(3, takes.size());
        assertTrue(takes.get(2).at("/files/0").asString().endsWith("t-3.mid"), run.out());
        assertFalse(java.util.Arrays.equals(bytes("t-1.mid"), bytes("t-2.mid")));
    }

    @Test
    void aSecondPieceOfThatNameGetsANumber() {
        for (int time = 0; time < 2; time++) {
            Captured.run("compose", "--model", model, "--bars", "2", "--seed", "1", "--to", "mid", "--out", at("n"));
        }
        assertTrue(Files.exists(folder.resolve("n-2.mid")) && Files.exists(folder.resolve("n-2.json")));
    }

    @Test
    void continuingKeepsThePrimer() {
        Captured.run("compose", "--model", model, "--bars", "2", "--seed", "1", "--to", "mid", "--out", at("primer"));
        Captured run = Captured.run("continue", at("primer.mid"), "--model", model, "--bars", "2", "--seed", "2", "--to", "mid",
                "--out", at("longer"));
        assertEquals(ExitCode.OK, run.code(), run.err());
        Score primer = MidiReader.read(folder.resolve("primer.mid")).score();
        Score longer = MidiReader.read(folder.resolve("longer.mid")).score();
        int kept = primer.parts().getFirst().notes().size() - 1;
        assertEquals(primer.parts().getFirst().notes().subList(0, kept), longer.parts().getFirst().notes().subList(0, kept));
        assertTrue(longer.end() > primer.end());
    }

    @Test
    void aModelWithoutWindowsSaysSo() {
        Captured run = Captured.run("compose", "--model", model, "--from-window", "--out", at("w"));
        assertFalse(run.code() == ExitCode.OK);
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aDamagedModelIsOneSentence() throws IOException {
        Files.writeString(folder.resolve("toy/spec.json"), "{");
        Captured run = Captured.run("compose", "--model", model, "--out", at("x"));
        assertEquals(ExitCode.FAILED, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("spec.json"), run.err());
    }
}
