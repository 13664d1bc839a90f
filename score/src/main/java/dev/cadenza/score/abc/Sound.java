package dev.cadenza.score.abc;

import java.util.List;

/// A note, a chord or, without tones, a rest.
///
/// @param length until the next sound, in atoms, see [Time]
/// @param chord the chord symbol above it, empty for none; [#NO_CHORD] where the last one ends
record Sound(List<Tone> tones, long length, String chord) {

    static final String NO_CHORD = "N.C.";

    Sound scaled(long times, long by) {
        return new Sound(tones.stream().map(tone -> tone.scaled(times, by)).toList(), length * times / by, chord);
    }

    Sound tied() {
        return new Sound(tones.stream().map(Tone::withTie).toList(), length, chord);
    }
}
