package dev.cadenza.score.midi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/// Puts events of several tracks in order.
final class Timeline {

    private Timeline() {
    }

    /// In ascending order of tick; equal ticks keep their order.
    static <T> List<T> ordered(List<T> events, ToLongFunction<T> tick) {
        for (int i = 1; i < events.size(); i++) {
            if (tick.applyAsLong(events.get(i)) < tick.applyAsLong(events.get(i - 1))) {
                List<T> sorted = new ArrayList<>(events);
                sorted.sort(Comparator.comparingLong(tick));
                return sorted;
            }
        }
        return events;
    }

    /// In ascending order of tick; of several at one tick the last, which is the one in force.
    static <T> List<T> latest(List<T> events, ToLongFunction<T> tick) {
        List<T> sorted = ordered(events, tick);
        List<T> result = new ArrayList<>(sorted.size());
        for (T event : sorted) {
            if (!result.isEmpty() && tick.applyAsLong(result.getLast()) == tick.applyAsLong(event)) {
                result.removeLast();
            }
            result.add(event);
        }
        return result;
    }
}
