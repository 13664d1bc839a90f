package dev.cadenza.corpus.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.format.Mat5Tag;
import us.hebi.matlab.mat.format.Mat5Type;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Source;

/// Reads MATLAB files of version 5 without believing what they state: so that a small file can neither fill the memory
/// nor the stack, sizes are held against limits before anything is allocated.
final class MatReader extends Mat5Reader {

    /// The largest of the known files needs 46 MB.
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_IN_ONE = 16 << 20;
    private static final int MOST_CELLS = 100_000;
    private static final int MOST_HEADER_BYTES = 1024;
    private static final int DEEPEST = 4;

    private final Budget budget;
    private int depth;

    MatReader(Source source) {
        this(source, new Budget());
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
