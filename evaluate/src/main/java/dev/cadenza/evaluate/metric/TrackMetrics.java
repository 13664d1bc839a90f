package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.metric.Sounding.Stretch;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What MuseGAN measures of one track (Dong et al., "MuseGAN: Multi-track sequential generative adversarial networks for symbolic
/// music generation and accompaniment", 2018): EB, UPC, QN, DP; and of two: TD. Measured bar by bar and averaged, as
/// there; notes keep their lengths where they cross a bar line. A time step is a 24th of a quarter note.
public final class TrackMetrics {

    private static final int STEPS = 24;
    private static final double[] PATTERN = {1, 0.1, 0, 0, 0, 0.1};

    private final int resolution;
    private final BarMap map;
    private final List<Note> notes;
    private final long bars;

    private TrackMetrics(Score score, Part part, long bars) {
        if (bars < 0) {
            throw new IllegalArgumentException("a track cannot have " + bars + " bars");
        }
        this.resolution = score.resolution();
        this.map = BarMap.of(score);
        this.notes = part.notes().stream().filter(note -> map.bar(note.onset()) < bars).toList();
        this.bars = bars;
    }

    /// A part over the bars that its score takes.
    public static TrackMetrics of(Score score, Part part) {
        return new TrackMetrics(score, part, BarMap.of(score).bars(score.end()));
    }

    /// A part over the first so many bars, silent ones at the end among them; later notes do not count.
    ///
    /// @param bars 0 or more
    public static TrackMetrics of(Score score, Part part, long bars) {
        return new TrackMetrics(score, part, bars);
    }

    /// EB: percentage of the bars in which the track is silent, 0..100; NaN for no bars.
    public double emptyBars() {
        double sounding = 0;
        for (Stretch stretch : byBar()) {
            sounding += stretch.pitches() > 0 ? stretch.ticks() : 0;
        }
        return 100 * (1 - Numbers.ratio(sounding, bars));
    }

    /// UPC: mean number of pitch classes in a bar, of bars that are not silent, 1..12; NaN where all are.
    public double usedPitchClasses() {
        double classes = 0;
        double sounding = 0;
        for (Stretch stretch : byBar()) {
            classes += (double) Integer.bitCount(stretch.mask()) * stretch.ticks();
            sounding += stretch.pitches() > 0 ? stretch.ticks() : 0;
        }
        return Numbers.ratio(classes, sounding);
    }

    /// The same notes with bars for ticks: from the bar in which a note begins to the bar in which it last sounds.
    private List<Stretch> byBar() {
        return Sounding.of(notes.stream().map(note -> {
            long first = map.bar(note.onset());
            long last = Math.min(bars - 1, map.bar(Math.max(note.onset(), note.end() - 1)));
            return new Note(first, last + 1 - first, note.pitch(), note.velocity());
        }).toList()).stretches();
    }

    /// QN: percentage of the notes that last at least three time steps, a 32nd note; of each bar in which notes begin, then the
    /// mean, 0..100; NaN without notes.
    public double qualifiedNotes() {
        long shortest = (resolution + 7) / 8;
        double sum = 0;
        int counted = 0;
        for (List<Note> bar : begunInBars()) {
            sum += (double) bar.stream().filter(note -> note.duration() >= shortest).count() / bar.size();
            counted++;
        }
        return 100 * Numbers.ratio(sum, counted);
    }

    /// DP: percentage of the notes that fall in a pattern of sixteenths. A note on one counts 1, one time step beside it a
    /// tenth. The pattern may be shifted by up to five time steps, in each bar as fits best. The mean of the bars in which notes
    /// begin, 0..100; NaN without notes.
    public double drumPattern() {
        double sum = 0;
        int counted = 0;
        for (List<Note> bar : begunInBars()) {
            long start = map.start(map.bar(bar.getFirst().onset()));
            int[] places = new int[PATTERN.length];
            for (Note note : bar) {
                places[(int) (Numbers.steps(note.onset() - start, resolution, STEPS) % PATTERN.length)]++;
            }
            double best = 0;
            for (int shift = 0; shift < PATTERN.length; shift++) {
                double fit = 0;
                for (int i = 0; i < PATTERN.length; i++) {
                    fit += places[(i + shift) % PATTERN.length] * PATTERN[i];
                }
                best = Math.max(best, fit);
            }
            sum += best / bar.size();
            counted++;
        }
        return 100 * Numbers.ratio(sum, counted);
    }

    private List<List<Note>> begunInBars() {
        List<List<Note>> found = new ArrayList<>();
        long current = -1;
        for (Note note : notes) {
            long bar = map.bar(note.onset());
            if (bar != current) {
                found.add(new ArrayList<>());
                current = bar;
            }
            found.getLast().add(note);
        }
        return found;
    }

    /// TD: mean distance of two tracks in tonal space (Harte et al. 2006), quarter by quarter from the start, over the quarters
    /// in which both sound; NaN where there is none.
    public static double tonalDistance(Score score, Part one, Part other) {
        return tonalDistance(score.resolution(), Sounding.of(one.notes()), Sounding.of(other.notes()));
    }

    static double tonalDistance(int resolution, Sounding one, Sounding other) {
        Quarters quarters = new Quarters(resolution);
        List<Stretch> left = one.stretches();
        List<Stretch> right = other.stretches();
        int i = 0;
        int j = 0;
        long now = 0;
        while (i < left.size() || j < right.size()) {
            boolean first = i < left.size() && left.get(i).from() <= now;
            boolean second = j < right.size() && right.get(j).from() <= now;
            long next = Math.min(i < left.size() ? first ? left.get(i).to() : left.get(i).from() : Long.MAX_VALUE,
                    j < right.size() ? second ? right.get(j).to() : right.get(j).from() : Long.MAX_VALUE);
            quarters.hear(now, next, first ? left.get(i).classes() : Quarters.SILENCE,
                    second ? right.get(j).classes() : Quarters.SILENCE);
            now = next;
            i += i < left.size() && left.get(i).to() <= now ? 1 : 0;
            j += j < right.size() && right.get(j).to() <= now ? 1 : 0;
        }
        return quarters.mean();
    }

    /// Sums of two tracks over quarter notes; many quarters in which nothing changes are one sum.
    private static final class Quarters {

        static final int[] SILENCE = new int[12];

        private final int resolution;
        private final double[] one = new double[12];
        private final double[] other = new double[12];
        private double sum;
        private double counted;

        Quarters(int resolution) {
            this.resolution = resolution;
        }

        void hear(long from, long to, int[] first, int[] second) {
            long within = from % resolution;
            long head = Math.min(to - from, (resolution - within) % resolution);
            add(head, first, second);
            if (head > 0 && (from + head) % resolution == 0) {
                count(1);
            }
            long whole = (to - from - head) / resolution;
            if (whole > 0) {
                add(1, first, second);
                count(whole);
            }
            add(to - from - head - whole * resolution, first, second);
        }

        private void add(long ticks, int[] first, int[] second) {
            for (int i = 0; i < 12; i++) {
                one[i] += (double) first[i] * ticks;
                other[i] += (double) second[i] * ticks;
            }
        }

        private void count(long times) {
            double distance = TonalCentroid.distance(one, other);
            if (!Double.isNaN(distance)) {
                sum += distance * times;
                counted += times;
            }
            Arrays.fill(one, 0);
            Arrays.fill(other, 0);
        }

        double mean() {
            count(1);
            return Numbers.ratio(sum, counted);
        }
    }
}
