package dev.cadenza.model;

/// Hears how training goes.
public interface TrainListener {

    /// Something happened.
    void on(TrainEvent event);

    /// Whether training is to stop at the next step; it then writes a checkpoint to resume from.
    default boolean stopRequested() {
        return false;
    }
}
