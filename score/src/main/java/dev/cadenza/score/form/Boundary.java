package dev.cadenza.score.form;

import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A tick at which signs stand.
///
/// @param kinds the signs
/// @param times how often the section that ends here is played; 0 where none ends
/// @param passes of the ending that begins here; empty where none does
record Boundary(long tick, Set<Kind> kinds, int times, Set<Integer> passes) {

    /// The boundaries of a score: its beginning, its signs, its end.
    static List<Boundary> of(List<RepeatSign> signs, long end) {
        TreeMap<Long, List<RepeatSign>> byTick = new TreeMap<>();
        byTick.put(0L, new ArrayList<>());
        byTick.put(end, byTick.getOrDefault(end, new ArrayList<>()));
        for (RepeatSign sign : signs) {
            byTick.computeIfAbsent(sign.tick(), tick -> new ArrayList<>()).add(sign);
        }
        List<Boundary> boundaries = new ArrayList<>();
        for (Map.Entry<Long, List<RepeatSign>> entry : byTick.entrySet()) {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            int times = 0;
            Set<Integer> passes = new HashSet<>();
            for (RepeatSign sign : entry.getValue()) {
                kinds.add(sign.kind());
                if (sign.kind() == Kind.END) {
                    times = Math.max(times, sign.passes().getFirst());
                } else {
                    passes.addAll(sign.passes());
                }
            }
            boundaries.add(new Boundary(entry.getKey(), kinds, times, passes));
        }
        return boundaries;
    }

    boolean has(Kind kind) {
        return kinds.contains(kind);
    }

    boolean starts() {
        return has(Kind.START);
    }

    /// Whether an ending that was begun before is over here, stated or not.
    boolean endsEnding() {
        return times > 0 || has(Kind.ENDING_END) || has(Kind.ENDING) || has(Kind.START);
    }
}
