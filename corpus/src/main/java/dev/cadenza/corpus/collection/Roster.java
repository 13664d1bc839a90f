package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.Judge.Judged;
import dev.cadenza.corpus.near.Likeness;
import dev.cadenza.corpus.near.Likeness.Member;
import dev.cadenza.corpus.near.Sketch;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What is remembered of every piece while a corpus is made (at most a kilobyte each, most of it a [Sketch]), and what is
/// decided when all of them are known: which repeat others, which are nearly the same, which share each belongs to.
final class Roster {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Notes, Integer> firstByNotes = new HashMap<>();

    /// Half of the SHA-256 of a piece's notes.
    private record Notes(long high, long low) {
        static Notes of(String hash) {
            return new Notes(Long.parseUnsignedLong(hash, 0, 16, 16), Long.parseUnsignedLong(hash, 16, 32, 16));
        }
    }

    /// @param first number of the first piece with the same notes, its own where it is that
    private record Entry(String id, Share share, boolean kept, boolean repaired, long notes, int first, Sketch sketch) {
    }

    /// Adds a piece.
    void add(Judged judged) {
        StoredPiece piece = judged.piece();
        boolean fit = piece.verdict() != Verdict.DROPPED;
        int first = fit ? firstByNotes.computeIfAbsent(Notes.of(piece.notesHash()), _ -> entries.size()) : entries.size();
        // One with the notes of an earlier one is dropped, unless its publisher put it where it is.
        boolean kept = fit && (first == entries.size() || piece.share() != Share.OPEN);
        entries.add(new Entry(piece.id(), piece.share(), kept, piece.verdict() == Verdict.REPAIRED,
                piece.facts().map(Facts::notes).orElse(0L), first, kept ? judged.sketch() : Sketch.NONE));
    }

    /// How many pieces there are.
    int size() {
        return entries.size();
    }

    /// What was decided.
    ///
    /// @param best for each piece: the number of the one that is kept in its place; its own where it is kept itself, or
    ///             dropped for another reason
    /// @param cluster for each piece: number of its cluster from 1, 0 for none
    /// @param shares for each piece that is kept
    record Settled(List<String> ids, int[] first, int[] best, int[] cluster, Share[] shares, List<NearCluster> clusters) {
    }

    /// Decides.
    Settled settle(ImportRequest request) {
        List<List<Member>> alike = Likeness.clusters(entries.stream().map(Entry::sketch).toList());
        int[] cluster = new int[entries.size()];
        int[] best = new int[entries.size()];
        Arrays.setAll(best, i -> i);
        for (int i = 0; i < alike.size(); i++) {
            int chosen = best(alike.get(i));
            for (Member member : alike.get(i)) {
                cluster[member.index()] = i + 1;
                boolean dropped = request.near() == NearDuplicates.DROP && entries.get(member.index()).share == Share.OPEN;
                best[member.index()] = dropped ? chosen : member.index();
            }
        }
        int[] kept = IntStream.range(0, entries.size()).filter(i -> entries.get(i).kept && best[i] == i).toArray();
        List<Share> split = Split.of(Arrays.stream(kept).mapToObj(i -> new Split.Unit(entries.get(i).id, entries.get(i).share, cluster[i]))
                .toList(), request.seed(), request.validShare(), request.testShare());
        Share[] shares = new Share[entries.size()];
        Arrays.fill(shares, Share.OPEN);
        for (int i = 0; i < kept.length; i++) {
            shares[kept[i]] = split.get(i);
        }
        List<NearCluster> clusters = new ArrayList<>();
        alike.forEach(members -> clusters.add(cluster(clusters.size() + 1, members, shares, best)));
        return new Settled(entries.stream().map(Entry::id).toList(), entries.stream().mapToInt(Entry::first).toArray(), best, cluster,
                shares, clusters);
    }

    /// The one that is kept of a cluster: one whose publisher says where it belongs, read without repair, with most notes; the
    /// first of these.
    private int best(List<Member> members) {
        return members.stream().map(Member::index).min(Comparator.<Integer, Boolean>comparing(i -> entries.get(i).share == Share.OPEN)
                .thenComparing(i -> entries.get(i).repaired).thenComparing(i -> -entries.get(i).notes)
                .thenComparing(i -> i)).orElseThrow();
    }

    private NearCluster cluster(int number, List<Member> members, Share[] shares, int[] best) {
        List<NearCluster.Member> named = members.stream().map(member -> new NearCluster.Member(entries.get(member.index()).id,
                shares[member.index()], best[member.index()] == member.index(), entries.get(member.nearest()).id,
                Math.round(member.similarity() * 1000) / 1000.0)).toList();
        return new NearCluster(number, named);
    }
}
