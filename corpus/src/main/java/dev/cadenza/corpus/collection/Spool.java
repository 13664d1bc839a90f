package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.Judge.Judged;
import dev.cadenza.corpus.near.Sketch;
import dev.cadenza.corpus.store.DamagedException;
import dev.cadenza.corpus.store.Hashes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;

/// What became of the items of an import so far, one record behind the other in a file of the work folder. An import that was
/// cut off goes on from it: what is whole there and read from the same bytes is not read again. Its form is described in
/// `docs/formats/corpus.md`.
///
/// Records are added by one thread; what was known when it was opened may be asked by any.
final class Spool implements AutoCloseable {

    private static final String HEADER = "CDZSPOL1";
    private static final int HEAD = HEADER.length() + 64;
    private static final int FRAME = 8;

    private final FileChannel channel;
    private final Map<String, Known> known = new HashMap<>();
    private long size;

    private Spool(FileChannel channel) {
        this.channel = channel;
    }

    /// An item that was done before.
    ///
    /// @param place where its record lies
    /// @param files hash of the files that it was read from
    record Known(long place, String files) {
    }

    /// Opens a spool, or makes one.
    ///
    /// @param essence all that decides what becomes of an item, beside its files; a spool of another essence is begun anew
    static Spool open(Path file, String essence) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Spool spool = new Spool(channel);
        byte[] head = (HEADER + Hashes.of(essence.getBytes(StandardCharsets.UTF_8))).getBytes(StandardCharsets.US_ASCII);
        if (ByteBuffer.wrap(head).equals(spool.bytes(0, HEAD))) {
            spool.scan();
        } else {
            channel.truncate(0);
            spool.write(0, ByteBuffer.wrap(head));
            spool.size = HEAD;
        }
        return spool;
    }

    /// Finds the records that are whole; the first that is not, and all behind it, are cut off.
    private void scan() throws IOException {
        size = HEAD;
        for (ByteBuffer record = record(size); record.hasRemaining(); record = record(size)) {
            try {
                DataInputStream in = new DataInputStream(new ByteArrayInputStream(record.array()));
                known.put(text(in), new Known(size, text(in)));
            } catch (IOException e) {
                break;
            }
            size += FRAME + record.capacity();
        }
        channel.truncate(size);
    }

    /// What is known of an item from before.
    Optional<Known> known(String item) {
        return Optional.ofNullable(known.get(item));
    }

    /// How many items are known from before.
    int knownItems() {
        return known.size();
    }

    /// Adds what became of an item.
    ///
    /// @return where its record lies
    long append(String item, String files, List<Judged> pieces) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        text(out, item);
        text(out, files);
        out.writeInt(pieces.size());
        for (Judged judged : pieces) {
            text(out, CorpusJson.MAPPER.writeValueAsString(PieceJson.write(judged.piece())));
            out.writeInt(judged.packed().length);
            out.write(judged.packed());
            out.writeInt(judged.sketch().shingles());
            for (int hash : judged.sketch().least()) {
                out.writeInt(hash);
            }
        }
        byte[] payload = bytes.toByteArray();
        ByteBuffer record = ByteBuffer.allocate(FRAME + payload.length).putInt(payload.length).putInt(crc(payload)).put(payload).flip();
        long place = size;
        write(place, record);
        size += FRAME + payload.length;
        return place;
    }

    /// What became of an item.
    ///
    /// @throws DamagedException where there is no whole record at that place
    List<Judged> read(long place) throws IOException, DamagedException {
        ByteBuffer record = record(place);
        if (!record.hasRemaining()) {
            throw new DamagedException("a record of the work folder is damaged");
        }
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(record.array()));
            text(in);
            text(in);
            List<Judged> pieces = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                StoredPiece piece = PieceJson.read(CorpusJson.MAPPER.readTree(text(in)));
                byte[] packed = in.readNBytes(in.readInt());
                int shingles = in.readInt();
                int[] least = new int[Math.min(shingles, Sketch.MOST)];
                for (int i = 0; i < least.length; i++) {
                    least[i] = in.readInt();
                }
                pieces.add(new Judged(piece, packed, new Sketch(shingles, least)));
            }
            return pieces;
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new DamagedException("a record of the work folder cannot be read");
        }
    }

    /// The payload at a place; nothing where it is not whole.
    private ByteBuffer record(long place) throws IOException {
        ByteBuffer frame = bytes(place, FRAME);
        if (frame.capacity() < FRAME) {
            return ByteBuffer.allocate(0);
        }
        int length = frame.getInt();
        int crc = frame.getInt();
        ByteBuffer payload = length <= 0 ? ByteBuffer.allocate(0) : bytes(place + FRAME, length);
        return crc(payload.array()) == crc ? payload : ByteBuffer.allocate(0);
    }

    /// Some bytes of the file; none where it does not hold as many.
    private ByteBuffer bytes(long place, int count) throws IOException {
        if (place + count > channel.size()) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    private void write(long place, ByteBuffer bytes) throws IOException {
        long at = place;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
