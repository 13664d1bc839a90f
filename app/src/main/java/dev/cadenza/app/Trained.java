package dev.cadenza.app;

import dev.cadenza.corpus.read.ImportReport;
import dev.cadenza.model.TrainResult;

/// What was learnt.
///
/// @param result how training ended
/// @param report what was kept and dropped of the data
public record Trained(TrainResult result, ImportReport report) {

    /// Whether training was stopped before its end.
    public boolean stopped() {
        return result.end() == TrainResult.End.STOPPED;
    }
}
