package dev.cadenza.score.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Finds the tuplets that one voice of one bar needs: stretches in which what begins or ends off the plain values falls on
/// equal parts. Of all that are possible the shortest one is taken that no note enters or leaves without beginning or ending.
final class Tuplets {

    private static final int[] ACTUAL = {3, 5, 7, 9, 11, 13, 15, 21, 33, 35, 39, 45};

    /// Lengths in quarters, times eight, and whether they are dotted.
    private static final int[] EIGHTHS = {1, 2, 4, 6, 8, 12, 16, 24, 32};

    private final Grid grid;
    private final Measure measure;
    private final TreeSet<Long> points = new TreeSet<>();
    private final List<Tuplet> tuplets = new ArrayList<>();

    private Tuplets(Grid grid, Measure measure, List<Chord> chords) {
        this.grid = grid;
        this.measure = measure;
        points.add(measure.start());
        points.add(measure.end());
        for (Chord chord : chords) {
            points.add(Math.max(measure.start(), chord.start()));
            points.add(Math.min(measure.end(), chord.end()));
        }
    }

    /// In ascending order, none within another.
    ///
    /// @param chords those of the voice that sound within the bar
    /// @return empty where the voice cannot be written so
    static Optional<List<Tuplet>> find(List<Chord> chords, Grid grid, Measure measure) {
        Tuplets search = new Tuplets(grid, measure, chords);
        for (long point : search.points) {
            boolean plain = (point - measure.start()) % grid.shortest() == 0;
            boolean covered = !search.tuplets.isEmpty() && point < search.tuplets.getLast().end();
            if (!plain && !covered) {
                Optional<Tuplet> tuplet = search.around(point);
                if (tuplet.isEmpty()) {
                    return Optional.empty();
                }
                search.tuplets.add(tuplet.get());
            }
        }
        return Optional.of(search.tuplets);
    }

    private Optional<Tuplet> around(long point) {
        Optional<Tuplet> beat = Optional.empty();
        Optional<Tuplet> any = Optional.empty();
        for (int eighths : EIGHTHS) {
            long length = (long) grid.divisions() * eighths / 8;
            boolean dotted = eighths % 3 == 0;
            long step = dotted ? length / 3 : length / 2;
            if (step == 0 || step % grid.shortest() != 0) {
                continue;
            }
            long first = measure.start() + (point - measure.start()) / step * step;
            for (long start = first; start + length > point && start >= measure.start(); start -= step) {
                Optional<Tuplet> found = tuplet(start, length, dotted);
                if (found.isEmpty()) {
                    continue;
                }
                if (points.contains(start) && points.contains(start + length)) {
                    return found;
                }
                boolean aligned = (start - measure.start()) % length == 0 && length >= grid.divisions();
                beat = beat.isEmpty() && aligned ? found : beat;
                any = any.isEmpty() ? found : any;
            }
        }
        return beat.isPresent() ? beat : any;
    }

    private Optional<Tuplet> tuplet(long start, long length, boolean dotted) {
        boolean countable = (start - measure.start()) % grid.perDivision() == 0 && length % grid.perDivision() == 0;
        if (!countable || start + length > measure.end() || !tuplets.isEmpty() && start < tuplets.getLast().end()) {
            return Optional.empty();
        }
        for (int actual : ACTUAL) {
            if (dotted && actual < 5) {
                continue;
            }
            int normal = dotted ? 3 * Integer.highestOneBit((actual - 1) / 3) : Integer.highestOneBit(actual);
            Tuplet tuplet = new Tuplet(start, length, actual, normal);
            if (points.subSet(start, start + length).stream().allMatch(tuplet::holds)) {
                return Optional.of(tuplet);
            }
        }
        return Optional.empty();
    }
}
