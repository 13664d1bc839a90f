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
        FaultLog log = new FaultLog(file.toString(), options.strictness());
        Scratch scratch = Scratch.take();
        try {
            return parser(file, options, log, scratch).parse();
        } finally {
            scratch.keep();
        }
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
        Scratch scratch = Scratch.take();
        try {
            return parser(bytes, log, scratch).parse();
        } finally {
            scratch.keep();
        }
    }

    private static FileParser parser(byte[] bytes, FaultLog log, Scratch scratch) {
        return new FileParser(bytes, Container.find(bytes, bytes.length, log), log, scratch);
    }

    private static FileParser parser(Path file, MidiReadOptions options, FaultLog log, Scratch scratch) {
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            if (!facts.isRegularFile()) {
                throw log.refused(Fault.NOT_A_FILE, 0, "Name the files themselves.");
            }
            long size = facts.size();
            if (size == 0) {
                // Some systems have files that state no size and yet hold bytes.
                return parser(Files.readAllBytes(file), log, scratch);
            }
            try (InputStream in = Files.newInputStream(file)) {
                if (size <= PROBE_BYTES) {
                    int length = scratch.read(in, (int) size);
                    byte[] bytes = scratch.bytes();
                    return Container.bare(bytes) ? new FileParser(bytes, new Container(0, length), log, scratch)
                            : parser(Arrays.copyOf(bytes, length), log, scratch);
                }
                byte[] start = in.readNBytes(PROBE_BYTES);
                Container.find(start, size, log);
                if (size > options.maxBytes()) {
                    throw log.refused(Fault.FILE_TOO_LARGE, options.maxBytes(), "Split it, or raise the limit.");
                }
                byte[] whole = Arrays.copyOf(start, (int) size);
                int read = in.readNBytes(whole, start.length, whole.length - start.length);
                return parser(start.length + read == whole.length ? whole : Arrays.copyOf(whole, start.length + read), log, scratch);
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
