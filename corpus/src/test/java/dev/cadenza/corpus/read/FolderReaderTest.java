package dev.cadenza.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.score.CadenzaException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {

    private static final Tokenizer MELODY = new MelodyTokenizer(4);

    @TempDir
    private Path folder;

    /// A MIDI file of quarter notes one after the other, each of the given pitches sounding; 0 is a rest.
    private static byte[] midi(int... pitches) throws IOException {
        ByteArrayOutputStream track = new ByteArrayOutputStream();
        int rest = 0;
        for (int pitch : pitches) {
            if (pitch == 0) {
                rest++;
                continue;
            }
            int delta = 24 * rest;
            track.write(0x80 | delta >> 14);
            track.write(0x80 | delta >> 7 & 0x7F);
            track.write(delta & 0x7F);
            track.write(new byte[] {(byte) 0x90, (byte) pitch, 64, 24, (byte) 0x80, (byte) pitch, 0});
            rest = 0;
        }
        track.write(new byte[] {0, (byte) 0xFF, 0x2F, 0});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write("MThd".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(6);
        out.writeShort(0);
        out.writeShort(1);
        out.writeShort(24);
        out.write("MTrk".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(track.size());
        track.writeTo(out);
        return file.toByteArray();
    }

    private static int[] tune(int start) {
        int[] pitches = new int[64];
        for (int i = 0; i < pitches.length; i++) {
            pitches[i] = start + i * i % 11;
        }
        return pitches;
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static List<String> ids(List<Piece> pieces) {
        return pieces.stream().map(Piece::id).toList();
    }

    @Test
    void saysOfEachFileWhatBecameOfIt() throws IOException {
        write("a.mid", midi(tune(60)));
        write("b/again.MID", midi(tune(60)));
        write("c.mid", midi(60, 62, 64));
        write("d.mid", "not midi".getBytes(StandardCharsets.US_ASCII));
        write("e.mid", midi(tune(65)));
        write("notes.txt", new byte[] {1});
        Corpus corpus = FolderReader.read(folder, MELODY, 1, 0);
        assertEquals(List.of("a.mid", "e.mid"), ids(corpus.train()));
        assertEquals(List.of("KEPT", "DROPPED DUPLICATE", "DROPPED TOO_SHORT", "DROPPED NOT_MIDI", "KEPT"),
                corpus.report().entries().stream().map(e -> (e.verdict() + " " + e.code()).strip()).toList());
        assertTrue(corpus.report().toString().startsWith("kept 2 of 5 files; dropped 3: "), corpus.report().toString());
        assertEquals(64, corpus.report().toJson().path("entries").get(0).path("notes").intValue());
    }

    @Test
    void theSplitFollowsFromTheSeedAlone() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("tune" + i + ".mid", midi(tune(50 + i)));
        }
        Corpus first = FolderReader.read(folder, MELODY, 7, 0.2);
        Corpus second = FolderReader.read(folder, MELODY, 7, 0.2);
        assertEquals(ids(first.valid()), ids(second.valid()));
        assertEquals(2, first.valid().size());
        assertEquals(8, first.train().size());
        List<List<String>> others = new ArrayList<>();
        for (long seed = 0; seed < 8; seed++) {
            others.add(ids(FolderReader.read(folder, MELODY, seed, 0.2).valid()));
        }
        assertTrue(others.stream().distinct().count() > 2, others.toString());
    }

    @Test
    void melodiesAreCutWhereTheyAreSilentAndBeginWithANote() throws IOException {
        int[] pitches = new int[80];
        for (int i = 0; i < pitches.length; i++) {
            pitches[i] = i < 9 || i >= 30 && i < 40 || i == 50 || i == 60 ? 0 : 60 + i % 7;
        }
        write("song.mid", midi(pitches));
        Corpus corpus = FolderReader.read(folder, MELODY, 1, 0);
        assertEquals(List.of("song.mid#1", "song.mid#2"), ids(corpus.train()));
        assertEquals(60 + 9 % 7, MELODY.pitch(corpus.train().getFirst().tokens().token(0, 0), 0));
        assertEquals(4 * 21, corpus.train().get(0).tokens().steps());
        assertEquals(4 * 40, corpus.train().get(1).tokens().steps());
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        write("in/a.mid", midi(tune(60)));
        write("out/b.mid", midi(tune(62)));
        Files.createSymbolicLink(folder.resolve("in/link.mid"), folder.resolve("out/b.mid"));
        Files.createSymbolicLink(folder.resolve("in/loop"), folder.resolve("in"));
        Corpus corpus = FolderReader.read(folder.resolve("in"), MELODY, 1, 0);
        assertEquals(List.of("a.mid"), ids(corpus.train()));
        assertEquals("NOT_A_FILE", corpus.report().entries().get(1).code());
    }

    @Test
    void whatCannotWorkIsRefusedInWords() throws IOException {
        assertEquals("NOTHING_USABLE", refusal(folder, MELODY).code());
        write("short.mid", midi(60, 62, 64));
        assertTrue(refusal(folder, MELODY).getMessage().contains("kept 0 of 1 file; dropped 1: 1 too short"));
        write("tune.mid", midi(tune(60)));
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
}
