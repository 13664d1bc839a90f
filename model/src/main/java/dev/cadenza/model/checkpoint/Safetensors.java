package dev.cadenza.model.checkpoint;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes files in the safetensors format (version 0.4): eight bytes of header length, a JSON header that
/// names each tensor with its type, shape and place, then the numbers, little-endian.
///
/// Only F32 and F16 are read. Nothing is allocated because a file states a length: every stated size is checked against
/// the bytes that are there.
public final class Safetensors {

    /// Longest header that is read, in bytes.
    static final int HEADER_LIMIT = 16 << 20;
    private static final int CHUNK = 1 << 16;

    private Safetensors() {
    }

    /// Reads all tensors of a file, sorted by name.
    ///
    /// @throws ModelException where the file is missing, damaged, or holds another type of number
    public static Map<String, Tensor> read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, file.toString());
        } catch (IOException e) {
            throw new ModelException(file.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the weights cannot be read (" + e.getClass().getSimpleName() + ").",
                    "Check that the model's directory is complete.", e);
        }
    }

    private static Map<String, Tensor> read(FileChannel channel, String source) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw damaged(source, 0, "HEADER_TRUNCATED", "the file ends before its header.");
        }
        long length = fill(channel, 0, 8, source).getLong();
        if (length < 2 || length > HEADER_LIMIT || length > size - 8) {
            throw damaged(source, 0, "HEADER_LENGTH", "a header of " + Long.toUnsignedString(length)
                    + " bytes does not fit the file of " + size + " bytes.");
        }
        byte[] header = fill(channel, 8, (int) length, source).array();
        long start = 8 + length;
        if (size - start > Runtime.getRuntime().maxMemory() / 4 * 3) {
            throw new ModelException(source, new Place.Nowhere(), "TOO_LARGE",
                    "its " + ((size - start) >> 20) + " MB of weights do not fit the memory of this program.",
                    "Give Java more memory with -Xmx.");
        }
        Map<String, Tensor> tensors = new TreeMap<>();
        for (SafetensorsHeader.Entry entry : SafetensorsHeader.parse(header, size - start, source)) {
            tensors.put(entry.name(), tensor(channel, start + entry.begin(), entry, source));
        }
        return tensors;
    }

    private static Tensor tensor(FileChannel channel, long position, SafetensorsHeader.Entry entry, String source)
            throws IOException {
        int count = entry.size();
        int width = entry.type().bytes();
        float[] floats = new float[entry.type() == Tensor.Type.F32 ? count : 0];
        short[] halves = new short[entry.type() == Tensor.Type.F16 ? count : 0];
        for (int done = 0; done < count; done += CHUNK) {
            int part = Math.min(CHUNK, count - done);
            ByteBuffer bytes = fill(channel, position + (long) done * width, part * width, source);
            if (entry.type() == Tensor.Type.F32) {
                bytes.asFloatBuffer().get(floats, done, part);
            } else {
                bytes.asShortBuffer().get(halves, done, part);
            }
        }
        return entry.type() == Tensor.Type.F32
                ? Tensor.owning(floats, entry.shape()) : Tensor.owningHalves(halves, entry.shape());
    }

    private static ByteBuffer fill(FileChannel channel, long position, int length, String source) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw damaged(source, position + bytes.position(), "DATA_TRUNCATED", "the file ends too early.");
            }
        }
        return bytes.flip();
    }

    static ModelException damaged(String source, long offset, String code, String cause) {
        return new ModelException(source, new Place.ByteOffset(offset), code, cause,
                "The file is damaged; get a whole copy of the model.");
    }

    /// Writes tensors to a file, sorted by name and without metadata: equal tensors give equal bytes.
    ///
    /// @throws dev.cadenza.score.CadenzaException.OutputException where the folder or the disk does not allow it
    public static void write(Path file, Map<String, Tensor> tensors) {
        AtomicFiles.write(file, content(tensors));
    }

    /// What a safetensors file of these tensors holds.
    ///
    /// @throws IllegalArgumentException where a tensor has the name that the format keeps for itself
    public static AtomicFiles.Content content(Map<String, Tensor> tensors) {
        Map<String, Tensor> sorted = new TreeMap<>(tensors);
        byte[] header = header(sorted);
        return out -> {
            out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
            out.write(header);
            for (Tensor tensor : sorted.values()) {
                write(tensor, out);
            }
        };
    }

    private static byte[] header(Map<String, Tensor> sorted) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : sorted.entrySet()) {
            if (entry.getKey().equals(SafetensorsHeader.METADATA)) {
                throw new IllegalArgumentException("no tensor can be named " + SafetensorsHeader.METADATA);
            }
            Tensor tensor = entry.getValue();
            ObjectNode member = root.putObject(entry.getKey());
            member.put("dtype", tensor.type().name());
            ArrayNode shape = member.putArray("shape");
            for (int axis : tensor.shape()) {
                shape.add(axis);
            }
            ArrayNode offsets = member.putArray("data_offsets").add(offset);
            offset += (long) tensor.size() * tensor.type().bytes();
            offsets.add(offset);
        }
        String text = Json.MAPPER.writeValueAsString(root);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        // Spaces let the numbers begin at a multiple of eight, as the format asks of writers.
        return (text + " ".repeat(-bytes & 7)).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Tensor tensor, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * tensor.type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.size(); i++) {
            if (!bytes.hasRemaining()) {
                out.write(bytes.array(), 0, bytes.position());
                bytes.clear();
            }
            if (tensor.type() == Tensor.Type.F32) {
                bytes.putFloat(tensor.at(i));
            } else {
                bytes.putShort(tensor.halfAt(i));
            }
        }
        out.write(bytes.array(), 0, bytes.position());
    }
}
