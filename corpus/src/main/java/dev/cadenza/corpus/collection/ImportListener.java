package dev.cadenza.corpus.collection;

/// Told how reading goes, from the thread that reads.
public interface ImportListener {

    /// Listens to nothing.
    ImportListener NONE = new ImportListener() {
    };

    /// Part of the work is done.
    ///
    /// @param what what is being done, in a word or two
    /// @param done 0..total
    /// @param total 1 or more
    default void progress(String what, long done, long total) {
    }

    /// Something worth knowing, as one sentence.
    default void notice(String sentence) {
    }

    /// A reader failed in a way that is a fault of Cadenza's own; the file has been dropped.
    default void fault(String id, Throwable fault) {
    }

    /// Whether to stop, leaving nothing behind. Asked on any thread.
    default boolean stopRequested() {
        return false;
    }
}
