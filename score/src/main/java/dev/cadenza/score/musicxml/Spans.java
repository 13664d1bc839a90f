package dev.cadenza.score.musicxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pairs the ends of slurs or of hairpins by their numbers. A voice may state an end before another voice has stated the
/// beginning: what is written first in a bar is not what sounds first.
final class Spans<T> {

    /// One end.
    ///
    /// @param what what is known of the beginning
    private record End<T>(Moment moment, T what) {
    }

    /// A pair.
    record Span<T>(Moment from, Moment to, T what) {
    }

    private final Map<String, End<T>> begun = new HashMap<>();
    private final Map<String, Moment> ended = new HashMap<>();
    private final List<Span<T>> spans = new ArrayList<>();
    private int open;

    void begin(String number, Moment moment, T what) {
        Moment end = ended.remove(number);
        if (end != null && !before(end, moment)) {
            spans.add(new Span<>(moment, end, what));
            return;
        }
        open += end == null ? 0 : 1;
        open += begun.put(number, new End<>(moment, what)) == null ? 0 : 1;
    }

    void end(String number, Moment moment) {
        End<T> begin = begun.get(number);
        if (begin != null && !before(moment, begin.moment)) {
            begun.remove(number);
            spans.add(new Span<>(begin.moment, moment, begin.what));
        } else {
            open += ended.put(number, moment) == null ? 0 : 1;
        }
    }

    private static boolean before(Moment one, Moment other) {
        return one.bar() < other.bar() || one.bar() == other.bar() && one.quarters() < other.quarters() - 1e-6;
    }

    List<Span<T>> spans() {
        return spans;
    }

    /// How many ends have no other end.
    int open() {
        return open + begun.size() + ended.size();
    }
}
