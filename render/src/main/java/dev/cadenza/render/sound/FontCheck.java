package dev.cadenza.render.sound;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Looks through a SoundFont 2.04 file before the synthesiser sees it, because that one believes every size it reads and
/// plays compressed samples as noise. Nothing is allocated by a size that the file states.
final class FontCheck {

    private static final int COMPRESSED = 0x10;
    private static final int ROM = 0x8000;
    private static final int MAX_TABLE_BYTES = 64 << 20;
    private static final Map<String, Integer> RECORD_BYTES = Map.of("phdr", 38, "pbag", 4, "pmod", 10, "pgen", 4,
            "inst", 22, "ibag", 4, "imod", 10, "igen", 4, "shdr", 46);

    private record Chunk(String id, long start, long size) {
        long end() {
            return start + size;
        }
    }

    private final String source;
    private final FileChannel file;
    private final long length;
    private final Map<String, Chunk> chunks = new HashMap<>();

    private FontCheck(String source, FileChannel file) throws IOException {
        this.source = source;
        this.file = file;
        this.length = file.size();
    }

    /// @throws InputException where the file is no SoundFont that can be played
    static void check(String source, FileChannel file) throws IOException {
        new FontCheck(source, file).run();
    }

    private void run() throws IOException {
        if (length < 12 || !text(0).equals("RIFF") || !text(8).equals("sfbk")) {
            throw refuse(0, "FONT_NOT_SF2", "this is not a SoundFont 2 file (it does not begin with RIFF and sfbk).",
                    "Give an .sf2 file.");
        }
        long end = 8 + size(4);
        if (end > length) {
            throw damaged(4, "its header states " + end + " bytes, but the file has " + length);
        }
        walk(12, end);
        for (Map.Entry<String, Integer> table : new TreeMap<>(RECORD_BYTES).entrySet()) {
            checkTable(table.getKey(), table.getValue());
        }
        checkSamples();
        checkOrder("phdr", 38, 24, "pbag", 4);
        checkOrder("pbag", 4, 0, "pgen", 4);
        checkOrder("pbag", 4, 2, "pmod", 10);
        checkOrder("inst", 22, 20, "ibag", 4);
        checkOrder("ibag", 4, 0, "igen", 4);
        checkOrder("ibag", 4, 2, "imod", 10);
        checkLinks("pgen", 41, "inst", 22);
        checkLinks("igen", 53, "shdr", 46);
    }

    private void walk(long from, long end) throws IOException {
        long at = from;
        while (at < end) {
            if (end - at < 8) {
                throw damaged(at, "a chunk is cut short");
            }
            Chunk chunk = new Chunk(text(at), at + 8, size(at + 4));
            if (chunk.end() > end) {
                throw damaged(at, "chunk '" + printable(chunk.id()) + "' states more bytes than there are");
            }
            refuseCompressed(chunk);
            if (chunk.id().equals("LIST")) {
                if (chunk.size() < 4) {
                    throw damaged(at, "a list has no name");
                }
                if (from != 12) {
                    throw damaged(at, "a list lies within a list");
                }
                walk(chunk.start() + 4, chunk.end());
            } else if (chunks.putIfAbsent(chunk.id(), chunk) != null && RECORD_BYTES.containsKey(chunk.id())) {
                throw damaged(at, "table '" + chunk.id() + "' is there twice");
            }
            at = chunk.end() + (chunk.size() & 1);
        }
    }

    /// Writers of SF3 leave out the padding of odd chunks, so such a file is told by its version or its first sample
    /// before the walk stumbles.
    private void refuseCompressed(Chunk chunk) throws IOException {
        boolean versionThree = chunk.id().equals("ifil") && chunk.size() >= 4 && read(chunk.start(), 2).getShort() == 3;
        boolean ogg = chunk.id().equals("smpl") && chunk.size() >= 4 && text(chunk.start()).equals("OggS");
        if (versionThree || ogg) {
            throw compressed(chunk.start());
        }
    }

