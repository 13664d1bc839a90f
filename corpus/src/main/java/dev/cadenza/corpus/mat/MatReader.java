package dev.cadenza.corpus.mat;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.format.Mat5Tag;
import us.hebi.matlab.mat.format.Mat5Type;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/// Reads MATLAB files of version 5 without believing what they state: so that a small file can neither fill the memory
/// nor the stack, sizes are held against limits before anything is allocated.
public final class MatReader extends Mat5Reader {

    /// The largest of the known files needs 46 MB.
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_IN_ONE = 16 << 20;
    private static final int MOST_CELLS = 100_000;
    private static final int MOST_HEADER_BYTES = 1024;
    private static final int DEEPEST = 4;

    private final Budget budget;
    private int depth;

    /// What a file holds.
    ///
    /// @param source what messages call it
    /// @throws InputException where the bytes are no such file, or one that is out of measure
    public static MatFile read(byte[] bytes, String source) {
        try {
            return new MatReader(Sources.wrap(Unpacking.of(bytes, MOST_BYTES)), new Budget()).readMat();
        } catch (IOException | RuntimeException e) {
            // Whatever the library stumbles over is a fault of the bytes: it throws many kinds of exceptions.
            throw new InputException(source, new Place.Nowhere(), "BAD_MAT",
                    "the file is no MATLAB file of version 5, or is damaged.", "Use an undamaged copy of it.", e);
        }
    }

    private MatReader(Source source, Budget budget) {
        super(source);
        this.budget = budget;
        setBufferAllocator(budget);
        disableSubsystemProcessing();
    }

    /// Memory handed out to one file.
    private static final class Budget implements BufferAllocator {

        private long given;

        @Override
        public ByteBuffer allocate(int bytes) {
            given += bytes;
            if (bytes < 0 || bytes > MOST_IN_ONE || given > MOST_BYTES) {
                throw new IllegalStateException("it holds more than " + (MOST_BYTES >> 20) + " MB");
            }
            return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
        }

        @Override
        public void release(ByteBuffer buffer) {
            // The garbage collector does it.
        }
    }

    @Override
    protected Mat5Reader createChildReader(Source child) {
        return new MatReader(child, budget);
    }

    @Override
    protected Mat5Tag readTagWithExpectedType(Mat5Type type) throws IOException {
        Mat5Tag tag = super.readTagWithExpectedType(type);
        int most = type == Mat5Type.Matrix ? Integer.MAX_VALUE : MOST_HEADER_BYTES;
        if (tag.getNumBytes() < 0 || tag.getNumBytes() > most) {
            throw new IOException("a field states an impossible size");
        }
        return tag;
    }

    @Override
    protected Array readCell(EntryHeader header) throws IOException {
        if (header.getNumElements() < 0 || header.getNumElements() > MOST_CELLS) {
            throw new IOException("it holds more than " + MOST_CELLS + " sequences");
        }
        return super.readCell(header);
    }

    @Override
    protected Array[][] readValues(EntryHeader header, int fields, String[] names) throws IOException {
        throw new IOException("it holds structures, which piano rolls have none of");
    }

    @Override
    protected Array readNestedArray() throws IOException {
        if (++depth > DEEPEST) {
            throw new IOException("it is nested too deeply");
        }
        try {
            return super.readNestedArray();
        } finally {
            depth--;
        }
    }
}
