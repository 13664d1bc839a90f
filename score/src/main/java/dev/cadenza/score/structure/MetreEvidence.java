package dev.cadenza.score.structure;

import dev.cadenza.score.Meter;
import java.util.List;

/// A metre that was considered, and the numbers that speak for and against it.
///
/// @param meter from tick 0 on, its beats as they are felt: 4/4 stands for 2/2, 2/4 for 4/8
/// @param phaseTicks where the first whole bar begins: 0 or more, less than a bar
/// @param numbers to be weighed; `docs/reference/structure.md` says what they are
public record MetreEvidence(Meter meter, long phaseTicks, List<Double> numbers) {

    public MetreEvidence {
        numbers = List.copyOf(numbers);
    }
}
