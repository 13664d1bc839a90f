package dev.cadenza.model;

import java.nio.file.Path;
import java.util.Optional;

/// How training ended.
///
/// @param best the best checkpoint; empty where learning ended before an epoch was worth keeping
/// @param last the checkpoint to resume from
/// @param end why it ended
/// @param epochs whole epochs trained
/// @param validPerQuarter nats a quarter note of the best checkpoint; NaN without a validation part
/// @param cpuSeconds processor time spent
public record TrainResult(Optional<Path> best, Path last, End end, int epochs, double validPerQuarter, double cpuSeconds) {

    /// Why training ended.
    public enum End {
        /// All epochs are done.
        EPOCHS,
        /// The validation part did not get better for as long as the recipe waits.
        EARLY_STOP,
        /// The recipe's limit of processor time is used up.
        BUDGET,
        /// Learning went astray, see [TrainEvent.Diverged].
        DIVERGED,
        /// It was asked to stop.
        STOPPED
    }
}
