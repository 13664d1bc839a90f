package dev.cadenza.evaluate.study;

import dev.cadenza.evaluate.Aspect;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;

/// What a listener answered. It holds its trial, so that it means the same whatever becomes of schedules.
public sealed interface Answer {

    /// [Listener#id] of who gave it.
    String listener();

    /// What was asked.
    Trial trial();

    /// How long the clips were heard before, all in all, as the page states it; 0 where it does not.
    double heardSeconds();

    /// To a pair.
    record OfPair(String listener, Trial.Pair trial, Choice choice, double heardSeconds) implements Answer {
        /// Key of the clip that was chosen.
        public String chosen() {
            return trial.chosen(choice);
        }

        /// Key of the other clip.
        public String other() {
            return trial.chosen(choice.other());
        }
    }

    /// To a single clip.
    ///
    /// @param ratings one for each scale of the trial, 1..7
    record OfRating(String listener, Trial.Rating trial, Map<Aspect, Integer> ratings, double heardSeconds) implements Answer {
        public OfRating {
            ratings = Collections.unmodifiableMap(ratings.isEmpty() ? new EnumMap<>(Aspect.class) : new EnumMap<>(ratings));
            if (!ratings.keySet().equals(new HashSet<>(trial.scales()))
                    || !ratings.values().stream().allMatch(points -> points >= 1 && points <= StudyDesign.POINTS)) {
                throw new IllegalArgumentException("each scale is rated from 1 to " + StudyDesign.POINTS);
            }
        }
    }

    /// To an attention check.
    record OfCheck(String listener, Trial.Check trial, Choice choice, double heardSeconds) implements Answer {
        /// Whether the listener heard which one is random notes.
        public boolean correct() {
            return choice == trial.correct();
        }
    }
}
