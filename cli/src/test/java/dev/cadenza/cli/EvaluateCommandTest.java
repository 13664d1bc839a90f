package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private Path takes;
    private Path corpus;

    @BeforeEach
    void music() throws IOException {
        takes = ToyMusic.write(folder.resolve("takes"), 3);
        corpus = ToyMusic.write(folder.resolve("tunes"), 9);
    }

    private Captured evaluate(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "evaluate";
        arguments[1] = takes.toString();
        arguments[2] = "--against";
        arguments[3] = corpus.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Captured.run(arguments);
    }

    @Test
    void aTableAPageAndJsonComeOut() throws IOException {
        Path out = folder.resolve("report");
        Captured run = evaluate("--out", out.toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().contains("3 pieces of takes beside 9 pieces of tunes."), run.out());
        assertTrue(run.out().contains("n_pitches_used") && run.out().contains("too few pieces"), run.out());
        JsonNode json = JsonMapper.shared().readTree(Files.readString(out.resolve("evaluation.json")));
        assertEquals(9, json.at("/corpus/compared").asInt());
        assertTrue(Files.readString(out.resolve("evaluation.html")).contains("takes beside tunes"));
        assertEquals(ExitCode.OK, evaluate("--out", out.toString(), "--quiet").code());
        assertTrue(Files.exists(out.resolve("evaluation-2.html")) && Files.exists(out.resolve("evaluation-2.json")));
    }

    @Test
    void threadsChangeNoByte() throws IOException {
        evaluate("--out", folder.resolve("one").toString(), "--threads", "1", "--quiet");
        evaluate("--out", folder.resolve("three").toString(), "--threads", "3", "--quiet");
        for (String name : new String[] {"evaluation.html", "evaluation.json"}) {
            assertArrayEquals(Files.readAllBytes(folder.resolve("one").resolve(name)), Files.readAllBytes(folder.resolve("three").resolve(name)));
        }
    }

    @Test
    void aPartOfAStoredCorpusIsTaken() {
        Path stored = folder.resolve("stored");
        assertEquals(ExitCode.OK, Captured.run("import", corpus.toString(), "--valid", "0.3", "--test", "0", "--out", stored.toString(), "--quiet").code());
        corpus = stored;
        Captured run = evaluate("--share", "valid", "--out", folder.resolve("report").toString(), "--json");
        assertEquals(ExitCode.OK, run.code(), run.err());
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertEquals("valid", json.at("/corpus/share").asString());
        int compared = json.at("/corpus/compared").asInt();
        assertTrue(compared >= 1 && compared <= 5, run.out());
        Captured none = evaluate("--share", "test", "--out", folder.resolve("none").toString());
        assertEquals(ExitCode.USAGE, none.code());
        assertTrue(none.err().contains("no music in its part test"), none.err());
    }

    @Test
    void soundIsMeasuredWhereItIsAskedFor() throws IOException {
        takes = ToyMusic.write(folder.resolve("one"), 1);
        corpus = ToyMusic.write(folder.resolve("two"), 2);
        Captured run = evaluate("--sound", "--out", folder.resolve("report").toString(), "--json");
        assertEquals(ExitCode.OK, run.code(), run.err());
        JsonNode centroid = JsonMapper.shared().readTree(run.out()).get("metrics").valueStream()
                .filter(metric -> metric.get("name").asString().equals("spectral_centroid")).findFirst().orElseThrow();
        assertTrue(centroid.at("/takes/mean").asDouble() > 200 && centroid.at("/takes/mean").asDouble() < 10_000, centroid.toString());
    }

    @Test
    void aBadFileCostsItselfAlone() throws IOException {
        Files.writeString(takes.resolve("bad.mid"), "no music");
        Captured run = evaluate("--out", folder.resolve("report").toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("bad.mid") && run.out().contains("3 pieces of takes"), run.err());
        assertTrue(Files.readString(folder.resolve("report/evaluation.html")).contains("bad.mid"));
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        corpus = folder.resolve("nowhere");
        Captured missing = evaluate("--out", folder.resolve("report").toString());
        assertEquals(ExitCode.FAILED, missing.code());
        assertTrue(missing.err().contains("there is no such corpus, folder or file"), missing.err());
        corpus = takes;
        takes = Files.createDirectory(folder.resolve("empty"));
        Captured none = evaluate("--out", folder.resolve("report").toString());
        assertEquals(ExitCode.FAILED, none.code());
        assertTrue(none.err().contains("there is no music"), none.err());
        assertFalse(Files.exists(folder.resolve("report")));
        assertEquals(ExitCode.USAGE, Captured.run("evaluate", corpus.toString()).code());
    }
}
