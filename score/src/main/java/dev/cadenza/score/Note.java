package dev.cadenza.score;

/// One sounding note.
///
/// @param onset start in ticks of its score, 0 or more
/// @param duration length in ticks, 0 or more
/// @param pitch what sounds; in a drum part, which drum
/// @param velocity loudness of the attack, 1..127
public record Note(long onset, long duration, Pitch pitch, int velocity) {

    public Note {
        if (onset < 0) {
            throw new IllegalArgumentException("onset must not be negative: " + onset);
        }
        if (duration < 0) {
            throw new IllegalArgumentException("duration must not be negative: " + duration);
        }
        if (velocity < 1 || velocity > 127) {
            throw new IllegalArgumentException("velocity must be between 1 and 127, not " + velocity);
        }
    }

    /// The tick at which the note has ended.
    public long end() {
        return onset + duration;
    }
}
