package dev.cadenza.model;

/// Learns models. Implemented where libtorch is, and found with [java.util.ServiceLoader], so that programs that only
/// play carry nothing of it.
public interface Trainer {

    /// Trains as asked, and returns when training has ended, by itself or because the listener stopped it.
    ///
    /// @param listener hears of progress on the calling thread
    /// @throws dev.cadenza.score.CadenzaException where it cannot work; checkpoints written so far stay
    TrainResult train(TrainRequest request, TrainListener listener);
}
