package dev.cadenza.corpus.mat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks the compressed elements of a MATLAB file, so that the library meets none: it leaves what it unpacks with to the
/// garbage collector, which does not see how much memory that takes outside of the heap.
final class Unpacking {

    private static final int HEADER_BYTES = 128;
    private static final int TAG_BYTES = 8;
    private static final int COMPRESSED = 15;

    private Unpacking() {
    }

    /// The same file with plain elements. What is no such file is left as it is, for the library to refuse.
    ///
    /// @throws IOException where elements are damaged, or are together longer than `most` bytes
    static byte[] of(byte[] file, long most) throws IOException {
        if (file.length < HEADER_BYTES) {
            return file;
        }
        boolean little = file[HEADER_BYTES - 2] == 'I' && file[HEADER_BYTES - 1] == 'M';
        ByteBuffer in = ByteBuffer.wrap(file).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, HEADER_BYTES);
        int at = HEADER_BYTES;
        while (at + TAG_BYTES <= file.length) {
            int type = in.getInt(at);
            long size = Integer.toUnsignedLong(in.getInt(at + Integer.BYTES));
            if (type != COMPRESSED || size > file.length - at - TAG_BYTES) {
                break;
            }
            inflate(file, at + TAG_BYTES, (int) size, out, most);
            at += TAG_BYTES + (int) size;
        }
        // Elements that are not compressed have paddings of their own: from the first one on all is left as it is.
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    private static void inflate(byte[] file, int from, int length, ByteArrayOutputStream out, long most) throws IOException {
        byte[] buffer = new byte[1 << 13];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(file, from, length);
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                out.write(buffer, 0, read);
                if (out.size() > most) {
                    throw new IOException("it holds more than " + (most >> 20) + " MB");
                }
                if (read == 0 && !inflater.finished()) {
                    throw new IOException("a compressed element is damaged");
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("a compressed element is damaged", e);
        }
    }
}
