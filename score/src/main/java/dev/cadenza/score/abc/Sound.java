package dev.cadenza.score.abc;

import java.util.List;

/// A note, a chord or, without tones, a rest.
///
/// @param length until the next sound, in atoms, see [Time]
/// @param above what is written at it
record Sound(List<Tone> tones, long length, Above above) {

    Sound scaled(long times, long by) {
        return new Sound(tones.stream().map(tone -> tone.scaled(times, by)).toList(), length * times / by, above);
    }

    Sound tied() {
        return new Sound(tones.stream().map(Tone::withTie).toList(), length, above);
    }

    Sound with(Above other) {
        return new Sound(tones, length, other);
    }
}
