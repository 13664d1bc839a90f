package dev.cadenza.score.constraint;

import dev.cadenza.score.Mode;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Scale;
import java.util.List;

/// A hard limit on one note at a time.
public sealed interface PitchLimit permits PitchLimit.InKey, PitchLimit.InScale, PitchLimit.InRanges, OnChords {

    /// Whether a pitch may sound at a moment.
    ///
    /// @param pitch MIDI key, 0..127
    boolean allows(Moment moment, int pitch);

    /// Whether a part may not rest at a moment.
    default boolean sounds(Moment moment) {
        return false;
    }

    /// What is said where it could not be kept, a sentence.
    String broken();

    /// Only notes of a key; in minor the raised leading tone as well as the natural seventh.
    record InKey(Key key) implements PitchLimit {
        @Override
        public boolean allows(Moment moment, int pitch) {
            return holds(pitch);
        }

        /// Whether a pitch, or a pitch class, belongs to the key.
        public boolean holds(int pitch) {
            return key.scale().contains(key.tonic(), pitch)
                    || key.mode() == Mode.MINOR && Scale.HARMONIC_MINOR.contains(key.tonic(), pitch);
        }

        @Override
        public String broken() {
            return "Some notes lie outside the key, because nothing else was possible there.";
        }
    }

    /// Only notes of a scale.
    ///
    /// @param tonic 0 (C) .. 11 (B)
    record InScale(int tonic, Scale scale) implements PitchLimit {
        public InScale {
            if (tonic < 0 || tonic > 11) {
                throw new IllegalArgumentException("a tonic is between 0 and 11, not " + tonic);
            }
        }

        @Override
        public boolean allows(Moment moment, int pitch) {
            return scale.contains(tonic, pitch);
        }

        @Override
        public String broken() {
            return "Some notes lie outside the scale, because nothing else was possible there.";
        }
    }

    /// Each part stays in its range.
    ///
    /// @param ranges from the highest part down; the last one serves all parts that follow
    record InRanges(List<Range> ranges) implements PitchLimit {
        public InRanges {
            ranges = List.copyOf(ranges);
            if (ranges.isEmpty()) {
                throw new IllegalArgumentException("there is a range or more");
            }
        }

        @Override
        public boolean allows(Moment moment, int pitch) {
            Range range = ranges.get(Math.min(moment.part(), ranges.size() - 1));
            return pitch >= range.lowest() && pitch <= range.highest();
        }

        @Override
        public String broken() {
            return "Some notes lie outside the range that was asked for, because nothing else was possible there.";
        }
    }

    /// @param lowest MIDI key, 0..127
    /// @param highest MIDI key, `lowest` or more, at most 127
    record Range(int lowest, int highest) {
        public Range {
            if (lowest < 0 || highest > 127 || lowest > highest) {
                throw new IllegalArgumentException("a range lies between 0 and 127, not " + lowest + " to " + highest);
            }
        }
    }
}
