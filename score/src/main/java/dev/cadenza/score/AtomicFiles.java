package dev.cadenza.score;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes files so that a reader finds either the old content or all of the new one: to a temporary name in the same
/// folder, synced, then renamed.
public final class AtomicFiles {

    private AtomicFiles() {
    }

    /// Writes the content of a stream.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes `content` to `file`, replacing what was there.
    ///
    /// @throws CadenzaException.OutputException where the folder or the disk does not allow it; nothing is left behind
    public static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }

    /// Writes what `content` writes to `file`, replacing what was there.
    ///
    /// @throws CadenzaException.OutputException where the folder or the disk does not allow it; nothing is left behind
    public static void write(Path file, Content content) {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                try (OutputStream out = new BufferedOutputStream(uncloseable(channel), 1 << 16)) {
                    content.writeTo(out);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folder);
        } catch (IOException e) {
            discard(temporary);
            throw new CadenzaException.OutputException(file.toString(), "CANNOT_WRITE",
                    "the file cannot be written (" + FileFaults.reason(e) + ").",
                    "Check that the folder exists, may be written to, and has space left.", e);
        } catch (RuntimeException e) {
            discard(temporary);
            throw e;
        }
    }

    /// Refuses a folder that nothing can be written to, before work is spent on what is to lie there. One that does not exist yet is
    /// not made.
    ///
    /// @throws CadenzaException.OutputException CANNOT_WRITE
    public static void refuseUnwritable(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            // What a folder states of itself is not what a system allows: only trying tells.
            Files.delete(Files.createTempFile(there, ".", ".tmp"));
        } catch (IOException e) {
            throw new CadenzaException.OutputException(folder.toString(), "CANNOT_WRITE",
                    "nothing can be written there (" + FileFaults.reason(e) + ").", "Choose another folder, or see to it that this one may be written to.", e);
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The first failure is the one worth reporting; a stray temporary file does no harm.
        }
    }

    /// A folder's entry survives a power cut only once the folder itself is synced; not every system can open one.
    public static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open folders; the rename itself is then all there is.
        }
    }

    private static OutputStream uncloseable(FileChannel channel) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        };
    }
}
