package dev.cadenza.bench.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs every command of `docs/tutorial/own-music.md`, in order, by a shell, with the real trainer. What differs from what a
/// reader does: training takes one epoch and is heard after it, whatever `--epochs` and `--samples-every` say; of the chorales
/// the first 24 are there; `./cadenza` starts this build instead of the launcher. Commands that need a network, music that is not here, or another
/// program stand in blocks marked `console` and are not run.
class OwnMusicTutorialTest {

    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = HOME.resolve("docs/tutorial/own-music.md");
    private static final int CHORALES = 24;
    private static final int MINUTES_AT_MOST = 5;
    private static final List<String> NEED_OTHERS = List.of("./cadenza import ", "tensorboard ",
            "./cadenza train nottingham-200 ", "./cadenza compose --model my-tunes ");

    @TempDir
    private Path folder;

    @Test
    void everyCommandWorksAndMakesWhatThePagePromises() throws IOException, InterruptedException {
        TutorialPage page = TutorialPage.read(PAGE);
        assertTrue(page.commands().size() >= 8 && page.promised().size() >= 8, page.toString());
        page.others().forEach(line -> assertTrue(NEED_OTHERS.stream().anyMatch(line::startsWith), "is not run: " + line));
        layOut();
        for (String command : page.commands()) {
            run(TutorialPage.atToySize(command));
        }
        for (String file : page.promised()) {
            Path made = folder.resolve(TutorialPage.nameAtToySize(file));
            assertTrue(Files.exists(made), () -> "the page promises " + file + ", and there is no " + made);
        }
    }

    @Test
    void onlyTrainingIsMadeSmaller() {
        assertEquals("./cadenza train a --epochs 1 --out b --samples-every 1",
                TutorialPage.atToySize("./cadenza train a --epochs 20 --out b"));
        assertEquals("./cadenza compose --bars 20", TutorialPage.atToySize("./cadenza compose --bars 20"));
    }

    /// What of a checkout the page uses.
    private void layOut() throws IOException {
        for (String kind : List.of("tunes", "chorales")) {
            Path into = Files.createDirectories(folder.resolve("starter").resolve(kind));
            try (Stream<Path> files = Files.list(HOME.resolve("starter").resolve(kind))) {
                files.sorted().limit(CHORALES).forEach(file -> copy(file, into));
            }
        }
        Path launcher = Files.writeString(folder.resolve("cadenza"), """
                #!/bin/sh
                exec "$JAVA" -Xmx2g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow \\
                    --add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED --enable-native-access=ALL-UNNAMED \\
                    -Djava.awt.headless=true -Dcadenza.home="$CADENZA" dev.cadenza.cli.Main "$@"
                """);
        assertTrue(launcher.toFile().setExecutable(true));
    }

    private static void copy(Path file, Path into) {
        try {
            Files.copy(file, into.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        shell.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        shell.environment().put("CADENZA", HOME.toString());
        shell.environment().put("LC_ALL", "C.UTF-8");
        Process process = shell.start();
        try {
            assertTrue(process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES), () -> command + " does not end");
            assertEquals(0, process.exitValue(), () -> command + "\n" + text(said));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
