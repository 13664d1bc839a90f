package dev.cadenza.score.notation;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts the notes of a part on a grid that can be written. Each beat takes the coarsest grid that fits: the price of a
/// grid is the distance by which the worst onset (or, at a quarter of the weight, end) misses it plus a fine for
/// fineness. Music that was on a grid stays as it is; played music is tidied.
final class Quantizer {

    private static final double END_WEIGHT = 0.25;

    /// Eighths, sixteenths, triplets, thirty-seconds, sextuplets: points a quarter and fine, both in quarters.
    private static final int[] POINTS = {2, 4, 3, 8, 6};
    private static final double[] FINES = {0, 0.015, 0.02, 0.045, 0.06};

    private record Point(double position, double weight) {
    }

    private final Grid grid;
    private final List<Measure> measures;
    private final Map<Long, List<Point>> points = new HashMap<>();
    private final Map<Long, Cell> cells = new HashMap<>();

    Quantizer(Grid grid, List<Measure> measures) {
        this.grid = grid;
        this.measures = measures;
    }

    /// The notes in order of start, then from high to low. Of two equal pitches that overlap the first is cut; of two that
    /// begin together the longer stays.
    List<QuantizedNote> quantize(Part part) {
        cells.clear();
        points.clear();
        for (Note note : part.notes()) {
            collect(note.onset(), 1);
            if (!part.instrument().drums()) {
                collect(note.end(), END_WEIGHT);
            }
        }
        List<QuantizedNote> notes = new ArrayList<>();
        for (Note note : part.notes()) {
            notes.add(snap(note));
        }
        notes.sort(Comparator.comparingLong(QuantizedNote::start).thenComparing(Comparator.comparingInt(QuantizedNote::midi)
                .reversed()).thenComparing(Comparator.comparingLong(QuantizedNote::end).reversed()));
        return withoutOverlaps(part.instrument().drums() ? drumLengths(notes) : tidied(notes));
    }

    /// The beat in which a unit lies.
    Cell cell(long unit) {
        long start = beatStart(unit);
        Measure measure = Measure.at(measures, unit);
        return cells.computeIfAbsent(start, at -> choose(at, Math.min(beat(measure), measure.end() - at), measure));
    }

    private void collect(long tick, double weight) {
        double position = grid.exact(tick);
        points.computeIfAbsent(beatStart((long) position), at -> new ArrayList<>()).add(new Point(position, weight));
    }

    private long beatStart(long unit) {
        Measure measure = Measure.at(measures, unit);
        int beat = beat(measure);
        return measure.start() + (Math.min(unit, measure.end() - 1) - measure.start()) / beat * beat;
    }

    private int beat(Measure measure) {
        return Math.max(grid.divisions(), grid.beatUnits(measure.meter()));
    }

    private Cell choose(long start, long length, Measure measure) {
        Cell best = null;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < POINTS.length; i++) {
            boolean triplet = POINTS[i] % 3 == 0;
            int step = grid.divisions() / POINTS[i];
            if (triplet && (length != grid.divisions() || measure.meter().denominator() > 4)) {
                continue;
            }
            // A beat cut short by a new metre may be no multiple of the coarser steps.
            if (length % step != 0 && step > grid.shortest() * grid.divisions() / 24) {
                continue;
            }
            Cell cell = new Cell(start, length, step, triplet);
            double price = FINES[i];
            for (Point point : points.getOrDefault(start, List.of())) {
                double miss = Math.abs(point.position() - cell.snap(point.position())) / grid.divisions();
                price = Math.max(price, FINES[i] + point.weight() * miss);
            }
            if (price < least) {
                least = price;
                best = cell;
            }
        }
        return best == null ? new Cell(start, length, grid.shortest(), false) : best;
    }

    private QuantizedNote snap(Note note) {
        double exactStart = grid.exact(note.onset());
        double exactEnd = grid.exact(note.end());
        Measure last = measures.getLast();
        long start = Math.min(cell((long) exactStart).snap(exactStart), last.end());
        if (start >= last.end()) {
            start = last.end() - cell(last.end() - 1).step();
        }
        long end = Math.min(cell((long) exactEnd).snap(exactEnd), last.end());
        if (end <= start) {
            Cell home = cell(start);
            end = Math.min(home.end(), start + home.step());
        }
        return new QuantizedNote(start, end, note);
    }

    /// Ends that were off the grid and lie within a sixteenth of the next onset are moved to it: the gap or the overlap
    /// is the player's, not the composer's.
    private List<QuantizedNote> tidied(List<QuantizedNote> notes) {
        long near = grid.divisions() / 4;
        List<QuantizedNote> tidy = new ArrayList<>(notes.size());
        long[] starts = notes.stream().mapToLong(QuantizedNote::start).distinct().toArray();
        for (QuantizedNote note : notes) {
            double exactEnd = grid.exact(note.note().end());
            QuantizedNote result = note;
            if (Math.abs(exactEnd - note.end()) > 0.01) {
                long next = nearest(starts, note.end());
                if (next > note.start() && Math.abs(next - note.end()) <= near) {
                    result = note.until(next);
                }
            }
            tidy.add(result);
        }
        return tidy;
    }

    private static long nearest(long[] starts, long end) {
        int found = Arrays.binarySearch(starts, end);
        if (found >= 0) {
            return end;
        }
        int after = -found - 1;
        long later = after < starts.length ? starts[after] : Long.MAX_VALUE / 2;
        long earlier = after > 0 ? starts[after - 1] : Long.MIN_VALUE / 2;
        return later - end <= end - earlier ? later : earlier;
    }

    /// A drum has no length; it is written up to the next stroke or the end of the beat.
    private List<QuantizedNote> drumLengths(List<QuantizedNote> notes) {
        List<QuantizedNote> result = new ArrayList<>(notes.size());
        long next = Long.MAX_VALUE;
        for (int i = notes.size() - 1; i >= 0; i--) {
            QuantizedNote note = notes.get(i);
            if (i + 1 < notes.size() && notes.get(i + 1).start() > note.start()) {
                next = notes.get(i + 1).start();
            }
            result.add(note.until(Math.min(next, cell(note.start()).end())));
        }
        return result.reversed();
    }

    private static List<QuantizedNote> withoutOverlaps(List<QuantizedNote> notes) {
        List<QuantizedNote> result = new ArrayList<>();
        int[] last = new int[128];
        Arrays.fill(last, -1);
        for (QuantizedNote note : notes) {
            int before = last[note.midi()];
            if (before >= 0 && result.get(before).start() == note.start()) {
                // The longer of the two came first.
                continue;
            }
            if (before >= 0 && result.get(before).end() > note.start()) {
                result.set(before, result.get(before).until(note.start()));
            }
            last[note.midi()] = result.size();
            result.add(note);
        }
        return result;
    }
}
