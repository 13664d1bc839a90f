package dev.cadenza.app;

import java.nio.file.Path;
import java.util.List;

/// Everything Cadenza can be asked to do. Constructors check what can be checked without reading a file, and name the
/// flag concerned; what a command needs of the disk is checked when it runs.
///
/// @param <R> what comes out
public sealed interface Command<R> {

    /// Says what files hold.
    ///
    /// @param strict whether a fault that could be repaired refuses the file
    record Info(List<Path> files, boolean strict) implements Command<List<FileReport>> {
        public Info {
            files = List.copyOf(files);
        }
    }
}
