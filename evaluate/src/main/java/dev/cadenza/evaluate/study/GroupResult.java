package dev.cadenza.evaluate.study;

import java.util.List;
import java.util.Optional;

/// What a group of listeners answered. A question that was not asked, or that nobody of them answered, has no result.
///
/// @param group those of one training; empty for all
/// @param attentiveOnly whether those who failed an attention check are left out
/// @param listeners who answered something
/// @param toldApart in how many pairs the clip of side B was taken for the one composed by a person
/// @param prefersA in how many pairs the clip of side A was preferred
/// @param strengths of the two sides, from the preferences
/// @param scales in the order of the design, those that at least one listener rated both sides on
public record GroupResult(Optional<Skill.Group> group, boolean attentiveOnly, int listeners, Optional<Proportion> toldApart,
        Optional<Proportion> prefersA, Optional<Strengths> strengths, List<ScaleDifference> scales) {
    public GroupResult {
        scales = List.copyOf(scales);
    }
}
