package dev.cadenza.score;

import java.util.Comparator;

/// One sounding note.
///
/// @param onset start in ticks of its score, 0 or more
/// @param duration length in ticks, 0 or more
/// @param pitch what sounds; in a drum part, which drum
/// @param velocity loudness of the attack, 1..127
public record Note(long onset, long duration, Pitch pitch, int velocity) {

    /// The order of the notes of a part: onset, then pitch, then duration, then velocity.
    public static final Comparator<Note> ORDER = (a, b) -> {
        int order = Long.compare(a.onset, b.onset);
        if (order == 0) {
            order = Integer.compare(a.pitch.midi(), b.pitch.midi());
        }
        if (order == 0) {
            order = Long.compare(a.duration, b.duration);
        }
        return order == 0 ? Integer.compare(a.velocity, b.velocity) : order;
    };

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
