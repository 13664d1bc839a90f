package dev.cadenza.score.abc;

import dev.cadenza.score.form.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The order of parts that a header states (`P:AABC`, `P:(AB)3C`).
final class PartOrder {

    private static final int MOST_PARTS = 256;
    private static final int DEEPEST = 8;

    private final Cursor in;

    private PartOrder(String text) {
        this.in = new Cursor(text, 0);
    }

    /// The stretches of the parts in the stated order, behind what has no label; empty where the order names a part that is
    /// not there.
    ///
    /// @param ticks where each measure begins, and where the last one ends
    static Optional<List<Stretch>> arranged(String order, List<Measure> measures, long[] ticks) {
        Optional<String> names = new PartOrder(order.replaceAll("[\\s.,*]", "")).group(0);
        Map<Character, Stretch> parts = new LinkedHashMap<>();
        List<Stretch> arranged = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= measures.size(); i++) {
            boolean ends = i == measures.size() || measures.get(i).labelled();
            if (!ends || ticks[i] == ticks[from]) {
                continue;
            }
            Stretch stretch = new Stretch(ticks[from], ticks[i], 1);
            if (measures.get(from).labelled()) {
                parts.putIfAbsent(measures.get(from).label.charAt(0), stretch);
            } else {
                arranged.add(stretch);
            }
            from = i;
        }
        if (names.isEmpty() || names.get().isEmpty() || !names.get().chars().allMatch(name -> parts.containsKey((char) name))) {
            return Optional.empty();
        }
        names.get().chars().forEach(name -> arranged.add(parts.get((char) name)));
        return Optional.of(arranged);
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
