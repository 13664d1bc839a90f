package dev.cadenza.corpus.collection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Counts of things, to be drawn as bars.
final class Histogram {

    /// A range of values.
    ///
    /// @param below first value that is not in it
    record Range(String name, double below) {
    }

    /// One bar.
    record Bar(String name, int count) {
    }

    /// Quarter notes a minute.
    static final List<Range> TEMPOS = List.of(new Range("below 60", 60), new Range("60-79", 80), new Range("80-99", 100),
            new Range("100-119", 120), new Range("120-139", 140), new Range("140-179", 180), new Range("180 and more", Double.MAX_VALUE));

    /// Seconds.
    static final List<Range> LENGTHS = List.of(new Range("below 30 s", 30), new Range("30-60 s", 60), new Range("1-2 min", 120),
            new Range("2-4 min", 240), new Range("4-8 min", 480), new Range("8-20 min", 1200), new Range("longer", Double.MAX_VALUE));

    private Histogram() {
    }

    static int index(List<Range> ranges, double value) {
        int index = 0;
        while (index < ranges.size() - 1 && value >= ranges.get(index).below) {
            index++;
        }
        return index;
    }

    /// The ranges that hold anything.
    static List<Bar> bars(List<Range> ranges, int[] counts) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                bars.add(new Bar(ranges.get(i).name, counts[i]));
            }
        }
        return bars;
    }

    /// The most frequent, and one bar for all others.
    static List<Bar> most(SortedMap<String, Integer> counts, int shown) {
        List<Bar> all = counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> new Bar(entry.getKey(), entry.getValue())).toList();
        if (all.size() <= shown) {
            return all;
        }
        List<Bar> most = new ArrayList<>(all.subList(0, shown - 1));
        most.add(new Bar((all.size() - shown + 1) + " others", all.subList(shown - 1, all.size()).stream().mapToInt(Bar::count).sum()));
        return most;
    }
}
