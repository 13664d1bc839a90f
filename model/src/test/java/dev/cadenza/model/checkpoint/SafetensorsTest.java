package dev.cadenza.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    @TempDir
    Path folder;

    @Test
    void aKnownFileHasTheBytesThatTheFormatPrescribes() throws IOException {
        Path file = folder.resolve("one.safetensors");
        Safetensors.write(file, Map.of("b", Tensor.of(new float[] {1, -2}, 2), "a", Tensor.ofHalves(new short[] {0x3c00})));
        String header = "{\"a\":{\"dtype\":\"F16\",\"shape\":[],\"data_offsets\":[0,2]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[2,10]}}";
        String padded = header + " ".repeat(-header.length() & 7);
        ByteBuffer expected = ByteBuffer.allocate(8 + padded.length() + 10).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded.length()).put(padded.getBytes(StandardCharsets.UTF_8)).putShort((short) 0x3c00)
                .putFloat(1).putFloat(-2);
        assertArrayEquals(expected.array(), Files.readAllBytes(file));
    }

    @Test
    void metadataOfOtherWritersIsPassedOver() throws IOException {
        Path file = written("{\"__metadata__\":{\"format\":\"pt\"},\"x\":{\"dtype\":\"F32\",\"shape\":[1,1],"
                + "\"data_offsets\":[0,4]}}   ", 4);
        Map<String, Tensor> tensors = Safetensors.read(file);
        assertEquals(Map.of("x", Tensor.of(new float[1], 1, 1)), tensors);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[]                                                                        | 0 | HEADER_START",
        "{\"x\":                                                                   | 0 | HEADER_JSON",
        "{\"x\":1}                                                                 | 0 | HEADER_MEMBER",
        "{\"x\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}           | 8 | HEADER_MEMBER",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}         | 4 | HEADER_MEMBER",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,4]}} | 4 | HEADER_MEMBER",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}          | 4 | HEADER_MEMBER",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"y\":1}}  | 4 | HEADER_MEMBER",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}          | 8 | DATA_GAP",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | 8 | DATA_GAP",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | HEADER_JSON",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[268435456],\"data_offsets\":[0,1073741824]}} | 8 | DATA_TRUNCATED",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}          | 9 | DATA_LEFT_OVER"})
    void aFaultInTheHeaderIsNamed(String header, int dataBytes, String code) throws IOException {
        Path file = written(header.strip(), dataBytes);
        ModelException e = assertThrows(ModelException.class, () -> Safetensors.read(file));
        assertEquals(code, e.code());
        assertTrue(e.getMessage().startsWith(file.toString()) && !(e.place() instanceof Place.Nowhere), e.getMessage());
    }

    @Test
    void aStatedHeaderLengthIsNotBelieved() throws IOException {
        Path file = folder.resolve("long.safetensors");
        Files.write(file, ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.MAX_VALUE).array());
        assertEquals("HEADER_LENGTH", assertThrows(ModelException.class, () -> Safetensors.read(file)).code());
        Files.write(file, new byte[7]);
        assertEquals("HEADER_TRUNCATED", assertThrows(ModelException.class, () -> Safetensors.read(file)).code());
        assertEquals("CANNOT_READ",
                assertThrows(ModelException.class, () -> Safetensors.read(folder.resolve("none"))).code());
    }

    @Property(tries = 50)
    void whatIsWrittenIsReadAgain(@ForAll long seed) throws IOException {
        Path file = scratch();
        Map<String, Tensor> tensors = randomTensors(new Random(seed));
        Safetensors.write(file, tensors);
        assertEquals(tensors, Safetensors.read(file));
    }

    @Property(tries = 300)
    void damageIsFoundOrHarmless(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path file = scratch();
        Safetensors.write(file, randomTensors(random));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt(256);
        }
        Files.write(file, random.nextBoolean() ? bytes : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        try {
            assertTrue(Safetensors.read(file).size() < 10);
        } catch (ModelException e) {
            assertEquals(file.toString(), e.source());
        }
    }

    private static Map<String, Tensor> randomTensors(Random random) {
        Map<String, Tensor> tensors = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            int rows = random.nextInt(4);
            int columns = random.nextInt(random.nextInt(20) == 0 ? 70_000 : 5);
            float[] data = new float[rows * columns];
            for (int j = 0; j < data.length; j++) {
                data[j] = (float) random.nextGaussian();
            }
            Tensor tensor = Tensor.of(data, rows, columns);
            tensors.put("layer." + i + (random.nextBoolean() ? "é\"" : ""), random.nextBoolean() ? tensor : tensor.halved());
        }
        return tensors;
    }

    private Path written(String header, int dataBytes) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("made.safetensors");
        Files.write(file, ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length).put(text).array());
        return file;
    }

    private static Path scratch;

    private static Path scratch() throws IOException {
        if (scratch == null) {
            scratch = Files.createTempDirectory("safetensors");
        }
        return scratch.resolve("any.safetensors");
    }

    @AfterContainer
    static void discard() throws IOException {
        if (scratch != null) {
            Files.deleteIfExists(scratch.resolve("any.safetensors"));
            Files.delete(scratch);
        }
    }
}
