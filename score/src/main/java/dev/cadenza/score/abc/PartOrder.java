package dev.cadenza.score.abc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The order of parts that a header states (`P:AABC`, `P:(AB)3C`), and music arranged by it.
final class PartOrder {

    private static final int MOST_PARTS = 256;
    private static final int DEEPEST = 8;

    private final Cursor in;

    private PartOrder(String text) {
        this.in = new Cursor(text, 0);
    }

    /// Music in the stated order, each part with its repeats played out; empty where the order names a part that is not there.
    ///
    /// @param limit so many measures, or a few more, are enough
    static Optional<List<Measure>> arranged(String order, List<Measure> measures, int limit) {
        Optional<String> names = new PartOrder(order.replaceAll("[\\s.,*]", "")).group(0);
        Map<Character, List<Measure>> parts = new LinkedHashMap<>();
        List<Measure> start = new ArrayList<>();
        List<Measure> part = start;
        for (Measure measure : measures) {
            if (measure.labelled()) {
                part = new ArrayList<>();
                parts.putIfAbsent(measure.label, part);
            }
            part.add(measure);
        }
        if (names.isEmpty() || names.get().isEmpty() || !names.get().chars().allMatch(name -> parts.containsKey((char) name))) {
            return Optional.empty();
        }
        List<Measure> played = new ArrayList<>(Repeats.playedOut(start, limit));
        for (int i = 0; i < names.get().length() && played.size() < limit; i++) {
            played.addAll(Repeats.playedOut(parts.get(names.get().charAt(i)), limit));
        }
        return Optional.of(played);
    }

    private Optional<String> group(int depth) {
        StringBuilder names = new StringBuilder();
        while (!in.atEnd() && in.peek() != ')') {
            String item;
            if (in.take('(')) {
                Optional<String> inner = depth < DEEPEST ? group(depth + 1) : Optional.empty();
                if (inner.isEmpty() || !in.take(')')) {
                    return Optional.empty();
                }
                item = inner.get();
            } else {
                item = String.valueOf(in.next());
            }
            int times = in.atDigit() ? in.number() : 1;
            if (names.length() + (long) times * item.length() > MOST_PARTS) {
                return Optional.empty();
            }
            names.repeat(item, times);
        }
        return depth == 0 && !in.atEnd() ? Optional.empty() : Optional.of(names.toString());
    }
}
