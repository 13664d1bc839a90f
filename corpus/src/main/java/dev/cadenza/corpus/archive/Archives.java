package dev.cadenza.corpus.archive;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Unpacks zip and tar archives into a folder of their own. They are not trusted: nothing is written outside that folder,
/// no links and no devices are made, and an archive that would fill the disk is refused before it does.
public final class Archives {

    /// The part of the free disk that may be filled.
    private static final double DISK_SHARE = 0.9;

    private Archives() {
    }

    /// Unpacks a file.
    ///
    /// @param folder an empty folder
    /// @param stop asked now and then whether to stop
    /// @throws InputException ENCRYPTED, DAMAGED, ARCHIVE_TOO_LARGE or CANNOT_READ
    /// @throws OutputException where the folder cannot be written to
    /// @throws CancellationException where it was stopped
    public static Unpacked unpack(Path archive, ArchiveKind kind, Path folder, BooleanSupplier stop) {
        return unpack(archive, kind, folder, ArchiveLimits.USUAL, stop);
    }

    /// Unpacks a file within limits.
    public static Unpacked unpack(Path archive, ArchiveKind kind, Path folder, ArchiveLimits limits, BooleanSupplier stop) {
        try {
            Extraction extraction = new Extraction(archive, folder, withDisk(limits, folder), stop);
            switch (kind) {
                case ZIP -> ZipUnpacker.unpack(archive, extraction);
                case TAR, TAR_GZ, TAR_XZ -> {
                    try (InputStream in = Files.newInputStream(archive)) {
                        TarUnpacker.unpack(in, kind, extraction);
                    }
                }
            }
            return new Unpacked(innermost(folder), extraction.skipped());
        } catch (ClosedByInterruptException e) {
            throw new CancellationException();
        } catch (IOException e) {
            throw damaged(archive, e);
        }
    }

    private static ArchiveLimits withDisk(ArchiveLimits limits, Path folder) throws IOException {
        long free = (long) (Files.getFileStore(folder).getUsableSpace() * DISK_SHARE);
        return new ArchiveLimits(limits.entries(), Math.min(limits.totalBytes(), free), limits.fileBytes(), limits.ratio(),
                limits.freeBytes());
    }

    /// Archives of a folder hold that folder alone, so that its files have the same names as in the folder itself.
    private static Path innermost(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> first = inside.limit(2).toList();
            return first.size() == 1 && Files.isDirectory(first.getFirst(), LinkOption.NOFOLLOW_LINKS) ? first.getFirst() : folder;
        }
    }

    private static CadenzaException damaged(Path archive, IOException e) {
        if (!Files.isReadable(archive) || !Files.isRegularFile(archive)) {
            return new InputException(archive.toString(), new Place.Nowhere(), "CANNOT_READ", "the archive cannot be read.",
                    "Check its name and whether it may be read.", e);
        }
        String reason = e.getMessage() == null ? "it ends too early" : e.getMessage().lines().findFirst().orElse("");
        return new InputException(archive.toString(), new Place.Nowhere(), "DAMAGED",
                "the archive is damaged, or not what its name says (" + reason + ").", "Fetch an undamaged copy of it.", e);
    }

    static RequestException encrypted(Path archive) {
        return new RequestException(archive.toString(), "ENCRYPTED", "the archive is encrypted.",
                "Unpack it with its password, and name the folder.");
    }
}
