package dev.cadenza.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What happens while a model learns. Losses are in nats, those of a generator that learns from a
/// critic excepted, see [Objective#lossName].
public sealed interface TrainEvent {

    /// The data is read and the network built.
    ///
    /// @param parameters learnt numbers
    /// @param stepsPerEpoch optimiser steps an epoch
    /// @param epochs epochs at most
    /// @param checkpointBytes disk space that the run's checkpoints take
    /// @param precision `fp32` or `bf16`
    record Started(long parameters, long stepsPerEpoch, int epochs, long checkpointBytes, String precision)
            implements TrainEvent {
    }

    /// An optimiser step has been taken.
    ///
    /// @param epoch counted from 1
    /// @param step optimiser steps so far, over all epochs
    /// @param loss mean of this batch; nats a token, as a rule
    /// @param secondsLeft estimate until the last epoch ends
    record Stepped(int epoch, long step, long steps, double loss, double secondsLeft) implements TrainEvent {
    }

    /// An epoch has ended and the validation part was scored.
    ///
    /// @param trainLoss mean of the epoch; nats a token, as a rule
    /// @param validPerToken nats a token; NaN without a validation part
    /// @param validPerStep nats a step of musical time
    /// @param validPerQuarter nats a quarter note
    /// @param best whether this is the best epoch so far
    /// @param cpuSeconds processor time of the process since training began
    /// @param figures what else was measured, by name, as in the figures of a `Provenance`
    record Validated(int epoch, double trainLoss, double validPerToken, double validPerStep, double validPerQuarter,
                     boolean best, double learningRate, double tokensPerSecond, double cpuSeconds,
                     SortedMap<String, Double> figures) implements TrainEvent {
        public Validated {
            figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        }
    }

    /// Learning has gone astray and ends; checkpoints are as they were before.
    ///
    /// @param step optimiser steps so far
    /// @param reason a sentence
    record Diverged(long step, String reason) implements TrainEvent {
    }

    /// A checkpoint was written.
    record Saved(Path checkpoint, long step) implements TrainEvent {
    }
}
