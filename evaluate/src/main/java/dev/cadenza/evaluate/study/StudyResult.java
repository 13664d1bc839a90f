package dev.cadenza.evaluate.study;

import java.util.List;
import java.util.Optional;

/// What came out of a study.
///
/// @param listeners who answered something
/// @param inattentive those among them who failed an attention check
/// @param answers of all of them
/// @param groups all listeners and each training of which there are some, first without the inattentive, then with them where there
///     are any
/// @param clips how strongly each clip was preferred by attentive listeners, the strongest first; empty where that was not asked, or
///     where there are too many to compare
public record StudyResult(StudyDesign design, int listeners, int inattentive, int answers, List<GroupResult> groups,
        List<ClipStrength> clips) {
    public StudyResult {
        groups = List.copyOf(groups);
        clips = List.copyOf(clips);
    }

    /// A clip among all others.
    public record ClipStrength(Clip clip, Strengths.Strength strength) {
    }

    /// The group that is looked at first: all attentive listeners. Empty where there are none.
    public Optional<GroupResult> main() {
        return groups.stream().filter(GroupResult::attentiveOnly).findFirst();
    }
}
