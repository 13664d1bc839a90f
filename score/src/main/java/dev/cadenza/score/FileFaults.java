package dev.cadenza.score;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What the operating system says of files, in words.
public final class FileFaults {

    private FileFaults() {
    }

    /// Why something failed, in a few words that fit between brackets: `not allowed`, `No space left on device`.
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "not allowed";
            case NoSuchFileException _ -> "it is not there";
            case FileAlreadyExistsException _ -> "something of that name is in the way";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            case FileSystemException _ -> "something of that name is in the way";
            default -> e.getMessage() == null ? "unknown reason" : e.getMessage();
        };
    }
}
