package dev.cadenza.corpus.store;

import dev.cadenza.score.Score;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A score as it lies in a shard: four bytes of CRC-32 of its plain bytes (the highest byte first), then these, deflated.
public final class PackedScore {

    /// A score whose plain bytes are more is not stored. That is some four million notes.
    public static final int MOST_PLAIN_BYTES = 32 << 20;

    private static final int CRC_BYTES = 4;

    private PackedScore() {
    }

    /// The bytes of a score; none where it has more than [#MOST_PLAIN_BYTES].
    public static byte[] pack(Score score) {
        byte[] plain = ScoreCodec.encode(score);
        if (plain.length > MOST_PLAIN_BYTES) {
            return new byte[0];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(CRC_BYTES + plain.length / 3);
        out.writeBytes(ByteBuffer.allocate(CRC_BYTES).putInt(crc(plain)).array());
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[1 << 13];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }

    /// The score of some bytes.
    ///
    /// @throws DamagedException where they are not what [#pack] makes
    public static Score unpack(byte[] packed) throws DamagedException {
        if (packed.length < CRC_BYTES) {
            throw new DamagedException("a piece ends too early");
        }
        byte[] plain = inflated(packed);
        if (crc(plain) != ByteBuffer.wrap(packed).getInt()) {
            throw new DamagedException("the sum of a piece is wrong");
        }
        return ScoreCodec.decode(plain);
    }

    private static byte[] inflated(byte[] packed) throws DamagedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(3 * packed.length);
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed, CRC_BYTES, packed.length - CRC_BYTES);
            byte[] buffer = new byte[1 << 13];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                out.write(buffer, 0, read);
                if (read == 0 && !inflater.finished() || out.size() > MOST_PLAIN_BYTES) {
                    throw new DamagedException("a piece cannot be unpacked");
                }
            }
            if (inflater.getRemaining() > 0) {
                throw new DamagedException("bytes are left over");
            }
        } catch (DataFormatException e) {
            throw new DamagedException("a piece cannot be unpacked");
        }
        return out.toByteArray();
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
