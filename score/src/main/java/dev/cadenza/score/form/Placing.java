package dev.cadenza.score.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Where stretches of a score come to lie.
///
/// @param placed in their order
record Placing(List<Placed> placed) {

    /// Far behind anything that could be written, and no danger to sums.
    private static final long FOR_EVER = Long.MAX_VALUE / 4;

    /// A stretch with its new place.
    ///
    /// @param from its first tick in the score
    /// @param to the tick behind it
    /// @param at where it begins now
    /// @param soundsUntil how far its notes may sound, in ticks of the score: on into what follows it on the page too
    /// @param jumps whether what lies before it now is not what lies before it on the page
    /// @param verse the verse that is sung; 0 for all
    record Placed(long from, long to, long at, long soundsUntil, boolean jumps, int verse) {
    }

    /// Gives something that was moved its new tick.
    interface Move<T> {
        T to(T what, long tick);
    }

    /// @param end of the score
    static Placing of(List<Stretch> stretches, long end) {
        Map<Long, Integer> times = new HashMap<>();
        stretches.forEach(stretch -> times.merge(stretch.from(), 1, Integer::sum));
        Map<Long, Integer> sung = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        long at = 0;
        long before = 0;
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean last = i == stretches.size() - 1;
            long to = last && stretch.to() >= end ? FOR_EVER : stretch.to();
            int time = sung.merge(stretch.from(), 1, Integer::sum);
            boolean once = times.get(stretch.from()) == 1 && stretch.pass() == 1;
            placed.add(new Placed(stretch.from(), to, at, to, stretch.from() != before, once ? 0 : Math.max(time, stretch.pass())));
            if (FOR_EVER - at < stretch.length()) {
                throw PlayOrder.tooLong();
            }
            at += stretch.length();
            before = stretch.to();
        }
        for (int i = placed.size() - 2; i >= 0; i--) {
            Placed next = placed.get(i + 1);
            if (!next.jumps) {
                Placed one = placed.get(i);
                placed.set(i, new Placed(one.from, one.to, one.at, next.soundsUntil, one.jumps, one.verse));
            }
        }
        return new Placing(placed);
    }

    /// How many of a list lie before a tick.
    static <T> int before(List<T> list, ToLongFunction<T> tickOf, long tick) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tickOf.applyAsLong(list.get(middle)) < tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    <T> int count(List<T> list, ToLongFunction<T> tickOf, Placed one) {
        return before(list, tickOf, one.to) - before(list, tickOf, one.from);
    }

    static <T> List<T> within(List<T> list, ToLongFunction<T> tickOf, Placed one) {
        return list.subList(before(list, tickOf, one.from), before(list, tickOf, one.to));
    }

    /// What lies in the stretches, at its new ticks.
    <T> List<T> moved(List<T> list, ToLongFunction<T> tickOf, Move<T> move) {
        List<T> moved = new ArrayList<>();
        for (Placed one : placed) {
            for (T what : within(list, tickOf, one)) {
                moved.add(move.to(what, tickOf.applyAsLong(what) - one.from + one.at));
            }
        }
        return moved;
    }

    /// The same for what holds until it changes: where the music jumps, what holds there is stated.
    ///
    /// @param unstated what holds before the first of the list
    <T> List<T> movedWithState(List<T> list, ToLongFunction<T> tickOf, Move<T> move, T unstated) {
        List<T> moved = new ArrayList<>();
        for (Placed one : placed) {
            List<T> inside = within(list, tickOf, one);
            boolean statedAtOnce = !inside.isEmpty() && tickOf.applyAsLong(inside.getFirst()) == one.from;
            if (one.jumps && !statedAtOnce) {
                int before = before(list, tickOf, one.from);
                Optional<T> holding = before > 0 ? Optional.of(list.get(before - 1)) : Optional.empty();
                if (holding.isPresent() || !moved.isEmpty()) {
                    moved.add(move.to(holding.orElse(unstated), one.at));
                }
            }
            for (T what : inside) {
                moved.add(move.to(what, tickOf.applyAsLong(what) - one.from + one.at));
            }
        }
        return moved;
    }
}
