package dev.cadenza.corpus.dataset;

/// Told how fetching goes, from the thread that fetches.
public interface FetchListener {

    /// Listens to nothing.
    FetchListener NONE = new FetchListener() {
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

    /// Whether to stop. What has been fetched so far is kept, to go on from.
    default boolean stopRequested() {
        return false;
    }
}
