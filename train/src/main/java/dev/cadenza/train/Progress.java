package dev.cadenza.train;

/// How far a run has come: everything that must survive an interruption beside weights and moments.
///
/// @param epoch epochs finished
/// @param batch batches of the running epoch finished
/// @param step optimiser steps taken
/// @param best lowest validation so far, nats a token; infinite before the first
/// @param sinceBest epochs since then
/// @param epochNats loss so far in the running epoch
/// @param epochTokens tokens so far in the running epoch
/// @param cpuSeconds processor time so far, over all sittings
/// @param logBytes length of the log; what lies beyond is from work that was lost
record Progress(int epoch, int batch, long step, double best, int sinceBest, double epochNats, long epochTokens,
                double cpuSeconds, long logBytes) {

    static final Progress START = new Progress(0, 0, 0, Double.POSITIVE_INFINITY, 0, 0, 0, 0, 0);

    Progress stepped(double nats, long tokens) {
        return new Progress(epoch, batch + 1, step + 1, best, sinceBest, epochNats + nats, epochTokens + tokens,
                cpuSeconds, logBytes);
    }

    Progress epochEnded(boolean better, double validation) {
        return new Progress(epoch + 1, 0, step, better ? validation : best, better ? 0 : sinceBest + 1, 0, 0,
                cpuSeconds, logBytes);
    }

    Progress at(double cpuSecondsNow, long logBytesNow) {
        return new Progress(epoch, batch, step, best, sinceBest, epochNats, epochTokens, cpuSecondsNow, logBytesNow);
    }
}
