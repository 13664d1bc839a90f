package dev.cadenza.evaluate.originality;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.InputFiles;
import dev.cadenza.score.Place;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// The file of an index, described in `docs/formats/passages.md`.
final class PassageFile {

    static final int MAGIC = 0x43445A50; // CDZP
    static final int VERSION = 1;
    private static final int MOST_BYTES = 1 << 30;
    private static final int HIGHEST_BAR = 1 << 24;
    private static final int WHOLE = 1;
    private static final String REMEDY = "Delete it, or make it again with cadenza originality --build.";

    private final String source;
    private final PassageBytes in;

    private PassageFile(String source, byte[] bytes) {
        this.source = source;
        this.in = new PassageBytes(bytes, bytes.length - Integer.BYTES);
    }

    static byte[] bytes(PassageIndex index) {
        PassageBytes out = new PassageBytes();
        out.fixed(MAGIC, Integer.BYTES);
        out.fixed(VERSION, 1);
        out.fixed(Step.PASSAGE, 1);
        out.fixed(index.whole() ? WHOLE : 0, 1);
        Band band = index.band();
        out.number(band.pieces());
        out.fixed(Double.doubleToLongBits(band.percentile()), Long.BYTES);
        out.fixed(Double.doubleToLongBits(band.excess()), Long.BYTES);
        out.number(band.usualNotes());
        out.number(band.mostNotes());
        steps(index.steps(), out);
        out.number(index.pieces().size());
        index.pieces().forEach(out::text);
        out.number(index.lines().size());
        for (IndexedLine line : index.lines()) {
            out.number(line.piece());
            out.number(line.hashes().length);
            for (int hash : line.hashes()) {
                out.fixed(hash, Integer.BYTES);
            }
            out.bytes(line.pitches());
            out.bytes(line.bars());
        }
        out.fixed(checksum(out.toArray(), 0), Integer.BYTES);
        return out.toArray();
    }

    private static void steps(StepCounts steps, PassageBytes out) {
        out.number(steps.codes().length);
        for (int i = 0; i < steps.codes().length; i++) {
            out.number(steps.codes()[i]);
            out.number(steps.counts()[i]);
        }
    }

    private static int checksum(byte[] bytes, int without) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - without);
        return (int) crc.getValue();
    }

    static PassageIndex read(Path file) {
        String source = file.toString();
        byte[] bytes;
        try {
            bytes = InputFiles.bytes(file, MOST_BYTES);
        } catch (InputException e) {
            throw new ModelException(source, e.place(), e.code(), "the index of passages cannot be read.", REMEDY, e);
        }
        if (bytes.length < 2 * Integer.BYTES || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw refused(source, "NOT_PASSAGES", 0, "this is no index of passages.");
        }
        int version = bytes[Integer.BYTES];
        if (version != VERSION) {
            throw refused(source, "PASSAGES_VERSION", Integer.BYTES, "this index of passages has version " + version
                    + ", but only version " + VERSION + " is known.");
        }
        if (ByteBuffer.wrap(bytes).getInt(bytes.length - Integer.BYTES) != checksum(bytes, Integer.BYTES)) {
            throw refused(source, "PASSAGES_DAMAGED", bytes.length - Integer.BYTES, "the index of passages is damaged: its checksum does not fit.");
        }
        return new PassageFile(source, bytes).index();
    }

    /// Every count is checked against the bytes that are left before anything is made of it.
    private PassageIndex index() {
        try {
            in.fixed(Integer.BYTES + 1);
            require(in.fixed(1) == Step.PASSAGE, "passages of that length");
            long flags = in.fixed(1);
            require(flags == 0 || flags == WHOLE, "flags");
            Band band = new Band(in.integer(Integer.MAX_VALUE), Double.longBitsToDouble(in.fixed(Long.BYTES)),
                    Double.longBitsToDouble(in.fixed(Long.BYTES)), in.integer(Integer.MAX_VALUE), in.integer(Integer.MAX_VALUE));
            StepCounts steps = steps();
            int count = in.count(1);
            List<String> pieces = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                pieces.add(in.text());
            }
            int lines = in.count(2 + Integer.BYTES + 1 + Step.PASSAGE);
            List<IndexedLine> all = new ArrayList<>(lines);
            for (int i = 0; i < lines; i++) {
                all.add(line(pieces.size()));
            }
            in.end();
            return new PassageIndex(pieces, all, steps, flags == WHOLE, band);
        } catch (PassageBytes.Malformed | IllegalArgumentException e) {
            throw refused(source, "PASSAGES_DAMAGED", in.at(), "the index of passages is damaged: " + e.getMessage() + ".");
        }
    }

    private StepCounts steps() throws PassageBytes.Malformed {
        int kinds = in.count(2);
        int[] codes = new int[kinds];
        long[] counts = new long[kinds];
        for (int i = 0; i < kinds; i++) {
            codes[i] = in.integer(Step.CODES - 1);
            counts[i] = in.integer(Integer.MAX_VALUE);
            require(counts[i] > 0 && (i == 0 || codes[i] > codes[i - 1]), "steps in order that occur");
        }
        return new StepCounts(codes, counts);
    }

    private IndexedLine line(int pieces) throws PassageBytes.Malformed {
        int piece = in.integer(pieces - 1);
        int passages = in.count(Integer.BYTES + 2);
        require(passages > 0, "lines with passages");
        int[] hashes = in.integers(passages);
        byte[] pitches = in.bytes(passages);
        int from = in.at();
        int bar = 0;
        for (int i = 0; i < passages + Step.PASSAGE; i++) {
            bar += in.integer(HIGHEST_BAR - bar);
        }
        return new IndexedLine(piece, hashes, pitches, in.since(from));
    }

    private static void require(boolean holds, String what) throws PassageBytes.Malformed {
        if (!holds) {
            throw new PassageBytes.Malformed("it should have " + what);
        }
    }

    private static ModelException refused(String source, String code, long at, String cause) {
        return new ModelException(source, new Place.ByteOffset(at), code, cause, REMEDY);
    }
}
