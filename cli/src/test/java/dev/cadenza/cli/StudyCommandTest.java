package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.study.Clip;
import dev.cadenza.evaluate.study.Side;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.render.sound.SoundMeasures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudyCommandTest {

    @TempDir
    static Path folder;

    private static Path takes;
    private static Path songs;
    private static Path study;

    @BeforeAll
    static void make() throws IOException {
        takes = ToyMusic.write(folder.resolve("takes"), 3);
        songs = ToyMusic.write(folder.resolve("songs"), 5);
        // What lies beside a take is the same piece, or none.
        Captured.run("convert", takes.resolve("0.mid").toString(), takes.resolve("0.musicxml").toString(), "--quiet");
        Files.writeString(takes.resolve("0.json"), "{}");
        study = folder.resolve("study");
        Captured made = make(takes, study, 2, 4, "--seed", "5", "--tempo", "120");
        assertEquals(ExitCode.OK, made.code(), made.err());
        assertTrue(made.out().startsWith("Made " + study + ": 2 clips of takes and 2 of songs, "), made.out());
    }

    private static Captured make(Path a, Path out, int clips, int seconds, String... more) {
        List<String> arguments = new ArrayList<>(List.of("study", "new", "--a", a.toString(), "--b", songs.toString(), "--out",
                out.toString(), "--clips", "" + clips, "--seconds", "" + seconds));
        arguments.addAll(List.of(more));
        return Captured.run(arguments.toArray(String[]::new));
    }

    @Test
    void clipsAreEquallyLongAndLoudAndTheirNamesSayNothing() {
        StudyDesign design = new StudyFolder(study).design();
        assertEquals(2, design.of(Side.A).size());
        assertEquals(2, design.of(Side.B).size());
        assertEquals(2, design.checks().size());
        assertEquals(2, design.of(Side.A).stream().map(Clip::source).distinct().count(), "no piece twice");
        for (Clip clip : design.clips()) {
            SoundMeasures heard = SoundMeasures.of(new StudyFolder(study).clip(clip.key()));
            assertEquals(design.loudness(), heard.loudnessLufs(), 0.3, clip.source());
            assertTrue(heard.truePeakDbtp() < -0.5, clip.source());
            assertEquals(4, heard.seconds(), 0.01, clip.source());
            assertEquals(clip.seconds(), heard.seconds(), 0.01);
        }
        assertEquals(2, design.of(Side.CHECK).stream().filter(clip -> clip.source().equals("random notes")).count());
    }

    @Test
    void theSeedDecidesAndNoStudyIsLostToAnother() throws IOException {
        Path again = folder.resolve("study-2");
        assertTrue(make(takes, study, 2, 4, "--seed", "5", "--tempo", "120", "--json").out().contains("study-2"));
        StudyDesign design = new StudyFolder(study).design();
        assertEquals(design, new StudyFolder(again).design());
        for (Clip clip : design.clips()) {
            assertEquals(-1, Files.mismatch(new StudyFolder(study).clip(clip.key()), new StudyFolder(again).clip(clip.key())));
        }
        Captured other = make(takes, again, 2, 4, "--seed", "6", "--as-written", "--scales", "none", "--question", "prefer", "--force");
        assertEquals(ExitCode.OK, other.code(), other.err());
        assertNotEquals(design.clips(), new StudyFolder(again).design().clips());
        assertTrue(new StudyFolder(again).design().scales().isEmpty());
        try (Stream<Path> clips = Files.list(again.resolve("clips"))) {
            assertEquals(8, clips.count(), "clips of the study before are gone");
        }
        Files.writeString(again.resolve("answers.db"), "of people");
        Captured refused = make(takes, again, 2, 4, "--force");
        assertEquals(ExitCode.USAGE, refused.code());
        assertTrue(refused.err().contains("have answered"), refused.err());
    }

    /// Model music has one tempo, data sets of chorales none: 120 beside 72 would tell them apart at once.
    @Test
    void whatStatesNoTempoGoesAsFastAsTheRest() throws IOException {
        Path slow = Files.createDirectory(folder.resolve("slow"));
        for (int i = 0; i < 2; i++) {
            Files.writeString(slow.resolve(i + ".abc"), "X:1\nT:Tune\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\n" + "CDEF|GABc|".repeat(4 + i) + "\n");
        }
        Path out = folder.resolve("slowly");
        Captured run = make(slow, out, 3, 4);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("Side A has 2 clips, not 3"), run.err());
        new StudyFolder(out).design().of(Side.B).forEach(clip -> assertEquals(1, clip.bars(), "at 60, not at 120"));
    }

    @Test
    void musicThatIsTooShortIsSaid() {
        Captured shortage = make(takes, folder.resolve("none"), 2, 60, "--tempo", "300");
        assertEquals(ExitCode.USAGE, shortage.code());
        assertTrue(shortage.err().contains("too short") && shortage.err().contains("--seconds"), shortage.err());
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void theReportIsToldAndWritten() {
        Captured run = Captured.run("study", "report", study.toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().startsWith("12 listeners answered ") && run.out().contains("Listeners told them apart in "), run.out());
        assertTrue(Files.exists(study.resolve("report.html")));
        JsonNode json = JsonMapper.shared().readTree(Captured.run("study", "report", study.toString(), "--json", "--out",
                folder.resolve("r.html").toString()).out());
        assertEquals(12, json.get("listeners").asInt());
        assertTrue(json.get("groups").get(0).get("told_apart").get("share").asDouble() > 0.6);
        assertTrue(Files.exists(folder.resolve("r.html")));
        Captured rehearsal = Captured.run("study", "report", study.toString(), "--rehearse", "7");
        assertTrue(rehearsal.out().startsWith("A rehearsal"), rehearsal.out());
        assertTrue(Files.exists(study.resolve("rehearsal.html")));
        Captured none = Captured.run("study", "report", takes.toString());
        assertEquals(ExitCode.FAILED, none.code());
        assertTrue(none.err().contains("no listening study"), none.err());
    }

    @Test
    void servingSaysWhereAndEndsInPeace() throws InterruptedException {
        ToyStudyHost.serving = new CountDownLatch(1);
        Interruption interruption = new Interruption();
        AtomicReference<Captured> run = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            run.set(Captured.run(interruption, "study", "serve", study.toString(), "--host", "0.0.0.0", "--port", "8080"));
            interruption.finished();
        });
        assertTrue(ToyStudyHost.serving.await(20, TimeUnit.SECONDS));
        interruption.stop();
        thread.join();
        assertEquals(ExitCode.OK, run.get().code(), run.get().err());
        assertTrue(run.get().out().contains("everybody who has the address"), run.get().out());
        assertTrue(run.get().out().contains("\nhttp://0.0.0.0:8080/t/secret/\n"), run.get().out());
        assertTrue(run.get().out().contains("Listeners so far: 2, of whom 1 answered everything."), run.get().out());
    }
}
