package dev.cadenza.corpus.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.store.DamagedException;
import dev.cadenza.corpus.store.TokenPlace;
import dev.cadenza.corpus.store.TokenShardWriter;
import dev.cadenza.corpus.store.TokenShards;
import dev.cadenza.score.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodedCorpusTest {

    private static final Tokenizer MELODY = new MelodyTokenizer(4);

    @TempDir
    private Path folder;

    private Path stored;

    @BeforeEach
    void importMusic() throws IOException {
        Path music = Files.createDirectories(folder.resolve("music"));
        for (int i = 0; i < 12; i++) {
            Files.write(music.resolve("tune" + i + ".mid"), MidiBytes.of(MidiBytes.tune(50 + i)));
        }
        Files.write(music.resolve("short.mid"), MidiBytes.of(50, 52, 54, 56, 58, 57, 55, 53));
        stored = Importer.run(new ImportRequest(List.of(ImportSource.of(music, "")), "m", folder.resolve("m"), 0.2, 0.1, 1, false, 2),
                ImportListener.NONE);
    }

    private Corpus read(Tokenizer tokenizer) {
        return Corpora.read(stored, tokenizer, 1, 0.1, 2, ImportListener.NONE);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(stored.resolve("tokens"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// The same, encoded anew and held in memory.
    private static void assertHeld(Corpus expected, Corpus corpus) {
        assertEquals(expected.train(), corpus.train());
        assertEquals(expected.valid(), corpus.valid());
        assertEquals(expected.test(), corpus.test());
        assertEquals(expected.report(), corpus.report());
        assertEquals(expected.quartersPerMinute(), corpus.quartersPerMinute());
    }

    private Corpus held(Tokenizer tokenizer) throws IOException {
        // Where nothing can be written beside the corpus, all is held.
        Path tokens = stored.resolve("tokens");
        if (Files.exists(tokens)) {
            Files.move(tokens, stored.resolve("aside"));
        }
        Files.write(tokens, new byte[0]);
        Corpus corpus = read(tokenizer);
        assertEquals(0, Files.size(tokens));
        Files.delete(tokens);
        return corpus;
    }

    @Test
    void mappedTokensAreThoseThatWouldBeHeld() throws IOException {
        for (String name : List.of("melody", "remi+programs", "midi-like", "remi+programs+merge64")) {
            Tokenizer tokenizer = Representations.named(name, 4);
            Corpus expected = held(tokenizer);
            Corpus made = read(tokenizer);
            assertHeld(expected, made);
            assertHeld(expected, read(tokenizer));
            Folders.delete(stored.resolve("tokens"));
        }
    }

    @Test
    void theyAreMadeOnceAndAgainWhereTheyAreDamaged() throws IOException {
        Corpus first = held(MELODY);
        read(MELODY);
        assertEquals(List.of("tokens-0000.bin", "tokens.json", "tokens.jsonl"), files().stream()
                .map(file -> file.getFileName().toString()).toList());
        FileTime past = FileTime.fromMillis(1_000_000);
        for (Path file : files()) {
            Files.setLastModifiedTime(file, past);
        }
        assertHeld(first, read(MELODY));
        for (Path file : files()) {
            assertEquals(past, Files.getLastModifiedTime(file));
        }
        for (int damaged = 0; damaged < 3; damaged++) {
            Path file = files().get(damaged);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 4;
            Files.write(file, bytes);
            assertHeld(first, read(MELODY));
        }
        assertTrue(StoredCorpus.isStored(stored));
        assertEquals(13, StoredCorpus.open(stored).size());
    }

    @Test
    void anotherRepresentationOrCorpusHasItsOwn() throws IOException {
        read(MELODY);
        Path melody = files().getFirst().getParent();
        read(Representations.named("remi", 4));
        assertEquals(6, files().size());
        StoredCorpus corpus = StoredCorpus.open(stored);
        assertEquals(Optional.of(13), EncodedCorpus.of(corpus, MELODY).pieces(_ -> {
            throw new AssertionError("made again");
        }).map(List::size).or(Optional::empty));
        assertFalse(Files.exists(melody.resolveSibling(melody.getFileName() + ".making")));
    }

    @Test
    void numbersOfAnySizeSurvive() throws IOException {
        try (TokenShardWriter writer = new TokenShardWriter(folder)) {
            List<TokenSequence> all = List.of(new TokenSequence(1, new int[] {0, 255, 3}, new int[0][]),
                    new TokenSequence(2, new int[] {256, 65535, 1, 2}, new int[][] {{7, 255}}),
                    new TokenSequence(1, new int[] {1, 65536}, new int[][] {{0, 1}, {2, 3}}),
                    new TokenSequence(1, new int[] {1}, new int[][] {{-5}}), new TokenSequence(3, new int[0], new int[][] {{}}));
            List<TokenPlace> places = new ArrayList<>();
            for (TokenSequence sequence : all) {
                places.add(writer.add(sequence));
            }
            writer.close();
            TokenShards shards = TokenShards.open(folder, 1);
            for (int i = 0; i < all.size(); i++) {
                assertEquals(all.get(i), shards.at(places.get(i)));
                assertEquals(all.get(i).hashCode(), shards.at(places.get(i)).hashCode());
            }
            assertEquals(3, shards.at(places.get(2)).context(1, 1));
            assertEquals(65535, shards.at(places.get(1)).token(0, 1));
        } catch (DamagedException e) {
            throw new AssertionError(e);
        }
    }
}
