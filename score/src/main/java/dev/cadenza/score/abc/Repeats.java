package dev.cadenza.score.abc;

import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// The signs of repetition that measures have, with those that ABC leaves to be understood.
///
/// Music is repeated from the last `|:`; without one, from the end of the last repeat, double bar or part.
final class Repeats {

    private final List<Measure> measures;
    private final long[] ticks;
    private final List<RepeatSign> signs = new ArrayList<>();
    private final Set<Long> starts = new HashSet<>();

    /// Where a repeat comes back to that no sign precedes.
    private int usual;

    private Repeats(List<Measure> measures, long[] ticks) {
        this.measures = measures;
        this.ticks = ticks;
    }

    /// @param ticks where each measure begins, and where the last one ends
    static List<RepeatSign> signs(List<Measure> measures, long[] ticks) {
        Repeats repeats = new Repeats(measures, ticks);
        repeats.run();
        for (int i = 0; i < measures.size(); i++) {
            repeats.others(measures.get(i), i);
        }
        repeats.signs.sort(Comparator.comparingLong(RepeatSign::tick).thenComparingInt(sign -> place(sign.kind())));
        return repeats.signs;
    }

    /// At one tick, what ends comes before what begins.
    private static int place(Kind kind) {
        return switch (kind) {
            case END -> 0;
            case ENDING_END -> 1;
            case TO_CODA, FINE -> 2;
            case DA_CAPO, DAL_SEGNO -> 3;
            case SEGNO, CODA -> 4;
            case START -> 5;
            case ENDING -> 6;
        };
    }

    private void others(Measure measure, int i) {
        for (Kind kind : measure.signs) {
            boolean atStart = kind == Kind.SEGNO || kind == Kind.CODA;
            // What is said of a bar that goes on holds where it ends.
            int end = i + 1;
            while (!atStart && end < measures.size() && measures.get(end).continues) {
                end++;
            }
            signs.add(RepeatSign.of(ticks[atStart ? i : end], kind));
        }
        if (measure.opensRepeat) {
            start(i);
        }
    }

    private void start(int i) {
        if (starts.add(ticks[i])) {
            signs.add(RepeatSign.of(ticks[i], Kind.START));
        }
    }

    private void run() {
        int from = 0;
        boolean opened = false;
        int i = 0;
        while (i < measures.size()) {
            Measure measure = measures.get(i);
            if (i > 0 && (measure.opensRepeat || measure.labelled())) {
                from = i;
                opened = false;
            }
            opened |= measure.opensRepeat;
            if (!measure.endings.isEmpty()) {
                i = endings(from, i);
                from = i;
                usual = i;
                opened = false;
                continue;
            }
            i++;
            if (measure.repeats > 0) {
                implied(from);
                signs.add(new RepeatSign(ticks[i], Kind.END, List.of(measure.repeats + 1)));
                from = i;
                usual = i;
                opened = false;
            } else if (measure.closes && !opened) {
                from = i;
            }
        }
    }

    private void implied(int from) {
        if (from != usual) {
            start(from);
        }
    }

    /// The signs of a strain with its endings.
    ///
    /// @param from where the strain begins
    /// @param first where its first ending begins
    /// @return where the music goes on
    private int endings(int from, int first) {
        int passes = 2;
        List<int[]> ranges = new ArrayList<>();
        int i = first;
        while (i < measures.size() && !measures.get(i).endings.isEmpty()
                && (i == first || measures.get(i).endings.first() > 1 && !measures.get(i).opensRepeat)) {
            passes = Math.max(passes, measures.get(i).endings.last());
            int end = endOfEnding(i);
            ranges.add(new int[] {i, end});
            i = end;
        }
        if (ranges.size() == 1 && measures.get(first).endings.first() > 1) {
            // A second ending without a first one is music like any other.
            return i;
        }
        implied(from);
        for (int[] range : ranges) {
            SortedSet<Integer> numbers = measures.get(range[0]).endings;
            signs.add(new RepeatSign(ticks[range[0]], Kind.ENDING, List.copyOf(numbers)));
            signs.add(RepeatSign.of(ticks[range[1]], Kind.ENDING_END));
            if (numbers.first() < passes) {
                signs.add(new RepeatSign(ticks[range[1]], Kind.END, List.of(passes)));
            }
        }
        return i;
    }

    private int endOfEnding(int start) {
        int i = start;
        do {
            if (measures.get(i).closes) {
                return i + 1;
            }
            i++;
        } while (i < measures.size() && measures.get(i).endings.isEmpty() && !measures.get(i).opensRepeat
                && !measures.get(i).labelled());
        return i;
    }
}
