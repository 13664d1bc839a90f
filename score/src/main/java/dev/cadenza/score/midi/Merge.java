package dev.cadenza.score.midi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// Runs through several lists of events in time order. At one tick, the list added first goes first.
final class Merge {

    private final List<Lane<?>> lanes = new ArrayList<>();

    /// @param events in ascending order of tick
    <T> void add(List<T> events, ToLongFunction<T> tick, Consumer<T> action) {
        lanes.add(new Lane<>(events, tick, action));
    }

    void run() {
        while (true) {
            Lane<?> next = lanes.getFirst();
            for (Lane<?> lane : lanes) {
                if (lane.tick < next.tick) {
                    next = lane;
                }
            }
            if (next.tick == Long.MAX_VALUE) {
                return;
            }
            next.step();
        }
    }

    private static final class Lane<T> {

        private final List<T> events;
        private final ToLongFunction<T> ticks;
        private final Consumer<T> action;
        private int at;
        private long tick;

        Lane(List<T> events, ToLongFunction<T> ticks, Consumer<T> action) {
            this.events = events;
            this.ticks = ticks;
            this.action = action;
            this.tick = events.isEmpty() ? Long.MAX_VALUE : ticks.applyAsLong(events.getFirst());
        }

        void step() {
            action.accept(events.get(at++));
            tick = at == events.size() ? Long.MAX_VALUE : ticks.applyAsLong(events.get(at));
        }
    }
}
