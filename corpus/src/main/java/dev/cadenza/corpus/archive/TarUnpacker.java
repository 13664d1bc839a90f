package dev.cadenza.corpus.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// Takes files out of a tar, packed or not.
final class TarUnpacker {

    /// The largest dictionary of the xz tool needs 65 MB; what claims more is refused rather than given memory.
    private static final int XZ_MEMORY_KIB = 96 << 10;

    /// Long names and attributes are read into memory: so much of them is enough.
    private static final long HEADER_BYTES = 4 << 20;

    private TarUnpacker() {
    }

    static void unpack(InputStream packed, ArchiveKind kind, Extraction extraction) throws IOException {
        InputStream buffered = new BufferedInputStream(packed, 1 << 16);
        InputStream plain = switch (kind) {
            case TAR_GZ -> GzipCompressorInputStream.builder().setInputStream(buffered).setDecompressConcatenated(true).get();
            case TAR_XZ -> new XZInputStream(buffered, XZ_MEMORY_KIB);
            case TAR, ZIP -> buffered;
        };
        try (Allowance metered = new Allowance(plain);
                TarArchiveInputStream tar = new TarArchiveInputStream(metered, "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                metered.unlimited();
                if (!entry.isCheckSumOK()) {
                    throw new IOException("a header's sum is wrong");
                }
                extraction.entry();
                entry(entry, tar, extraction);
                extraction.drain(tar);
                metered.allow(HEADER_BYTES);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("a field of it is impossible", e);
        }
    }

    private static void entry(TarArchiveEntry entry, TarArchiveInputStream tar, Extraction extraction) throws IOException {
        String name = entry.getName();
        if (entry.isDirectory()) {
            return;
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            extraction.skip(name, "LINK", "a link");
        } else if (!entry.isFile() || !tar.canReadEntryData(entry)) {
            extraction.skip(name, "NOT_A_FILE", "no plain file");
        } else {
            extraction.file(name, tar, -1);
        }
    }

    /// Fails where more is read at a stretch than was allowed.
    private static final class Allowance extends FilterInputStream {

        private long left = HEADER_BYTES;

        Allowance(InputStream in) {
            super(in);
        }

        void allow(long bytes) {
            left = bytes;
        }

        void unlimited() {
            left = Long.MAX_VALUE;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            spend(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            spend(Math.max(0, read));
            return read;
        }

        private void spend(long bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("a header is endless");
            }
        }
    }
}
