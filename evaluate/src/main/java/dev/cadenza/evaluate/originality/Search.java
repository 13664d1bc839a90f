package dev.cadenza.evaluate.originality;

import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Finds the passages of a take in an index.
final class Search {

    private static final int MOST_MATCHES = 50;
    /// Of a passage that stands in more places, only as many are looked at: it says little, and all would take too long.
    private static final int MOST_PLACES = 2000;
    /// Runs of one line may have so many notes in all: real music has a hundredth, but a file may hold one trill a thousand times.
    private static final long MOST_NOTES = 1 << 22;
    /// Passages after which a pattern is forgotten.
    private static final int REMEMBERED = 32;
    private static final double LN_2 = StrictMath.log(2);

    private static final Comparator<Found> ORDER = Comparator.comparingDouble((Found found) -> -found.bits)
            .thenComparingInt(found -> found.line.part()).thenComparingInt(Found::from)
            .thenComparingInt(found -> found.first.line()).thenComparingInt(found -> found.first.place())
            .thenComparingInt(found -> found.first.transposition()).thenComparingInt(found -> found.line.pitches()[0]);

    private static final Comparator<Run> WEIGHT = Comparator.comparingDouble((Run run) -> -run.bits()).thenComparingInt(run -> -run.notes())
            .thenComparingInt(Run::line).thenComparingInt(Run::place);
    private static final Comparator<Run> TOGETHER = Comparator.comparingInt(Run::line).thenComparingInt(Run::transposition)
            .thenComparing(Chain.ORDER);

    private final PassageIndex index;
    private final PassageTable table;
    private final Predicate<String> among;

    Search(PassageIndex index, Predicate<String> among) {
        this.index = index;
        this.table = index.table();
        this.among = among;
    }

    /// A match before it is put into words.
    private record Found(Line line, Run first, Run last, int notes, boolean verbatim, double bits) {

        int from() {
            return first.at();
        }

        int to() {
            return last.end() - 1;
        }

        /// Whether another covers more than half of it, in the same part.
        boolean hiddenBy(Found other) {
            if (line.part() != other.line.part() || verbatim != other.verbatim) {
                return false;
            }
            long from = Math.max(tick(from()), other.tick(other.from()));
            long to = Math.min(tick(to()), other.tick(other.to()));
            return 2 * (to - from) > tick(to()) - tick(from());
        }

        private long tick(int note) {
            return line.onsets()[note];
        }
    }

    List<Match> matches(Score take, long fromTick) {
        List<Found> found = new ArrayList<>();
        long notes = 0;
        for (Line line : Line.of(take)) {
            int from = 0;
            while (from < line.size() && line.onsets()[from] < fromTick) {
                from++;
            }
            notes += line.size() - from;
            found(line, runs(line, from), found);
        }
        double chance = StrictMath.log(Math.max(1, notes)) / LN_2;
        return pruned(found).stream().map(one -> match(one, chance)).toList();
    }

    /// All runs of a line of the take, by first note.
    private List<Run> runs(Line line, int from) {
        int[] codes = Step.codes(line);
        long[] hashes = Step.hashes(codes);
        double[] sums = sums(codes, hashes);
        List<Run> runs = new ArrayList<>();
        boolean first = true;
        long notes = 0;
        for (int at = from; at < hashes.length && notes < MOST_NOTES; at++) {
            int hash = Step.stored(hashes[at]);
            int place = table.last(hash);
            for (int looked = 0; place >= 0 && looked < MOST_PLACES && notes < MOST_NOTES; looked++) {
                if (table.hash(place) == hash && (first || !continues(hashes[at - 1], place))) {
                    notes += run(line, hashes, sums, at, place, runs);
                }
                place = table.before(place);
            }
            // Where not all places were looked at, a run through here begins at the next passage.
            first = place >= 0;
        }
        return runs;
    }

    /// How surprising the steps before each note are, all together. A step that only goes on with a pattern heard shortly before (a
    /// scale, a broken chord) surprises nobody.
    private double[] sums(int[] codes, long[] hashes) {
        double[] sums = new double[codes.length + 1];
        for (int i = 0; i < codes.length; i++) {
            int passage = i - Step.PASSAGE + 1;
            boolean expected = false;
            for (int before = Math.max(0, passage - REMEMBERED); before < passage && !expected; before++) {
                expected = hashes[before] == hashes[passage];
            }
            sums[i + 1] = sums[i] + (expected ? 0 : table.bits(codes[i]));
        }
        return sums;
    }

    /// Whether a run that has begun earlier goes through a place.
    private boolean continues(long hashBefore, int place) {
        return place > 0 && table.hash(place - 1) == Step.stored(hashBefore) && table.start(table.line(place)) < place;
    }

    /// Adds the run that begins here.
    ///
    /// @return its notes
    private int run(Line line, long[] hashes, double[] sums, int at, int place, List<Run> runs) {
        int holder = table.line(place);
        int start = table.start(holder);
        int most = Math.min(hashes.length - at, table.start(holder + 1) - place);
        int length = 1;
        while (length < most && table.hash(place + length) == Step.stored(hashes[at + length])) {
            length++;
        }
        IndexedLine indexed = index.lines().get(holder);
        if (!among.test(index.pieces().get(indexed.piece()))) {
            return length;
        }
        int transposition = line.pitches()[at] - Step.unveiled(indexed.pitches()[place - start], hashes[at]);
        runs.add(new Run(holder, at, place - start, length + Step.PASSAGE, transposition,
                sums[at + length - 1 + Step.PASSAGE] - sums[at]));
        return length;
    }

    /// Adds, of the runs that begin at each note, the weightiest, and all chains.
    private static void found(Line line, List<Run> runs, List<Found> found) {
        Run best = null;
        for (Run run : runs) {
            if (best != null && best.at() != run.at()) {
                found.add(verbatim(line, best));
                best = null;
            }
            best = best == null || WEIGHT.compare(run, best) < 0 ? run : best;
        }
        if (best != null) {
            found.add(verbatim(line, best));
        }
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(TOGETHER);
        for (int from = 0; from < sorted.size();) {
            int to = from + 1;
            while (to < sorted.size() && sorted.get(to).line() == sorted.get(from).line()
                    && sorted.get(to).transposition() == sorted.get(from).transposition()) {
                to++;
            }
            if (to > from + 1) {
                for (Chain chain : Chain.of(sorted.subList(from, to))) {
                    found.add(new Found(line, chain.first(), chain.last(), chain.notes(), false, chain.bits()));
                }
            }
            from = to;
        }
    }

    private static Found verbatim(Line line, Run run) {
        return new Found(line, run, run, run.notes(), true, run.bits());
    }

    private static List<Found> pruned(List<Found> found) {
        found.sort(ORDER);
        List<Found> kept = new ArrayList<>();
        for (Found one : found) {
            if (kept.size() == MOST_MATCHES) {
                break;
            }
            if (kept.stream().noneMatch(one::hiddenBy)) {
                kept.add(one);
            }
        }
        return kept;
    }

    private Match match(Found found, double chance) {
        IndexedLine line = index.lines().get(found.first.line());
        Line take = found.line;
        double excess = found.bits - chance;
        return new Match(take.part(), take.bars()[found.from()], take.bars()[found.to()], index.pieces().get(line.piece()),
                line.bar(found.first.place()), line.bar(found.last.placeEnd() - 1), found.notes,
                (double) (take.onsets()[found.to()] - take.onsets()[found.from()]) / take.resolution(), found.verbatim,
                found.first.transposition(), found.bits, excess, excess > index.band().excess());
    }
}
