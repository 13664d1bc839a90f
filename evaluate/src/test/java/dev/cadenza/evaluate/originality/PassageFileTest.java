package dev.cadenza.evaluate.originality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.Score;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageFileTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(PassageIndex.FILE);
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Score piece = Songs.piece(2, 9, Songs.random(1));
        PassageIndex index = PassageIndex.builder().add("Größe", piece).add("leer", Songs.score(List.of())).partial().build()
                .withBand(new Band(30, 95, 41.5, 7, 12));
        index.write(file());
        PassageIndex read = PassageIndex.read(file());
        assertEquals(index.pieces(), read.pieces());
        assertEquals(index.band(), read.band());
        assertEquals(index.whole(), read.whole());
        assertEquals(index.matches(piece), read.matches(piece));
        byte[] bytes = Files.readAllBytes(file());
        read.write(file());
        assertArrayEquals(bytes, Files.readAllBytes(file()));
    }

    @Test
    void equalPiecesGiveEqualBytes() {
        assertArrayEquals(PassageFile.bytes(Songs.index(5, 2, 8, Songs.random(2))), PassageFile.bytes(Songs.index(5, 2, 8, Songs.random(2))));
    }

    @Test
    void anIndexOfNothingFindsNothing() {
        PassageIndex.builder().build().write(file());
        assertEquals(0, PassageIndex.read(file()).matches(Songs.piece(1, 4, Songs.random(1))).matches().size());
    }

    @Test
    void everyDamageIsRefusedInWords() throws IOException {
        Songs.index(3, 1, 6, Songs.random(3)).write(file());
        byte[] whole = Files.readAllBytes(file());
        RandomGenerator random = Songs.random(4);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (i % 2 == 1) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file(), bytes);
            ModelException refused = assertThrows(ModelException.class, () -> PassageIndex.read(file()));
            assertTrue(refused.getMessage().contains("passages"), refused.getMessage());
        }
    }

    /// Whoever means harm gets the checksum right.
    @Test
    void forgedFilesAreRefusedOrRead() throws IOException {
        Songs.index(3, 1, 6, Songs.random(5)).write(file());
        byte[] whole = Files.readAllBytes(file());
        RandomGenerator random = Songs.random(6);
        Score take = Songs.piece(1, 6, random);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = whole.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            CRC32 crc = new CRC32();
            crc.update(bytes, 0, bytes.length - Integer.BYTES);
            ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) crc.getValue());
            Files.write(file(), bytes);
            try {
                PassageIndex.read(file()).matches(take);
            } catch (ModelException e) {
                refused++;
            }
        }
        assertTrue(refused > 100, refused + " refused");
    }

    @Test
    void aMissingFileIsRefusedInWords() {
        assertEquals("CANNOT_READ", assertThrows(ModelException.class, () -> PassageIndex.read(file())).code());
    }
}
