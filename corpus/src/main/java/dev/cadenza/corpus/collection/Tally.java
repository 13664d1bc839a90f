package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.CorpusFacts.Counts;
import dev.cadenza.corpus.collection.CorpusFacts.RepairCount;
import dev.cadenza.corpus.collection.CorpusFacts.ShareCount;
import dev.cadenza.corpus.collection.Facts.PartFacts;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Share;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts pieces as they come, in memory that does not grow with them.
final class Tally {

    private static final int SHOWN = 10;

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Share, Integer> shares = new EnumMap<>(Share.class);
    private final SortedMap<String, Integer> dropped = new TreeMap<>();
    private final Map<String, String> droppedExamples = new TreeMap<>();
    private final SortedMap<String, RepairCount> repaired = new TreeMap<>();
    private final SortedMap<Share, ShareCount> byShare = new TreeMap<>();
    private final SortedMap<String, Integer> keys = new TreeMap<>();
    private final SortedMap<String, Integer> metres = new TreeMap<>();
    private final SortedMap<String, Integer> instruments = new TreeMap<>();
    private final int[] tempos = new int[Histogram.TEMPOS.size()];
    private final int[] lengths = new int[Histogram.LENGTHS.size()];
    private int lowest = 128;
    private int highest = -1;
    private int keysStated;
    private int repeating;
    private int mostParts;
    private long notes;
    private double seconds;

    Tally() {
        for (Share share : List.of(Share.TRAIN, Share.VALID, Share.TEST)) {
            byShare.put(share, new ShareCount(0, 0, 0, 0));
        }
    }

    /// @param stated whether its publisher says where it belongs
    void add(StoredPiece piece, boolean stated) {
        verdicts.merge(piece.verdict(), 1, Integer::sum);
        if (piece.verdict() == Verdict.DROPPED) {
            dropped.merge(piece.code(), 1, Integer::sum);
            droppedExamples.putIfAbsent(piece.code(), piece.reason());
            return;
        }
        shares.merge(piece.share(), 1, Integer::sum);
        piece.repairs().forEach(repair -> repaired.merge(repair.code(), new RepairCount(repair.code(), repair.says(), 1, repair.times()),
                (a, b) -> new RepairCount(a.code(), a.says(), a.pieces() + b.pieces(), a.times() + b.times())));
        piece.facts().ifPresent(facts -> byShare.merge(piece.share(), new ShareCount(1, stated ? 1 : 0, facts.notes(), facts.seconds()),
                (a, b) -> new ShareCount(a.pieces() + b.pieces(), a.stated() + b.stated(), a.notes() + b.notes(), a.seconds() + b.seconds())));
        repeating += piece.repeats().isEmpty() ? 0 : 1;
        piece.facts().ifPresent(this::add);
    }

    private void add(Facts facts) {
        notes += facts.notes();
        seconds += facts.seconds();
        keysStated += facts.keyStated() ? 1 : 0;
        keys.merge(facts.key().isEmpty() ? "none" : facts.key(), 1, Integer::sum);
        metres.merge(facts.meters().getFirst(), 1, Integer::sum);
        tempos[Histogram.index(Histogram.TEMPOS, facts.slowest())]++;
        lengths[Histogram.index(Histogram.LENGTHS, facts.seconds())]++;
        facts.parts().stream().map(PartFacts::instrumentName).distinct().forEach(name -> instruments.merge(name, 1, Integer::sum));
        mostParts = Math.max(mostParts, facts.parts().size());
        for (PartFacts part : facts.parts()) {
            if (!part.instrument().drums()) {
                lowest = Math.min(lowest, part.lowest());
                highest = Math.max(highest, part.highest());
            }
        }
    }

    int kept() {
        return count(Verdict.KEPT) + count(Verdict.REPAIRED);
    }

    int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    int count(Share share) {
        return shares.getOrDefault(share, 0);
    }

    Counts counts() {
        return new Counts(kept(), count(Verdict.REPAIRED), count(Verdict.DROPPED), count(Share.TRAIN), count(Share.VALID),
                count(Share.TEST), notes, Math.round(seconds * 1000) / 1000.0);
    }

    SortedMap<String, Integer> dropped() {
        return dropped;
    }

    /// The reason that a code stands for, where it names no single piece.
    String reason(String code) {
        return code.equals("DUPLICATE") ? "the same notes as another piece."
                : code.equals("NEAR_DUPLICATE") ? "nearly the same music as another piece." : droppedExamples.get(code).replaceFirst("^(byte|line) [0-9]+: ", "");
    }

    /// The most frequent first.
    List<RepairCount> repaired() {
        return repaired.values().stream().sorted(Comparator.comparingInt(RepairCount::pieces).reversed()
                .thenComparing(RepairCount::code)).toList();
    }

    SortedMap<Share, ShareCount> shares() {
        SortedMap<Share, ShareCount> rounded = new TreeMap<>();
        byShare.forEach((share, count) -> rounded.put(share, new ShareCount(count.pieces(), count.stated(), count.notes(),
                Math.round(count.seconds() * 1000) / 1000.0)));
        return rounded;
    }

    long notes() {
        return notes;
    }

    double seconds() {
        return seconds;
    }

    int keysStated() {
        return keysStated;
    }

    int repeating() {
        return repeating;
    }

    int mostParts() {
        return mostParts;
    }

    /// Lowest and highest MIDI key of all parts but drums; empty where there are only drums.
    List<Integer> range() {
        return highest < 0 ? List.of() : List.of(lowest, highest);
    }

    /// How many pieces are in a key.
    int key(String name) {
        return keys.getOrDefault(name, 0);
    }

    List<Histogram.Bar> keys() {
        return Histogram.most(keys, SHOWN);
    }

    List<Histogram.Bar> metres() {
        return Histogram.most(metres, SHOWN);
    }

    List<Histogram.Bar> instruments() {
        return Histogram.most(instruments, SHOWN);
    }

    List<Histogram.Bar> tempos() {
        return Histogram.bars(Histogram.TEMPOS, tempos);
    }

    List<Histogram.Bar> lengths() {
        return Histogram.bars(Histogram.LENGTHS, lengths);
    }
}
