package dev.cadenza.corpus.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.read.FilesLayout;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Layout;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

    @TempDir
    private Path folder;

    private Path music;

    @BeforeEach
    void writeMusic() throws IOException {
        music = Files.createDirectories(folder.resolve("music/sub"));
        music = music.getParent();
        for (int i = 0; i < 20; i++) {
            write("sub/tune " + i + ".mid", MidiBytes.of(MidiBytes.tune(40 + i)));
        }
        write("again.mid", MidiBytes.of(MidiBytes.tune(40)));
        write("broken.mid", "MThd".getBytes(StandardCharsets.US_ASCII));
        write("few.mid", MidiBytes.of(60, 62));
        write("hanging ♭.mid", MidiBytes.hanging(MidiBytes.tune(70)));
        write("none.mid", MidiBytes.of());
        write("readme.txt", new byte[] {1});
        write("LICENSE", "Free as a bird.".getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(music.resolve("link.mid"), music.resolve("few.mid"));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(music.resolve(name), bytes);
    }

    private ImportRequest request(int threads, boolean force) {
        return new ImportRequest(List.of(ImportSource.of(music, "our own")), "mine", folder.resolve("corpora/mine"), 0.1, 0.2, 7, force, threads);
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    private List<String> names(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyFileIsAccountedForAndBadOnesCostOnlyThemselves() {
        StoredCorpus corpus = StoredCorpus.open(Importer.run(request(2, false), ImportListener.NONE));
        try (Stream<StoredPiece> pieces = corpus.pieces()) {
            List<StoredPiece> all = pieces.toList();
            assertEquals(List.of("again.mid KEPT ", "broken.mid DROPPED HEADER_TRUNCATED", "few.mid DROPPED TOO_FEW_NOTES",
                    "hanging ♭.mid REPAIRED NOTE_HANGING", "link.mid DROPPED NOT_A_FILE", "none.mid DROPPED NO_NOTES",
                    "sub/tune 0.mid DROPPED DUPLICATE", "sub/tune 1.mid KEPT "),
                    all.stream().limit(8).map(p -> p.id() + " " + p.verdict() + " " + p.code()).toList());
            assertEquals("again.mid", all.get(6).repeats());
            assertTrue(all.get(3).repairs().getFirst().says().startsWith("a note is never released"), all.get(3).toString());
            Facts facts = all.getFirst().facts().orElseThrow();
            assertEquals(64, facts.notes());
            assertEquals(64, facts.quarters());
            assertEquals(16, facts.bars());
            assertEquals(32, facts.seconds());
            assertEquals(120, facts.slowest());
            assertEquals(1, facts.polyphony());
            assertEquals(List.of("4/4"), facts.meters());
            assertEquals("Acoustic Grand Piano", facts.parts().getFirst().instrumentName());
            assertEquals(40, facts.parts().getFirst().lowest());
        }
        assertEquals(21, corpus.size());
        assertEquals(MidiReader.read(music.resolve("again.mid")).score(), corpus.score(0));
        assertEquals(Map.of(Share.TRAIN, 15L, Share.VALID, 2L, Share.TEST, 4L), IntStream.range(0, 21)
                .mapToObj(corpus::share).collect(Collectors.groupingBy(share -> share, Collectors.counting())));
        assertEquals(Map.of("none", 1, ".txt", 1), corpus.facts().otherFiles());
        assertEquals("our own", corpus.facts().sources().getFirst().licence());
        assertEquals("Free as a bird.", corpus.facts().sources().getFirst().licenceText());
        assertTrue(corpus.report().startsWith("mine: kept 21 of 26 pieces, dropped 5.\n"), corpus.report());
        assertTrue(corpus.report().contains("DUPLICATE: the same notes as another piece."), corpus.report());
    }

    @Test
    void theBytesDoNotDependOnThreads() throws IOException {
        Map<String, String> one = content(Importer.run(request(1, false), ImportListener.NONE));
        Map<String, String> four = content(Importer.run(request(4, true), ImportListener.NONE));
        assertEquals(one, four);
        assertEquals(List.of("corpus.json", "near.jsonl", "pieces.jsonl", "report.html", "report.txt", "scores-0000.bin"), List.copyOf(one.keySet()));
    }

    @Test
    void aCorpusThatExistsStaysUnlessForced() throws IOException {
        Path first = Importer.run(request(2, false), ImportListener.NONE);
        Path second = Importer.run(request(2, false), ImportListener.NONE);
        assertEquals("mine-2", second.getFileName().toString());
        Files.delete(music.resolve("sub/tune 5.mid"));
        assertEquals(first, Importer.run(request(2, true), ImportListener.NONE));
        assertEquals(20, StoredCorpus.open(first).size());
        assertEquals(21, StoredCorpus.open(second).size());
        assertEquals(List.of("mine", "mine-2"), names(folder.resolve("corpora")));
        Path other = Files.createDirectory(folder.resolve("corpora/other"));
        ImportRequest onto = new ImportRequest(request(1, true).sources(), "x", other, 0, 0, 1, true, 1);
        assertEquals("NOT_A_CORPUS", assertThrows(CadenzaException.class, () -> Importer.run(onto, ImportListener.NONE)).code());
        assertTrue(Files.isDirectory(other));
    }

    @Test
    void nothingIsLeftBehindWhereItFailsOrIsStopped() throws IOException {
        ImportListener stopping = new ImportListener() {
            private long done;

            @Override
            public void progress(String what, long now, long total) {
                done = now;
            }

            @Override
            public boolean stopRequested() {
                return done > 10;
            }
        };
        assertThrows(CancellationException.class, () -> Importer.run(request(3, false), stopping));
        assertEquals(List.of("music"), names(folder));
        Path cut = Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4});
        ImportRequest damaged = new ImportRequest(List.of(ImportSource.of(music, ""), ImportSource.of(cut, "")), "x",
                folder.resolve("a/b/x"), 0, 0, 1, false, 2);
        assertEquals("DAMAGED", assertThrows(InputException.class, () -> Importer.run(damaged, ImportListener.NONE)).code());
        assertEquals(List.of("cut.zip", "music"), names(folder));
    }

    @Test
    void whatAKilledImportLeftIsSweptAway() throws IOException {
        Path stale = Files.createDirectories(folder.resolve("corpora/.mine.999999999.importing/corpus"));
        Importer.run(request(1, false), ImportListener.NONE);
        assertFalse(Files.exists(stale.getParent()));
    }

    @Test
    void faultsOfOurOwnCostOnlyTheirFileAndAreTold() {
        List<String> faults = new ArrayList<>();
        Layout layout = new Layout() {
            @Override
            public String name() {
                return "faulty";
            }

            @Override
            public boolean recognises(Path root) {
                return true;
            }

            @Override
            public List<Item> items(Path root) {
                return new FilesLayout().items(root).stream().<Item>map(item -> new FaultyItem(item)).toList();
            }
        };
        ImportRequest request = new ImportRequest(List.of(new ImportSource(music, _ -> layout, "")), "mine", folder.resolve("mine"),
                0, 0, 1, false, 2);
        StoredCorpus corpus = StoredCorpus.open(Importer.run(request, new ImportListener() {
            @Override
            public void fault(String id, Throwable fault) {
                synchronized (faults) {
                    faults.add(id + " " + fault.getMessage());
                }
            }
        }));
        assertEquals(List.of("sub/tune 3.mid oops"), faults);
        assertEquals(1, corpus.facts().dropped().get("INTERNAL"));
        assertEquals(20, corpus.size());
    }

    private record FaultyItem(Item item) implements Item {
        @Override
        public String id() {
            return item.id();
        }

        @Override
        public List<Path> files() {
            return item.files();
        }

        @Override
        public List<SourcePiece> read() {
            if (id().equals("sub/tune 3.mid")) {
                throw new IllegalStateException("oops");
            }
            return item.read();
        }
    }

    @Test
    void aPublishedSplitIsKeptWhole() {
        SourcePiece tune = new SourcePiece("x", MidiReader.read(music.resolve("again.mid")).score(), Share.OPEN, List.of());
        record Book(List<Path> files, SourcePiece tune) implements Item {
            @Override
            public String id() {
                return "book";
            }

            @Override
            public List<SourcePiece> read() {
                return List.of(new SourcePiece("book#1", tune.score(), Share.TRAIN, List.of()),
                        new SourcePiece("book#2", tune.score(), Share.TEST, List.of()),
                        new SourcePiece("book#3", tune.score(), Share.OPEN, List.of()));
            }
        }
        Layout layout = new Layout() {
            @Override
            public String name() {
                return "book";
            }

            @Override
            public boolean recognises(Path root) {
                return true;
            }

            @Override
            public List<Item> items(Path root) {
                return List.of(new Book(List.of(), tune));
            }
        };
        StoredCorpus corpus = StoredCorpus.open(Importer.run(new ImportRequest(List.of(new ImportSource(music, _ -> layout, "")), "b",
                folder.resolve("b"), 0.1, 0.1, 1, false, 1), ImportListener.NONE));
        try (Stream<StoredPiece> pieces = corpus.pieces()) {
            assertEquals(List.of("TRAIN KEPT ", "TEST KEPT book#1", "OPEN DROPPED book#1"),
                    pieces.map(p -> p.share() + " " + p.verdict() + " " + p.repeats()).toList());
        }
    }

    @Test
    void severalSourcesDoNotCollide() throws IOException {
        Path single = Files.write(folder.resolve("one.mid"), MidiBytes.of(MidiBytes.tune(90)));
        StoredCorpus corpus = StoredCorpus.open(Importer.run(new ImportRequest(List.of(ImportSource.of(single, ""),
                ImportSource.of(music.resolve("sub"), ""), ImportSource.of(music.resolve("sub"), "")), "s", folder.resolve("s"), 0, 0, 1,
                false, 2), ImportListener.NONE));
        assertEquals("one.mid/one.mid", corpus.id(0));
        assertEquals("sub/tune 0.mid", corpus.id(1));
        assertEquals(20, corpus.facts().dropped().get("DUPLICATE"));
        assertEquals(Verdict.KEPT, corpus.pieces().findFirst().orElseThrow().verdict());
    }

    @Test
    void damageAnywhereIsNoticed() throws IOException {
        write("transposed.mid", MidiBytes.of(IntStream.of(MidiBytes.tune(41)).map(pitch -> pitch + 2).toArray()));
        Path stored = Importer.run(request(2, false), ImportListener.NONE);
        for (String name : content(stored).keySet()) {
            Path file = stored.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int part = 0; part < 24; part++) {
                byte[] bytes = whole.clone();
                bytes[(int) ((long) part * (bytes.length - 1) / 23)] ^= 0x15;
                Files.write(file, bytes);
                assertThrows(InputException.class, () -> readAll(stored), name + " " + part);
            }
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            assertThrows(InputException.class, () -> readAll(stored), name);
            Files.delete(file);
            assertThrows(InputException.class, () -> readAll(stored), name);
            Files.write(file, whole);
        }
        readAll(stored);
    }

    private static void readAll(Path stored) {
        StoredCorpus corpus = StoredCorpus.open(stored);
        for (int i = 0; i < corpus.size(); i++) {
            corpus.score(i);
        }
    }
}
