package dev.cadenza.bench.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Continuity of beats that were found (Hainsworth, 2004; Klapuri and others, 2006).
final class Continuity {

    private Continuity() {
    }

    /// The share of beats that lie near a right one, as does the beat before, at about the right distance from it; of as many
    /// beats as there are, or were found, whichever are more.
    static double correct(List<Double> found, List<Double> right, double share) {
        if (found.size() < 2 || right.size() < 2) {
            return 0;
        }
        int good = 0;
        for (int i = 1; i < found.size(); i++) {
            int near = nearest(right, found.get(i));
            if (near == 0) {
                continue;
            }
            double length = right.get(near) - right.get(near - 1);
            boolean here = Math.abs(found.get(i) - right.get(near)) < share * length;
            boolean before = Math.abs(found.get(i - 1) - right.get(near - 1)) < share * length;
            boolean apart = Math.abs(1 - (found.get(i) - found.get(i - 1)) / length) < share;
            good += here && before && apart ? 1 : 0;
        }
        return (double) good / (Math.max(found.size(), right.size()) - 1);
    }

    /// The beats, those between, twice as many, and both halves of them.
    static List<List<Double>> levels(List<Double> beats) {
        List<Double> between = new ArrayList<>();
        List<Double> twice = new ArrayList<>();
        for (int i = 0; i < beats.size(); i++) {
            twice.add(beats.get(i));
            if (i + 1 < beats.size()) {
                between.add((beats.get(i) + beats.get(i + 1)) / 2);
                twice.add(between.getLast());
            }
        }
        return List.of(beats, between, twice, every(beats, 0), every(beats, 1));
    }

    private static List<Double> every(List<Double> beats, int from) {
        List<Double> some = new ArrayList<>();
        for (int i = from; i < beats.size(); i += 2) {
            some.add(beats.get(i));
        }
        return some;
    }

    private static int nearest(List<Double> right, double at) {
        int found = Collections.binarySearch(right, at);
        int after = found >= 0 ? found : -found - 1;
        if (after == right.size() || after > 0 && at - right.get(after - 1) < right.get(after) - at) {
            after--;
        }
        return after;
    }
}
