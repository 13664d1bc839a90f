package dev.cadenza.score.constraint;

import dev.cadenza.score.Mode;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Key;
import java.util.List;
import java.util.Optional;

/// How music closes: its last two chords.
public enum Cadence {

    /// Dominant to tonic.
    AUTHENTIC(7, 0),
    /// Subdominant to tonic.
    PLAGAL(5, 0),
    /// Tonic to dominant: it stays open.
    HALF(0, 7),
    /// Dominant to the sixth degree, instead of the tonic.
    DECEPTIVE(7, 9);

    private final int before;
    private final int last;

    Cadence(int before, int last) {
        this.before = before;
        this.last = last;
    }

    /// Whether it comes home to the tonic.
    public boolean closesOnTonic() {
        return last == 0;
    }

    /// The limit that brings it about.
    ///
    /// @param from quarter notes since the beginning at which the last chord begins; the chord before it fills the beat before
    /// @param beatQuarters length of a beat in quarter notes
    public PitchLimit limit(Key key, double from, double beatQuarters) {
        double start = Math.max(0, from - beatQuarters);
        OnChords.Timed ending = new OnChords.Timed(from, Double.MAX_VALUE, Optional.of(chord(key, last)), true);
        if (start == 0) {
            return new OnChords(List.of(ending), beatQuarters, key);
        }
        return new OnChords(List.of(new OnChords.Timed(0, start, Optional.empty(), false),
                new OnChords.Timed(start, from, Optional.of(chord(key, before)), false), ending), beatQuarters, key);
    }

    private static Chord chord(Key key, int semitones) {
        boolean minor = key.mode() == Mode.MINOR;
        // In minor the dominant has the leading tone, and the sixth degree is a major chord a semitone above the fifth.
        ChordQuality quality = switch (semitones) {
            case 7 -> ChordQuality.MAJOR;
            case 9 -> minor ? ChordQuality.MAJOR : ChordQuality.MINOR;
            default -> minor ? ChordQuality.MINOR : ChordQuality.MAJOR;
        };
        return Chord.on((key.tonic() + (semitones == 9 && minor ? 8 : semitones)) % 12, quality);
    }
}
