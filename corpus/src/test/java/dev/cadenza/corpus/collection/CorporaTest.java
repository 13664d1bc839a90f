package dev.cadenza.corpus.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorporaTest {

    private static final Tokenizer MELODY = new MelodyTokenizer(4);

    @TempDir
    private Path folder;

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static Corpus read(Path path, long seed, double validShare) {
        return Corpora.read(path, MELODY, seed, validShare, 3, ImportListener.NONE);
    }

    private static List<String> ids(List<Piece> pieces) {
        return pieces.stream().map(Piece::id).toList();
    }

    @Test
    void saysOfEachFileWhatBecameOfIt() throws IOException {
        write("a.mid", MidiBytes.of(MidiBytes.tune(60)));
        write("b/again.MID", MidiBytes.of(MidiBytes.tune(60)));
        write("c.mid", MidiBytes.of(60, 62, 64));
        write("d.mid", "not midi".getBytes(StandardCharsets.US_ASCII));
        write("e.mid", MidiBytes.of(MidiBytes.tune(65)));
        write("notes.txt", new byte[] {1});
        Corpus corpus = read(folder, 1, 0);
        assertEquals(List.of("a.mid", "e.mid"), ids(corpus.train()));
        assertEquals(List.of("KEPT", "DROPPED DUPLICATE", "DROPPED TOO_SHORT", "DROPPED NOT_MIDI", "KEPT"),
                corpus.report().entries().stream().map(e -> (e.verdict() + " " + e.code()).strip()).toList());
        assertTrue(corpus.report().toString().startsWith("kept 2 of 5 files; dropped 3: "), corpus.report().toString());
        assertEquals(64, corpus.report().toJson().path("entries").get(0).path("notes").intValue());
    }

    @Test
    void theSplitFollowsFromTheSeedAlone() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("tune" + i + ".mid", MidiBytes.of(MidiBytes.tune(50 + i)));
        }
        Corpus first = read(folder, 7, 0.2);
        Corpus second = read(folder, 7, 0.2);
        assertEquals(ids(first.valid()), ids(second.valid()));
        assertEquals(2, first.valid().size());
        assertEquals(8, first.train().size());
        List<List<String>> others = new ArrayList<>();
        for (long seed = 0; seed < 8; seed++) {
            others.add(ids(read(folder, seed, 0.2).valid()));
        }
        assertTrue(others.stream().distinct().count() > 2, others.toString());
    }

    @Test
    void melodiesAreCutWhereTheyAreSilentAndBeginWithANote() throws IOException {
        int[] pitches = new int[80];
        for (int i = 0; i < pitches.length; i++) {
            pitches[i] = i < 9 || i >= 30 && i < 40 || i == 50 || i == 60 ? 0 : 60 + i % 7;
        }
        write("song.mid", MidiBytes.of(pitches));
        Corpus corpus = read(folder, 1, 0);
        assertEquals(List.of("song.mid#1", "song.mid#2"), ids(corpus.train()));
        assertEquals(60 + 9 % 7, MELODY.pitch(corpus.train().getFirst().tokens().token(0, 0), 0));
        assertEquals(4 * 21, corpus.train().get(0).tokens().steps());
        assertEquals(4 * 40, corpus.train().get(1).tokens().steps());
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        write("in/a.mid", MidiBytes.of(MidiBytes.tune(60)));
        write("out/b.mid", MidiBytes.of(MidiBytes.tune(62)));
        Files.createSymbolicLink(folder.resolve("in/link.mid"), folder.resolve("out/b.mid"));
        Files.createSymbolicLink(folder.resolve("in/loop"), folder.resolve("in"));
        Corpus corpus = read(folder.resolve("in"), 1, 0);
        assertEquals(List.of("a.mid"), ids(corpus.train()));
        assertEquals("NOT_A_FILE", corpus.report().entries().get(1).code());
    }

    @Test
    void anArchiveIsReadLikeItsFolder() throws IOException {
        Path archive = folder.resolve("tunes.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < 10; i++) {
                byte[] tune = MidiBytes.of(MidiBytes.tune(50 + i));
                write("tunes/tune" + i + ".mid", tune);
                zip.putNextEntry(new ZipEntry("tunes/tune" + i + ".mid"));
                zip.write(tune);
            }
        }
        Corpus unpacked = read(folder.resolve("tunes"), 3, 0.2);
        Corpus packed = read(archive, 3, 0.2);
        assertEquals(unpacked.train(), packed.train());
        assertEquals(unpacked.valid(), packed.valid());
        assertEquals(unpacked.report(), packed.report());
    }

    @Test
    void aStoredCorpusGivesWhatItsFolderGivesInItsOwnSplit() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("tunes/tune" + i + ".mid", MidiBytes.of(MidiBytes.tune(50 + i)));
        }
        Path stored = Importer.run(new ImportRequest(List.of(ImportSource.of(folder.resolve("tunes"), "")), "tunes",
                folder.resolve("stored"), 0.2, 0.1, 5, false, 2), ImportListener.NONE);
        Corpus corpus = read(stored, 99, 0.5);
        assertEquals(List.of(7, 2, 1), List.of(corpus.train().size(), corpus.valid().size(), corpus.test().size()));
        assertEquals(ids(read(folder.resolve("tunes"), 5, 0.2).valid()), ids(corpus.valid()));
        List<Piece> all = new ArrayList<>(corpus.train());
        all.addAll(corpus.valid());
        all.addAll(corpus.test());
        assertEquals(new HashSet<>(read(folder.resolve("tunes"), 1, 0).train()), new HashSet<>(all));
    }

    @Test
    void piecesMayBeChangedBeforeTheyAreEncodedAndThatIsNotKept() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("tunes/tune" + i + ".mid", MidiBytes.of(MidiBytes.tune(50 + i)));
        }
        UnaryOperator<SourcePiece> higher = piece -> new SourcePiece(piece.id(), higher(piece.score()), piece.share(),
                piece.repairs());
        Path tunes = folder.resolve("tunes");
        Path stored = Importer.run(new ImportRequest(List.of(ImportSource.of(tunes, "")), "tunes", folder.resolve("stored"), 0, 0, 5,
                false, 2), ImportListener.NONE);
        for (Path music : List.of(tunes, stored)) {
            Corpus changed = Corpora.open(music, MELODY, 1, 0, 2, higher, ImportListener.NONE);
            Corpus plain = Corpora.open(music, MELODY, 1, 0);
            assertEquals(ids(plain.train()), ids(changed.train()));
            for (int i = 0; i < 10; i++) {
                assertEquals(lowest(plain.train().get(i)) + 2, lowest(changed.train().get(i)));
            }
        }
    }

    private static Score higher(Score score) {
        return score.withParts(score.parts().stream().map(part -> new Part(part.name(), part.instrument(), part.notes().stream()
                .map(note -> new Note(note.onset(), note.duration(), Pitch.of(note.pitch().midi() + 2), note.velocity())).toList())).toList());
    }

    private static int lowest(Piece piece) {
        return piece.score(MELODY).parts().getFirst().notes().stream().mapToInt(note -> note.pitch().midi()).min().orElseThrow();
    }

    @Test
    void stoppingStops() throws IOException {
        write("a.mid", MidiBytes.of(MidiBytes.tune(60)));
        ImportListener stopped = new ImportListener() {
            @Override
            public boolean stopRequested() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> Corpora.open(folder, MELODY, 1, 0, 2, stopped));
    }

    @Test
    void whatCannotWorkIsRefusedInWords() throws IOException {
        assertEquals("NOTHING_USABLE", refusal(folder, MELODY).code());
        write("short.mid", MidiBytes.of(60, 62, 64));
        assertTrue(refusal(folder, MELODY).getMessage().contains("kept 0 of 1 file; dropped 1: 1 too short"));
        write("tune.mid", MidiBytes.of(MidiBytes.tune(60)));
        CadenzaException few = refusal(folder, MELODY);
        assertEquals("TOO_FEW_NOTES", few.code());
        assertTrue(few.getMessage().contains("64 where 500 are needed"), few.getMessage());
        assertTrue(refusal(folder, SatbTokenizer.SIXTEENTHS).getMessage().contains("no four voices found"));
        assertEquals("NO_SUCH_FILE", refusal(folder.resolve("nowhere"), MELODY).code());
        assertEquals("NOT_A_CORPUS", refusal(folder.resolve("tune.mid"), MELODY).code());
    }

    private static CadenzaException refusal(Path path, Tokenizer tokenizer) {
        return assertThrows(CadenzaException.class, () -> Corpora.open(path, tokenizer, 1, 0.2));
    }

    @Test
    void aFolderIsTheSameHoweverItIsNamed() throws IOException {
        write("in/a.mid", MidiBytes.of(MidiBytes.tune(60)));
        write("in/b/c.mid", MidiBytes.of(MidiBytes.tune(65)));
        Path whole = folder.resolve("in").toRealPath();
        Path relative = Path.of("").toAbsolutePath().relativize(whole);
        assertEquals(read(whole, 1, 0).sources(), read(relative, 1, 0).sources());
        Path from = imported(whole, "whole");
        assertEquals(-1, Files.mismatch(from.resolve("pieces.jsonl"), imported(relative, "relative").resolve("pieces.jsonl")));
        assertTrue(Files.readString(from.resolve("pieces.jsonl")).contains("\"name\":\"b/c.mid\""));
    }

    private Path imported(Path source, String name) {
        return Importer.run(new ImportRequest(List.of(ImportSource.of(source, "")), "in", folder.resolve(name), 0, 0, 1, false, 2),
                ImportListener.NONE);
    }
}
