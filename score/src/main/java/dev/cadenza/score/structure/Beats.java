package dev.cadenza.score.structure;

import dev.cadenza.score.Meter;
import java.util.List;

/// Beats in clock time.
///
/// @param seconds from the start of the piece, ascending
/// @param downbeats which of them begin a bar, counted from 0, ascending
/// @param meter how many beats most bars have, each written as a quarter
public record Beats(List<Double> seconds, List<Integer> downbeats, Meter meter) {

    public Beats {
        seconds = List.copyOf(seconds);
        downbeats = List.copyOf(downbeats);
    }
}
