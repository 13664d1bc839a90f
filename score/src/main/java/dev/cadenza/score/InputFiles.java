package dev.cadenza.score;

import dev.cadenza.score.CadenzaException.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads whole files that nobody vouches for: a pipe or a device is not opened, for it may never end, and of a file no more
/// is read than was allowed.
public final class InputFiles {

    private static final char REPLACEMENT = '\uFFFD';

    private InputFiles() {
    }

    /// The bytes of a plain file.
    ///
    /// @param most how many they may be, below 2^31 - 8
    /// @throws InputException NOT_A_FILE, TOO_LARGE or CANNOT_READ
    public static byte[] bytes(Path file, int most) {
        return read(file, most + 1, most);
    }

    /// The first bytes of a plain file of any length.
    ///
    /// @param count how many, where there are so many
    /// @throws InputException NOT_A_FILE or CANNOT_READ
    public static byte[] start(Path file, int count) {
        return read(file, count, Long.MAX_VALUE);
    }

    private static byte[] read(Path file, int count, long most) {
        String source = file.toString();
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            if (facts.isDirectory()) {
                throw refused(source, "NOT_A_FILE", "this is a folder.", "Name the files in it.");
            }
            if (!facts.isRegularFile()) {
                throw refused(source, "NOT_A_FILE", "this is a pipe, a socket or a device, not a file.",
                        "Write what it gives into a file first.");
            }
            byte[] bytes = facts.size() > most ? new byte[0] : read(file, count);
            if (facts.size() > most || bytes.length > most) {
                throw refused(source, "TOO_LARGE", "the file is longer than " + (most >> 20) + " MB.", "Split it into smaller files.");
            }
            return bytes;
        } catch (IOException e) {
            throw new InputException(source, new Place.Nowhere(), "CANNOT_READ", cause(e), remedy(source), e);
        }
    }

    private static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    /// Why a file could not be read, as a sentence.
    private static String cause(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file.";
            case AccessDeniedException _ -> "the file may not be read.";
            case FileSystemException other when other.getReason() != null && other.getReason().contains("symbolic links") ->
                "its links lead in a circle.";
            case FileSystemException other when other.getReason() != null -> "the file cannot be read (" + other.getReason() + ").";
            default -> "the file cannot be read.";
        };
    }

    private static String remedy(String source) {
        return source.indexOf(REPLACEMENT) >= 0
                ? "Its name holds bytes that are no UTF-8 text, and such files cannot be named; rename it."
                : "Check the name and that the file may be read.";
    }

    private static InputException refused(String source, String code, String cause, String remedy) {
        return new InputException(source, new Place.Nowhere(), code, cause, remedy);
    }
}
