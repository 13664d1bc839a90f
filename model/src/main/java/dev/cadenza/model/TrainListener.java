package dev.cadenza.model;

import dev.cadenza.model.checkpoint.Checkpoint;
import java.util.function.Supplier;

/// Hears how training goes.
public interface TrainListener {

    /// Something happened.
    void on(TrainEvent event);

    /// An epoch has ended; its [TrainEvent.Validated] has been told.
    ///
    /// @param epoch counted from 1
    /// @param learnt gives the model as it is now, with averaged weights where the recipe averages; it copies them, and may be
    ///               asked only during this call
    default void epochEnded(int epoch, Supplier<Checkpoint> learnt) {
    }

    /// Whether training is to stop at the next step; it then writes a checkpoint to resume from.
    default boolean stopRequested() {
        return false;
    }
}
