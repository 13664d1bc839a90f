package dev.cadenza.app;

import dev.cadenza.model.TrainEvent;
import java.net.URI;
import java.nio.file.Path;

/// What a running [Job] tells its listener. Events come from the thread of the job, one at a time.
public sealed interface Event {

    /// Part of the work is done.
    ///
    /// @param what what is being done, in a word or two: `composing`
    /// @param done 0..total
    /// @param total 1 or more
    record Progress(String what, long done, long total) implements Event {
    }

    /// Something worth knowing, as one sentence.
    record Notice(String sentence) implements Event {
    }

    /// A file has been written.
    record Written(Path file) implements Event {
    }

    /// A file has been read, or refused, by [Command.Info].
    record Read(FileReport report) implements Event {
    }

    /// A listening study can be taken.
    ///
    /// @param address of its page, with its token
    record Serving(URI address) implements Event {
    }

    /// A model learns.
    record Learning(TrainEvent event) implements Event {
    }
}
