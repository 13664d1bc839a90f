package dev.cadenza.app;

/// A command that is running.
public interface Job<R> {

    /// Waits until the job has ended.
    ///
    /// @throws dev.cadenza.score.CadenzaException where the command failed, in words for a person
    /// @throws java.util.concurrent.CancellationException where it was cancelled before it had a result
    /// @throws InterruptedException where the waiting thread was interrupted; the job goes on
    R await() throws InterruptedException;

    /// Asks the job to stop soon, with all files whole. What was complete stays; [#await] tells how it ended.
    void cancel();

    /// Whether the job has ended.
    boolean done();
}
