package dev.cadenza.score.midi;

/// What a tick of a MIDI file means.
public sealed interface Division {

    /// Musical time: ticks follow the tempo.
    ///
    /// @param ticks ticks a quarter note lasts, 1..32767
    record TicksPerQuarter(int ticks) implements Division {
    }

    /// Clock time: ticks are parts of a film frame, whatever the tempo.
    ///
    /// @param framesPerSecond 24, 25, 29 (which means 29.97, "30 drop") or 30
    /// @param ticksPerFrame 1..255
    record Smpte(int framesPerSecond, int ticksPerFrame) implements Division {

        /// Exact number of ticks a second.
        public double ticksPerSecond() {
            return framesPerSecond == 29 ? 30_000.0 / 1001 * ticksPerFrame : framesPerSecond * ticksPerFrame;
        }
    }
}
