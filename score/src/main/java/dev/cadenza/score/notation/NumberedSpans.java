package dev.cadenza.score.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives slurs or hairpins the numbers by which their ends are known to belong together: two that are open in the same bar
/// have different ones.
final class NumberedSpans {

    static final int MOST = 16;

    /// A span with its number, from 1.
    record Span(Slot from, Slot to, int number, boolean louder) {
    }

    private NumberedSpans() {
    }

    /// @param spans of any numbers; those that find none free are left out
    static List<Span> numbered(List<Span> spans, List<Measure> measures) {
        long[] taken = new long[MOST];
        List<Span> numbered = new ArrayList<>();
        for (Span span : spans.stream().sorted(Comparator.comparingLong(span -> span.from.unit())).toList()) {
            long from = Measure.at(measures, span.from.unit()).start();
            for (int i = 0; i < MOST; i++) {
                if (taken[i] <= from) {
                    taken[i] = Measure.at(measures, span.to.unit()).end();
                    numbered.add(new Span(span.from, span.to, i + 1, span.louder));
                    break;
                }
            }
        }
        return numbered;
    }
}
