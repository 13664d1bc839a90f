package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InfoCommandTest {

    private static final String HEADER = "4d546864 00000006 0000 0001 01e0";
    /// One quarter note C4 in 3/4 and D major.
    private static final String TRACK = "4d54726b 0000001b 00ff580403021808 00ff59020200 00903c40 8360803c00 00ff2f00";

    @TempDir
    private Path folder;

    private Path file(String name, String hex) throws IOException {
        return Files.write(folder.resolve(name), HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void aGoodFileIsDescribed() throws IOException {
        Captured run = Captured.run("info", "--json", file("süß.mid", HEADER + TRACK).toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertEquals(List.of("file", "format", "title", "composer", "notes", "parts", "partNames", "bars", "ticksPerQuarter", "seconds",
                "key", "keys", "meters", "also", "diagnostics", "error"),
                List.copyOf(json.propertyNames()));
        assertTrue(json.get("file").asString().endsWith("süß.mid"), run.out());
        assertEquals(1, json.get("notes").asInt());
        assertEquals(480, json.get("ticksPerQuarter").asInt());
        assertEquals(0.5, json.get("seconds").asDouble(), 1e-9);
        assertEquals("D major", json.get("key").asString());
        assertEquals("[\"3/4\"]", json.get("meters").toString());
        assertEquals("[]", json.get("diagnostics").toString());
        assertTrue(json.get("error").isNull());
    }

    @Test
    void aBadFileCostsOnlyItself() throws IOException {
        Captured run = Captured.run("info", "--json", file("empty.mid", "").toString(), folder.toString(),
                folder.resolve("missing.mid").toString(), file("good.mid", HEADER + TRACK).toString());
        assertEquals(ExitCode.FAILED, run.code());
        List<JsonNode> lines = run.out().lines().map(line -> (JsonNode) JsonMapper.shared().readTree(line)).toList();
        assertEquals(4, lines.size());
        assertEquals("EMPTY_FILE", lines.get(0).at("/error/code").asString());
        assertEquals(0, lines.get(0).at("/error/offset").asInt(-1));
        assertEquals("NOT_A_FILE", lines.get(1).at("/error/code").asString());
        assertEquals("CANNOT_READ", lines.get(2).at("/error/code").asString());
        assertTrue(lines.get(3).get("error").isNull());
    }

    @Test
    void aRepairIsListedAndStrictRefusesIt() throws IOException {
        String unended = TRACK.replace("0000001b", "00000017").replace("00ff2f00", "");
        String path = file("unended.mid", HEADER + unended).toString();
        Captured tolerant = Captured.run("info", "--json", path);
        assertEquals(ExitCode.OK, tolerant.code());
        assertEquals("EOT_MISSING", JsonMapper.shared().readTree(tolerant.out()).at("/diagnostics/0/code").asString());
        Captured strict = Captured.run("info", "--json", "--strict", path);
        assertEquals(ExitCode.FAILED, strict.code());
        assertEquals("EOT_MISSING", JsonMapper.shared().readTree(strict.out()).at("/error/code").asString());
    }

    @Test
    void smpteHasNoTicksAQuarter() throws IOException {
        Captured run = Captured.run("info", "--json", file("film.mid", HEADER.replace("01e0", "e728") + TRACK).toString());
        assertEquals(ExitCode.OK, run.code());
        assertTrue(JsonMapper.shared().readTree(run.out()).get("ticksPerQuarter").isNull(), run.out());
    }

    @Test
    void peopleReadWordsAndPlaces() throws IOException {
        Captured run = Captured.run("info", file("good.mid", HEADER + TRACK).toString(), file("empty.mid", "").toString());
        assertTrue(run.out().contains("1 note in 1 part, 1 bar, 0.5 s"), run.out());
        assertTrue(run.out().contains("refused, EMPTY_FILE at byte 0"), run.out());
    }

    @Test
    void withoutAFileItIsWrongUsage() {
        assertEquals(ExitCode.USAGE, Captured.run("info").code());
    }

    @Test
    void aVocabularyIsListedByKind() {
        Captured run = Captured.run("info", "--vocabulary", "midi-like");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertEquals(List.of("midi-like: 280 tokens, one a position, 12 steps a quarter",
                "Beside them: bar (73 values), metre (12 values), key (25 values, a hint), left (33 values, a hint)",
                "  0..127      NOTE_ON_0 .. NOTE_ON_127 (128)", "  128..255    NOTE_OFF_0 .. NOTE_OFF_127 (128)",
                "  256..279    TIME_SHIFT_1 .. TIME_SHIFT_24 (24)"), run.out().lines().toList());
        String remi = Captured.run("info", "--vocabulary", "remi+programs+chords", "--steps", "4").out();
        assertTrue(remi.startsWith("remi+programs+chords: "), remi);
        assertTrue(remi.contains("Training fits them"), remi);
        assertTrue(remi.contains("  0           Bar\n"), remi);
        assertTrue(remi.contains("Chord_N .. Chord_B:sus2 (133)\n"), remi);
    }

    @Test
    void everyTokenStandsInItsJson() {
        Captured run = Captured.run("info", "--json", "--vocabulary", "satb-grid");
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertEquals(4, json.get("width").asInt());
        assertEquals(4, json.get("stepsPerQuarter").asInt());
        assertEquals(json.get("size").asInt(), json.get("tokens").size());
        assertEquals("{\"number\":1,\"name\":\"strike\"}", json.at("/tokens/1").toString());
        assertEquals(json.get("size").asInt() - 1, json.at("/tokens").get(json.get("size").asInt() - 1).get("number").asInt());
        assertTrue(json.at("/context/0/size").asInt() > 0, run.out());
    }

    @Test
    void aModelStandsForItsOwnVocabulary() {
        ToyModel.write(folder.resolve("mine/best"));
        Captured named = Captured.at(folder, List.of(folder), "info", "--vocabulary", "mine");
        assertTrue(named.out().startsWith("melody of mine: 130 tokens, one a position, 4 steps a quarter\n"), named.out() + named.err());
        assertEquals(named.out(), Captured.run("info", "--vocabulary", folder.resolve("mine").toString()).out());
        assertEquals(ExitCode.USAGE,
                Captured.at(folder, List.of(folder), "info", "--vocabulary", "mine", "--steps", "4").code());
    }
}
