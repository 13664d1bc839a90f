package dev.cadenza.score.harmony;

import dev.cadenza.score.theory.Key;
import java.util.List;

/// Keys and chords of a piece.
///
/// @param key of the whole piece
/// @param keys over time, without gaps; empty for a piece without pitches
/// @param chords over time; none where nothing sounds for long
public record HarmonicAnalysis(Key key, List<KeySpan> keys, List<ChordSpan> chords) {

    public HarmonicAnalysis {
        keys = List.copyOf(keys);
        chords = List.copyOf(chords);
    }
}
