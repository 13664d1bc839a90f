package dev.cadenza.score.musicxml;

import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts what is found in one file, so that memory stays small however much it is.
final class Findings {

    private static final class Count {
        private final Place first;
        private int times;

        private Count(Place first) {
            this.first = first;
        }
    }

    private final Map<Finding, Count> counts = new EnumMap<>(Finding.class);

    void add(Finding finding, Place place) {
        counts.computeIfAbsent(finding, _ -> new Count(place)).times++;
    }

    /// In the order of [Finding].
    List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>();
        counts.forEach((finding, count) ->
                all.add(new Diagnostic(finding.severity(), finding.name(), count.first, finding.report(count.times))));
        return all;
    }
}
