package dev.cadenza.corpus.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedImportTest {

    private static final int FILES = 24;
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    private Path music;

    @BeforeEach
    void writeMusic() throws IOException {
        music = Files.createDirectories(folder.resolve("music"));
        write(music, 1);
    }

    /// The same files, made in another order.
    private static void write(Path music, long seed) throws IOException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        for (int i : order) {
            int[] tune = MidiBytes.tune(40 + i % 20);
            for (int note = 0; i >= 20 && note < tune.length; note++) {
                tune[note] += 3;
            }
            Files.write(music.resolve("tune " + i + ".mid"), i == 7 ? new byte[] {'M', 'T'} : MidiBytes.of(tune));
        }
    }

    private ImportRequest request(Path from, String name, int threads) {
        return new ImportRequest(List.of(ImportSource.of(from, "")), "m", folder.resolve(name), 0.1, 0.1, 1, false, threads);
    }

    private static Map<String, String> content(Path corpus) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    /// Imports in a process of its own, which dies at a step, as by `kill -9`.
    static final class Dying {

        private Dying() {
        }

        public static void main(String[] arguments) {
            long last = Long.parseLong(arguments[2]);
            Importer.run(new ImportRequest(List.of(ImportSource.of(Path.of(arguments[0]), "")), "m", Path.of(arguments[1]), 0.1, 0.1, 1,
                    false, 2), new ImportListener() {
                        @Override
                        public void progress(String what, long done, long total) {
                            if (what.equals("importing") ? done == last : last > total) {
                                Runtime.getRuntime().halt(KILLED);
                            }
                        }
                    });
        }
    }

    private void killedAt(int step) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Dying.class.getName(), music.toString(), folder.resolve("killed").toString(),
                Integer.toString(step)).redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
        assertEquals(KILLED, process.waitFor(), () -> {
            try {
                return Files.readString(folder.resolve("output"));
            } catch (IOException e) {
                return e.toString();
            }
        });
        assertFalse(Files.exists(folder.resolve("killed")));
    }

    private Map<String, String> resumed(int known) throws IOException {
        List<String> notices = new ArrayList<>();
        Path corpus = Importer.run(request(music, "killed", 2), new ImportListener() {
            @Override
            public void notice(String sentence) {
                notices.add(sentence);
            }
        });
        assertEquals(known == 0 ? List.of() : List.of("Going on with an import that was cut off: " + known + " files were done."),
                notices);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".")));
        }
        return content(corpus);
    }

    @Test
    void aKilledImportGoesOnToTheSameBytes() throws IOException, InterruptedException {
        Map<String, String> whole = content(Importer.run(request(music, "whole", 1), ImportListener.NONE));
        killedAt(5);
        killedAt(17);
        // While duplicates are looked for, when all items are known.
        killedAt(FILES + 1);
        assertEquals(whole, resumed(FILES));
    }

    @Test
    void whatWasCutInTheMiddleOrHasChangedIsReadAgain() throws IOException, InterruptedException {
        killedAt(12);
        Path spool = folder.resolve(".killed.importing/spool");
        try (var channel = java.nio.channels.FileChannel.open(spool, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 3);
        }
        Files.write(music.resolve("tune 1.mid"), MidiBytes.of(MidiBytes.tune(77)));
        Map<String, String> whole = content(Importer.run(request(music, "whole", 2), ImportListener.NONE));
        assertEquals(whole, resumed(11));
    }

    @Test
    void otherRulesBeginAnew() throws IOException, InterruptedException {
        killedAt(12);
        ImportRules rules = new ImportRules(60, 100_000, 1, 20_000, 1, 21_600, 2, 200, 64, 600, List.of());
        List<String> notices = new ArrayList<>();
        Importer.run(new ImportRequest(List.of(ImportSource.of(music, "")), "m", folder.resolve("killed"), 0.1, 0.1, 1, false, 2, rules,
                NearDuplicates.KEEP), new ImportListener() {
                    @Override
                    public void notice(String sentence) {
                        notices.add(sentence);
                    }
                });
        assertEquals(List.of(), notices);
    }

    @Test
    void threadsAndTheOrderOnDiskDoNotMatter() throws IOException {
        Map<String, String> one = content(Importer.run(request(music, "one", 1), ImportListener.NONE));
        assertEquals(one, content(Importer.run(request(music, "two", 2), ImportListener.NONE)));
        Path other = Files.createDirectories(folder.resolve("other/music"));
        write(other, 2);
        assertEquals(one, content(Importer.run(request(other, "seven", 7), ImportListener.NONE)));
    }

    @Test
    void twoImportsToOnePlaceDoNotDisturbEachOther() throws IOException {
        List<Path> inner = new ArrayList<>();
        Path outer = Importer.run(request(music, "same", 1), new ImportListener() {
            @Override
            public void progress(String what, long done, long total) {
                if (inner.isEmpty() && done == 3) {
                    inner.add(Importer.run(request(music, "same", 1), ImportListener.NONE));
                }
            }
        });
        assertEquals("same", inner.getFirst().getFileName().toString());
        assertEquals("same-2", outer.getFileName().toString());
        assertEquals(content(inner.getFirst()), content(outer));
    }
}
