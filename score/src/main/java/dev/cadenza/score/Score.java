package dev.cadenza.score;

import java.util.List;

/// A piece of music in musical time.
///
/// Tempos, meters, keys, chords and markers are in ascending order of tick. Where none is stated at tick 0, a piece
/// runs at 120 quarter notes a minute, in 4/4, in C major.
///
/// @param resolution ticks a quarter note lasts, 1..32767
public record Score(
        int resolution,
        List<Tempo> tempos,
        List<Meter> meters,
        List<KeySignature> keys,
        List<ChordSymbol> chords,
        List<Marker> markers,
        List<Part> parts,
        Metadata metadata) {

    public Score {
        if (resolution < 1 || resolution > 32767) {
            throw new IllegalArgumentException("resolution must be between 1 and 32767 ticks a quarter, not " + resolution);
        }
        tempos = List.copyOf(tempos);
        meters = List.copyOf(meters);
        keys = List.copyOf(keys);
        chords = List.copyOf(chords);
        markers = List.copyOf(markers);
        parts = List.copyOf(parts);
    }

    /// The tick at which the last note has ended; 0 for an empty score.
    public long end() {
        long end = 0;
        for (Part part : parts) {
            for (Note note : part.notes()) {
                end = Math.max(end, note.end());
            }
        }
        return end;
    }

    /// The same music with other parts.
    public Score withParts(List<Part> other) {
        return new Score(resolution, tempos, meters, keys, chords, markers, other, metadata);
    }
}
