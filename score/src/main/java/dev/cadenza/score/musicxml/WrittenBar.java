package dev.cadenza.score.musicxml;

import dev.cadenza.score.Meter;

/// A `measure` of one part.
///
/// @param quarters how long what is in it lasts; 0 for an empty one
/// @param meter the metre in force, of any tick
record WrittenBar(double quarters, Meter meter) {

    double nominalQuarters() {
        return 4.0 * meter.numerator() / meter.denominator();
    }
}
