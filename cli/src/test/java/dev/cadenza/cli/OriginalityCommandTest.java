package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.originality.Band;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OriginalityCommandTest {

    private static final String RECIPE = Captured.HOME.resolve("recipes/article-lstm.json").toString();

    @TempDir
    private Path folder;

    private Path music;
    private String model;

    @BeforeEach
    void learn() throws IOException {
        music = ToyMusic.write(folder.resolve("music"), 8);
        model = folder.resolve("model").toString();
        assertEquals(ExitCode.OK, Captured.run("train", music.toString(), "--recipe", RECIPE, "--out", model, "--quiet").code());
    }

    private Path index() {
        return folder.resolve("model/best").resolve(PassageIndex.FILE);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void aModelKnowsWhatItHasLearntFrom() {
        Captured run = Captured.run("originality", music.resolve("3.mid").toString(), music.resolve("5.mid").toString(), "--model", model);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().contains("3.mid: ") && run.out().contains("5.mid: "), run.out());
        assertTrue(run.out().contains("repeat bars"), run.out());
        JsonNode first = json(Captured.run("originality", music.resolve("3.mid").toString(), "--model", model, "--json").out());
        JsonNode match = first.at("/matches/0");
        assertTrue(first.get("allThatWasLearnt").asBoolean());
        assertEquals("3.mid", match.get("piece").asString());
        assertEquals(1, match.get("firstBar").asInt());
        assertEquals(16, match.get("pieceLastBar").asInt());
    }

    @Test
    void musicIsComparedWithMusic() {
        Captured run = Captured.run("originality", music.resolve("3.mid").toString(), "--against", music.toString(), "--json");
        assertEquals(ExitCode.OK, run.code(), run.err());
        JsonNode found = json(run.out());
        assertEquals(8, found.get("pieces").asInt());
        assertTrue(found.at("/matches/0/notes").asInt() > 20, run.out());
    }

    @Test
    void aBadFileAmongOthersCostsOnlyItself() throws IOException {
        String bad = Files.writeString(folder.resolve("bad.mid"), "junk").toString();
        Captured run = Captured.run("originality", bad, music.resolve("3.mid").toString(), "--model", model);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().contains("3.mid: ") && run.err().contains("bad.mid"), run.out() + run.err());
        assertEquals(ExitCode.FAILED, Captured.run("originality", bad, "--model", model).code());
        Captured none = Captured.run("originality", bad, bad, "--model", model);
        assertTrue(none.code() != ExitCode.OK && none.err().contains("none of these files can be read"), none.err());
    }

    @Test
    void anIndexIsMadeAgainByteForByte() throws IOException {
        byte[] whole = Files.readAllBytes(index());
        Files.delete(index());
        Captured none = Captured.run("originality", music.resolve("3.mid").toString(), "--model", model);
        assertEquals(ExitCode.USAGE, none.code());
        assertTrue(none.err().contains("--build"), none.err());
        Captured built = Captured.run("originality", "--build", model, "--from", music.toString());
        assertEquals(ExitCode.OK, built.code(), built.err());
        assertFalse(built.err().contains("not quite the data"), built.err());
        assertTrue(Arrays.equals(whole, Files.readAllBytes(index())));
        Files.copy(music.resolve("3.mid"), music.resolve("another.mid"));
        assertTrue(Captured.run("originality", "--build", model, "--from", music.toString()).err().contains("not quite the data"));
    }

    @Test
    void composeSaysWhatAPieceRepeats() throws IOException {
        String[] compose = {"compose", "--model", model, "--bars", "4", "--seed", "7", "--to", "mid", "--force", "--out",
            folder.resolve("piece").toString()};
        assertEquals(ExitCode.OK, Captured.run(compose).code());
        byte[] before = Files.readAllBytes(folder.resolve("piece.mid"));
        assertTrue(json(Files.readString(folder.resolve("piece.json"))).at("/originality/checked").asBoolean());

        PassageIndex.builder().add("the same", MidiReader.read(folder.resolve("piece.mid")).score()).build()
                .withBand(new Band(20, 95, 5, 5, 8)).write(index());
        Captured again = Captured.run(compose);
        assertTrue(again.err().contains("Bars 1-4 repeat bars 1-4 of the same, "), again.err());
        assertTrue(Arrays.equals(before, Files.readAllBytes(folder.resolve("piece.mid"))));
        JsonNode record = json(Files.readString(folder.resolve("piece.json")));
        assertEquals(1, record.at("/originality/beyondBand").asInt());
        assertEquals("the same", record.at("/originality/longestVerbatim/piece").asString());
        assertTrue(record.at("/notices/0").asString().startsWith("Bars 1-4 repeat"), record::toString);
    }

    @Test
    void whatIsContinuedDoesNotCount() throws IOException {
        Captured run = Captured.run("continue", music.resolve("3.mid").toString(), "--model", model, "--bars", "2", "--seed", "7", "--to",
                "mid", "--out", folder.resolve("on").toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        JsonNode originality = json(Files.readString(folder.resolve("on.json"))).get("originality");
        assertTrue(originality.at("/longestVerbatim/notes").asInt(0) < 30, originality::toString);
    }

    @Test
    void aDamagedIndexCostsTheCheckNotTheMusic() throws IOException {
        Files.write(index(), new byte[] {1, 2, 3});
        Captured run = Captured.run("compose", "--model", model, "--bars", "2", "--seed", "7", "--to", "mid", "--out",
                folder.resolve("piece").toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains(PassageIndex.FILE), run.err());
        assertFalse(json(Files.readString(folder.resolve("piece.json"))).at("/originality/checked").asBoolean());
        assertEquals(ExitCode.FAILED, Captured.run("originality", music.resolve("3.mid").toString(), "--model", model).code());
    }

    @Test
    void aModelThatWentOnFromAnotherKnowsThatOnesMusicToo() {
        String further = folder.resolve("further").toString();
        Captured run = Captured.run("train", music.toString(), "--from-model", model, "--out", further);
        assertEquals(ExitCode.OK, run.code(), run.err());
        JsonNode found = json(Captured.run("originality", music.resolve("3.mid").toString(), "--model", further, "--json").out());
        JsonNode once = json(Captured.run("originality", music.resolve("3.mid").toString(), "--model", model, "--json").out());
        assertEquals(2 * once.get("pieces").asInt(), found.get("pieces").asInt());
    }

    @Test
    void whatContradictsItselfIsRefused() {
        String file = music.resolve("3.mid").toString();
        assertEquals(ExitCode.USAGE, Captured.run("originality").code());
        assertEquals(ExitCode.USAGE, Captured.run("originality", "--build", model).code());
        assertEquals(ExitCode.USAGE, Captured.run("originality", file, "--build", model, "--from", music.toString()).code());
        assertEquals(ExitCode.USAGE, Captured.run("originality", file, "--model", model, "--against", music.toString()).code());
    }
}
