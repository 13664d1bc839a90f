package dev.cadenza.corpus.exchange;

import dev.cadenza.score.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Archives in memory: written so that equal entries make equal bytes, read within limits.
final class Zip {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int MAX_ENTRIES = 10_000;

    /// Long enough for the longest roll there may be.
    private static final int MAX_ENTRY = (1 << 26) + (1 << 16);
    private static final int MAX_BYTES = 1 << 29;
    private static final int CHUNK = 1 << 16;

    private Zip() {
    }

    /// Takes the entries one by one.
    @FunctionalInterface
    interface Sink {

        /// @return whether the next one is wanted
        boolean entry(String name, byte[] content);
    }

    /// Makes an archive, the entries in the order of their names; each is made when its turn comes.
    static byte[] write(SortedMap<String, Supplier<byte[]>> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Supplier<byte[]>> entry : entries.entrySet()) {
                ZipEntry head = new ZipEntry(entry.getKey());
                head.setTimeLocal(NO_TIME);
                out.putNextEntry(head);
                out.write(entry.getValue().get());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Reads an archive. A roll that is all silence shrinks to a thousandth: bytes are counted, never a ratio.
    static void read(byte[] bytes, Source source, Sink sink) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
            long left = MAX_BYTES;
            int entries = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    throw tooMuch(source, "the archive has more than " + MAX_ENTRIES + " entries.");
                }
                byte[] content = content(in, (int) Math.min(left, MAX_ENTRY), source);
                left -= content.length;
                if (!sink.entry(entry.getName(), content)) {
                    return;
                }
            }
            if (entries == 0) {
                throw new IOException("no entry");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw source.refused(new Place.Nowhere(), "BAD_ARCHIVE",
                    "the archive is damaged, or packed in a way that is not known.", "Use an undamaged copy of the file.", e);
        }
    }

    private static byte[] content(ZipInputStream in, int most, Source source) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (content.size() + read > most) {
                throw tooMuch(source, "the archive unpacks to more than " + (MAX_BYTES >> 20) + " MB, or an entry to more than "
                        + (MAX_ENTRY >> 20) + " MB.");
            }
            content.write(chunk, 0, read);
        }
        return content.toByteArray();
    }

    private static RuntimeException tooMuch(Source source, String cause) {
        return source.refused("TOO_LARGE", cause, "Split it into smaller files.");
    }
}
