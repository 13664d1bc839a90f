package dev.cadenza.corpus.archive;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;

/// Files on their way out of one archive, counted against its limits.
final class Extraction {

    private static final int KEPT_SKIPPED = 1000;

    private final Path archive;
    private final Path folder;
    private final ArchiveLimits limits;
    private final BooleanSupplier stop;
    private final long archiveBytes;
    private final byte[] buffer = new byte[1 << 16];
    private final List<Skipped> skipped = new ArrayList<>();
    private long moreSkipped;
    private long entries;
    private long bytes;

    Extraction(Path archive, Path folder, ArchiveLimits limits, BooleanSupplier stop) throws IOException {
        this.archive = archive;
        this.folder = folder;
        this.limits = limits;
        this.stop = stop;
        this.archiveBytes = Files.size(archive);
    }

    /// Counts one more entry.
    void entry() {
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
        if (++entries > limits.entries()) {
            throw tooLarge("it holds more than " + limits.entries() + " files");
        }
    }

    void skip(String name, String code, String reason) {
        if (skipped.size() < KEPT_SKIPPED) {
            skipped.add(new Skipped(name, code, reason));
        } else {
            moreSkipped++;
        }
    }

    List<Skipped> skipped() {
        List<Skipped> all = new ArrayList<>(skipped);
        if (moreSkipped > 0) {
            all.add(new Skipped("...", "SKIPPED", "left out, like " + moreSkipped + " in all after the first " + KEPT_SKIPPED));
        }
        return all;
    }

    /// Writes an entry that is a file; one that cannot be written under its name, or is too long, is skipped.
    ///
    /// @param crc of its bytes; below 0 where it is not known
    /// @throws IOException where the archive cannot be read
    void file(String name, InputStream content, long crc) throws IOException {
        Path target = target(name);
        if (target.equals(folder)) {
            skip(name, "UNSAFE_NAME", "a name that leads out of the archive");
            return;
        }
        OutputStream out;
        try {
            Files.createDirectories(target.getParent());
            out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            boolean twice = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
            skip(name, twice ? "NAME_TWICE" : "NAME_INVALID", twice ? "a name that stands in the archive twice"
                    : "a name that this system does not allow");
            return;
        }
        boolean whole = false;
        try (out) {
            whole = copy(name, content, out, crc);
        } finally {
            if (!whole) {
                Files.deleteIfExists(target);
            }
        }
    }

    /// Reads what is left of an entry, so that it counts too.
    void drain(InputStream content) throws IOException {
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            count(read);
        }
    }

    private boolean copy(String name, InputStream content, OutputStream out, long crc) throws IOException {
        CRC32 sum = new CRC32();
        long length = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            count(read);
            length += read;
            if (length > limits.fileBytes()) {
                skip(name, "TOO_LARGE", "longer than " + (limits.fileBytes() >> 20) + " MB");
                return false;
            }
            sum.update(buffer, 0, read);
            try {
                out.write(buffer, 0, read);
            } catch (IOException e) {
                throw new OutputException(folder.toString(), "CANNOT_WRITE", "the archive cannot be unpacked here ("
                        + FileFaults.reason(e) + ").", "Check that the disk has room.", e);
            }
        }
        if (crc >= 0 && sum.getValue() != crc) {
            skip(name, "DAMAGED", "damaged inside the archive");
            return false;
        }
        return true;
    }

    /// Counts bytes that came out of the archive.
    private void count(int read) {
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
        bytes += read;
        if (bytes > limits.totalBytes()) {
            throw tooLarge("its files need more than " + (limits.totalBytes() >> 20) + " MB, which is too much or more than the disk has");
        }
        if (bytes > limits.freeBytes() && bytes / limits.ratio() > archiveBytes) {
            throw tooLarge("its files are more than " + limits.ratio() + " times as long as itself");
        }
    }

    /// The place of an entry inside the folder; the folder itself for names that lead elsewhere.
    private Path target(String name) {
        try {
            if (name.indexOf('\\') >= 0 || name.startsWith("/") || List.of(name.split("/")).contains("..")) {
                return folder;
            }
            Path target = folder.resolve(name).normalize();
            return target.startsWith(folder) ? target : folder;
        } catch (InvalidPathException e) {
            return folder;
        }
    }

    private InputException tooLarge(String why) {
        return new InputException(archive.toString(), new Place.Nowhere(), "ARCHIVE_TOO_LARGE", "the archive is not unpacked: "
                + why + ".", "Unpack it yourself if you trust it, and name the folder.");
    }
}
