package dev.cadenza.score.musicxml;

/// A time as it is written: inside a bar of a part.
///
/// @param bar from 0
/// @param quarters after the start of the bar, in quarter notes of the part; may reach beyond its end
record Moment(int bar, double quarters) {

    /// Something that happens at a moment.
    record At<T>(Moment moment, T what) {
    }
}
