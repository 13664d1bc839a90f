package dev.cadenza.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

class RollLayoutTest {

    private static final int[][] FRAMES = {{60, 64, 108}, {60}, {}, {21, 60}};

    @TempDir
    private Path folder;

    private Path mat(String name, int columns, String... variables) throws IOException {
        Path file = folder.resolve(name);
        try (Mat5File mat = Mat5.newMatFile()) {
            for (String variable : variables) {
                Cell cell = Mat5.newCell(1, 2);
                cell.set(0, matrix(columns, FRAMES));
                cell.set(1, matrix(columns, new int[][] {{60}}));
                mat.addArray(variable, cell);
            }
            Mat5.writeToFile(mat, file.toFile());
        }
        return file;
    }

    private static Matrix matrix(int columns, int[][] frames) {
        Matrix matrix = Mat5.newMatrix(frames.length, columns, MatlabType.UInt8);
        for (int frame = 0; frame < frames.length; frame++) {
            for (int pitch : frames[frame]) {
                if (pitch - 21 < columns) {
                    matrix.setInt(frame, pitch - 21, 1);
                }
            }
        }
        return matrix;
    }

    private Path whole(String name) throws IOException {
        return mat(name, 88, "traindata", "validdata", "testdata");
    }

    @Test
    void framesAreSetsOfPitchesFromHighToLow() throws IOException {
        RollSet set = RollReader.read(whole("Nottingham.mat"));
        assertEquals("Nottingham", set.name());
        assertEquals(List.of(2, 2, 2), List.of(set.train().size(), set.valid().size(), set.test().size()));
        assertEquals(5, RollSet.frames(set.train()));
        assertArrayEquals(new int[][] {{108, 64, 60}, {60}, {}, {60, 21}}, set.train().getFirst().frames());
    }

    @Test
    void framesOfTunesAreEighthsAndOfChoralesQuarters() throws IOException {
        whole("Nottingham.mat");
        whole("JSB_Chorales.mat");
        List<SourcePiece> pieces = new RollLayout().items(folder).stream().flatMap(item -> item.read().stream()).toList();
        assertEquals(12, pieces.size());
        assertEquals("JSB_Chorales.mat#train/0", pieces.getFirst().id());
        assertEquals(note(0, 960, 60), pieces.getFirst().score().parts().getFirst().notes().getFirst());
        SourcePiece tune = pieces.get(6);
        assertEquals("Nottingham.mat#train/0", tune.id());
        assertEquals(List.of(note(0, 480, 60), note(0, 240, 64), note(0, 240, 108), note(720, 240, 21), note(720, 240, 60)),
                tune.score().parts().getFirst().notes());
        assertEquals(List.of(Share.TRAIN, Share.VALID, Share.TEST), pieces.stream().map(SourcePiece::share).distinct().toList());
    }

    @Test
    void foldersWithTheJsonOfTheChoralesAreReadAsThat() throws IOException {
        whole("JSB_Chorales.mat");
        assertTrue(new RollLayout().recognises(folder));
        Files.writeString(folder.resolve("Jsb16thSeparated.json"), "{}");
        assertFalse(new RollLayout().recognises(folder));
        assertTrue(new RollLayout().recognises(folder.resolve("JSB_Chorales.mat")));
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertEquals("BAD_LAYOUT", refusal(mat("MuseData.mat", 88, "traindata")));
        assertEquals("BAD_LAYOUT", refusal(mat("MuseData.mat", 87, "traindata", "validdata", "testdata")));
        assertEquals("BAD_MAT", refusal(Files.writeString(folder.resolve("x.mat"), "MATLAB 7.3 MAT-file")));
        assertEquals("BAD_MAT", refusal(Files.write(folder.resolve("x.mat"), new byte[0])));
        assertEquals("CANNOT_READ", refusal(folder.resolve("none.mat")));
    }

    private static String refusal(Path file) {
        return assertThrows(InputException.class, () -> RollReader.read(file)).code();
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(whole("Piano_midi.mat"));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        Path file = folder.resolve("damaged.mat");
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] damaged = round % 3 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
            for (int i = 0; i < round % 3 && damaged.length > 0; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                RollReader.read(file);
            } catch (InputException e) {
                refused++;
            }
        }
        assertTrue(refused > 100, "refused " + refused);
    }

    /// Sizes that a file states without having the bytes.
    @Test
    void statedSizesAreNotBelieved() throws IOException {
        Path file = folder.resolve("big.mat");
        Files.write(file, uncompressed(element(6, ints(1, 0), -1), element(5, ints(1, 2_000_000_000), -1)));
        assertEquals("BAD_MAT", refusal(file), "a cell of two thousand million sequences");
        Files.write(file, uncompressed(element(6, ints(1, 0), 2_000_000_000)));
        assertEquals("BAD_MAT", refusal(file), "flags of two thousand million bytes");
        Files.write(file, uncompressed(element(6, ints(9, 0), -1), element(5, ints(1_000_000, 88), -1),
                element(1, "traindata".getBytes(StandardCharsets.US_ASCII), -1), element(2, new byte[8], 2_000_000_000)));
        assertEquals("BAD_MAT", refusal(file), "data of two thousand million bytes");
        byte[] inner = element(14, new byte[0], -1);
        for (int depth = 0; depth < 400; depth++) {
            inner = element(14, join(element(6, ints(1, 0), -1), element(5, ints(1, 1), -1), element(1, new byte[0], -1), inner), -1);
        }
        Files.write(file, join(header(), inner));
        assertEquals("BAD_MAT", refusal(file), "four hundred lists in each other");
    }

    private static byte[] uncompressed(byte[]... parts) {
        return join(header(), element(14, join(parts), -1));
    }

    private static byte[] header() {
        byte[] header = new byte[128];
        Arrays.fill(header, (byte) ' ');
        System.arraycopy("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII), 0, header, 0, 19);
        Arrays.fill(header, 116, 124, (byte) 0);
        header[124] = 0;
        header[125] = 1;
        header[126] = 'I';
        header[127] = 'M';
        return header;
    }

    /// @param stated size that is written; -1 for the true one
    private static byte[] element(int type, byte[] content, int stated) {
        int padded = (content.length + 7) / 8 * 8;
        return ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN).putInt(type)
                .putInt(stated < 0 ? content.length : stated).put(content).array();
    }

    private static byte[] ints(int first, int second) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(first).putInt(second).array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static Note note(long onset, long duration, int pitch) {
        return new Note(onset, duration, Pitch.of(pitch), 80);
    }
}
