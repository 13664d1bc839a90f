package dev.cadenza.corpus.dataset;

import static dev.cadenza.corpus.dataset.Fixtures.note;
import static dev.cadenza.corpus.dataset.Fixtures.part;
import static dev.cadenza.corpus.dataset.Fixtures.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakhLayoutTest {

    @TempDir
    private Path folder;

    private String put(int pitch) throws IOException {
        byte[] bytes = MidiWriter.write(score(480, Tempo.ofBpm(0, 120), Meter.common(), part("", note(0, 480, pitch))));
        String md5 = Hashes.md5(bytes);
        Path digit = Files.createDirectories(folder.resolve("lmd_full").resolve(md5.substring(0, 1)));
        Files.write(digit.resolve(md5 + ".mid"), bytes);
        return "lmd_full/" + md5.charAt(0) + "/" + md5 + ".mid";
    }

    @Test
    void filesComeInTheOrderOfTheirNames() throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        for (int pitch = 21; pitch < 109; pitch++) {
            ids.add(put(pitch));
        }
        Files.writeString(folder.resolve(ids.getFirst()).resolveSibling("readme.txt"), "not a tune");
        assertTrue(new LakhLayout().recognises(folder));
        assertTrue(new LakhLayout().recognises(folder.resolve("lmd_full")));
        List<Item> items = new LakhLayout().items(folder);
        assertEquals(List.copyOf(ids), items.stream().map(Item::id).toList());
        assertEquals(1, items.get(5).read().getFirst().score().parts().getFirst().notes().size());
        assertEquals(folder.resolve(ids.getFirst()), items.getFirst().files().getFirst());
    }

    @Test
    void filesThatAreNotWhatTheirNamesSayAreRefused() throws IOException {
        String id = put(60);
        Path file = folder.resolve(id);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 10] ^= 1;
        Files.write(file, bytes);
        Item item = new LakhLayout().items(folder).getFirst();
        assertEquals("HASH_DIFFERS", assertThrows(InputException.class, item::read).code());
    }

    @Test
    void otherTreesAreNotTakenForIt() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/tune.mid"), "");
        assertFalse(new LakhLayout().recognises(folder));
        assertThrows(InputException.class, () -> new LakhLayout().items(folder));
    }
}
