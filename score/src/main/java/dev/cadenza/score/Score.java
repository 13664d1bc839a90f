package dev.cadenza.score;

import java.util.List;

/// A piece of music in musical time.
///
/// Tempos, meters, keys, chords, markers and repeats are in ascending order of tick. Where none is stated at tick 0, a piece
/// runs at 120 quarter notes a minute, in 4/4, in C major.
///
/// @param resolution ticks a quarter note lasts, 1..32767
/// @param repeats in which order the written bars are played; the rest of the score holds each bar once, as written
public record Score(
        int resolution,
        List<Tempo> tempos,
        List<Meter> meters,
        List<KeySignature> keys,
        List<ChordSymbol> chords,
        List<Marker> markers,
        List<Part> parts,
        Metadata metadata,
        List<RepeatSign> repeats) {

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
        repeats = List.copyOf(repeats);
    }

    /// A score that is played as it is written.
    public Score(int resolution, List<Tempo> tempos, List<Meter> meters, List<KeySignature> keys, List<ChordSymbol> chords,
            List<Marker> markers, List<Part> parts, Metadata metadata) {
        this(resolution, tempos, meters, keys, chords, markers, parts, metadata, List.of());
    }

    /// The tick at which the last note has ended; 0 for an empty score.
    public long end() {
        long end = 0;
        for (Part part : parts) {
            end = Math.max(end, Notes.of(part.notes()).end());
        }
        return end;
    }

    /// The same music with other key signatures.
    public Score withKeys(List<KeySignature> other) {
        return new Score(resolution, tempos, meters, other, chords, markers, parts, metadata, repeats);
    }

    /// The same music with other parts.
    public Score withParts(List<Part> other) {
        return new Score(resolution, tempos, meters, keys, chords, markers, other, metadata, repeats);
    }
}
