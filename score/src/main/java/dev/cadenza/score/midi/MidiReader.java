package dev.cadenza.score.midi;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/// Reads Standard MIDI Files: formats 0, 1 and 2, bare or in a RIFF wrapper (RMID).
///
/// Work and memory follow the bytes that are there, never a length that the file states. Whatever the bytes, the
/// outcome is music within the limits of [dev.cadenza.score.Score] or an [InputException].
public final class MidiReader {

    /// So much is looked at before the rest of a long file is read.
    private static final int PROBE_BYTES = Container.SEARCHED_BYTES;

    private MidiReader() {
    }

    /// Reads a file, repairing faults.
    ///
    /// @throws InputException where it cannot be opened or is no MIDI file
    public static MidiRead read(Path file) {
        return read(file, MidiReadOptions.TOLERANT);
    }

    /// Reads a file.
    ///
    /// @throws InputException where it cannot be opened, is no MIDI file, or has a fault and the options are strict
    public static MidiRead read(Path file, MidiReadOptions options) {
        String source = file.toString();
        return read(source, load(file, new FaultLog(source, options.strictness()), options), options);
    }

    /// Reads bytes, repairing faults.
    ///
    /// @param sourceName what errors call the bytes
    /// @throws InputException where they are no MIDI file
    public static MidiRead read(String sourceName, byte[] bytes) {
        return read(sourceName, bytes, MidiReadOptions.TOLERANT);
    }

    /// Reads bytes.
    ///
    /// @param sourceName what errors call the bytes
    /// @throws InputException where they are no MIDI file, or have a fault and the options are strict
    public static MidiRead read(String sourceName, byte[] bytes, MidiReadOptions options) {
        FaultLog log = new FaultLog(sourceName, options.strictness());
        return new FileParser(bytes, Container.find(bytes, bytes.length, log), log).parse();
    }

    private static byte[] load(Path file, FaultLog log, MidiReadOptions options) {
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            if (!facts.isRegularFile()) {
                throw log.refused(Fault.NOT_A_FILE, 0, "Name the files themselves.");
            }
            long size = facts.size();
            if (size <= PROBE_BYTES) {
                return Files.readAllBytes(file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] start = in.readNBytes(PROBE_BYTES);
                Container.find(start, size, log);
                if (size > options.maxBytes()) {
                    throw log.refused(Fault.FILE_TOO_LARGE, options.maxBytes(), "Split it, or raise the limit.");
                }
                byte[] whole = Arrays.copyOf(start, (int) size);
                int read = in.readNBytes(whole, start.length, whole.length - start.length);
                return start.length + read == whole.length ? whole : Arrays.copyOf(whole, start.length + read);
            }
        } catch (IOException e) {
            throw new InputException(file.toString(), new Place.Nowhere(), Fault.IO.name(), reason(e),
                    "Check the name and that the file may be read.", e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file.";
            case AccessDeniedException _ -> "the file may not be read.";
            default -> "the file cannot be read.";
        };
    }
}