    private InputException compressed(long at) {
        return refuse(at, "FONT_COMPRESSED", "its samples are compressed (SF3), which the synthesiser would play as noise.",
                "Convert it to SF2, in Polyphone or with sf3convert -x, or choose an .sf2 file.");
    }

    private void checkTable(String id, int recordBytes) {
        Chunk table = chunks.get(id);
        if (table == null) {
            throw damaged(0, "table '" + id + "' is missing");
        }
        if (table.size() % recordBytes != 0 || table.size() < recordBytes || table.size() > MAX_TABLE_BYTES) {
            throw damaged(table.start(), "table '" + id + "' has an impossible size of " + table.size() + " bytes");
        }
    }

    private void checkSamples() throws IOException {
        ByteBuffer headers = table("shdr");
        Chunk pool = chunks.get("smpl");
        long frames = pool == null ? 0 : pool.size() / 2;
        int count = headers.capacity() / 46 - 1;
        if (count < 1 || pool == null) {
            throw damaged(0, "it holds no samples");
        }
        for (int i = 0; i < count; i++) {
            int type = headers.getShort(46 * i + 44) & 0xFFFF;
            long at = chunks.get("shdr").start() + 46L * i;
            if ((type & COMPRESSED) != 0) {
                throw compressed(at + 44);
            }
            long start = headers.getInt(46 * i + 20) & 0xFFFFFFFFL;
            long end = headers.getInt(46 * i + 24) & 0xFFFFFFFFL;
            if ((type & ROM) == 0 && (start > end || end > frames)) {
                throw damaged(at + 20, "sample " + (i + 1) + " lies outside the sample data");
            }
        }
    }

    /// In the table `id`, the number at `offset` of each record is the first of its entries in `target`: rising, in range.
    private void checkOrder(String id, int recordBytes, int offset, String target, int targetBytes) throws IOException {
        ByteBuffer records = table(id);
        long limit = chunks.get(target).size() / targetBytes;
        int last = 0;
        for (int at = offset; at + 2 <= records.capacity(); at += recordBytes) {
            int value = records.getShort(at) & 0xFFFF;
            // More than 65,535 entries wrap round in some fonts; those are refused with the damaged ones.
            if (value < last || value > limit) {
                throw damaged(chunks.get(id).start() + at, "table '" + id + "' points outside table '" + target + "'");
            }
            last = value;
        }
    }

    private void checkLinks(String generators, int operator, String target, int targetBytes) throws IOException {
        ByteBuffer records = table(generators);
        long count = chunks.get(target).size() / targetBytes;
        for (int at = 0; at < records.capacity(); at += 4) {
            if (records.getShort(at) == operator && (records.getShort(at + 2) & 0xFFFF) >= count) {
                throw damaged(chunks.get(generators).start() + at,
                        "table '" + generators + "' points outside table '" + target + "'");
            }
        }
    }

    private ByteBuffer table(String id) throws IOException {
        Chunk chunk = chunks.get(id);
        // checkTable has bounded the size by that of the file.
        return read(chunk.start(), (int) chunk.size());
    }

    private ByteBuffer read(long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw damaged(at + buffer.position(), "the file ends too early");
            }
        }
        return buffer.flip();
    }

    private String text(long at) throws IOException {
        return new String(read(at, 4).array(), StandardCharsets.ISO_8859_1);
    }

    private long size(long at) throws IOException {
        return read(at, 4).getInt() & 0xFFFFFFFFL;
    }

    private static String printable(String id) {
        return id.replaceAll("[^ -~]", "?");
    }

    private InputException damaged(long at, String how) {
        return refuse(at, "FONT_DAMAGED", "the SoundFont is damaged: " + how + ".", "Fetch the file again, or choose another.");
    }

    private InputException refuse(long at, String code, String cause, String remedy) {
        return new InputException(source, new Place.ByteOffset(at), code, cause, remedy);
    }
}
