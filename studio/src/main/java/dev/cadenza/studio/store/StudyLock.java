package dev.cadenza.studio.store;

import dev.cadenza.score.CadenzaException.EnvironmentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held by the one server that a study may have. The system lets go of it when the process ends, however it does.
final class StudyLock implements AutoCloseable {

    private final FileChannel channel;

    private StudyLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws EnvironmentException STUDY_IN_USE, or CANNOT_WRITE
    static StudyLock take(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new StudyLock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // Held within this process: as good as held elsewhere.
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            channel.close();
        } catch (IOException e) {
            throw StoreFile.cannotWrite(file, e);
        }
        throw new EnvironmentException(file.getParent().toString(), "STUDY_IN_USE", "this study is being served already.",
                "Stop the other server first, or send listeners there.", null);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
