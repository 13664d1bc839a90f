package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.CorpusFacts.Near;
import dev.cadenza.corpus.collection.CorpusFacts.RuleCount;
import dev.cadenza.corpus.collection.CorpusFacts.Source;
import dev.cadenza.corpus.collection.Judge.Judged;
import dev.cadenza.corpus.collection.Roster.Settled;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.corpus.store.ShardWriter;
import dev.cadenza.score.AtomicFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// Writes a corpus into an empty folder, when all of its pieces are known and it is settled what becomes of each. It goes
/// through them once, holding those of one item at a time.
final class CorpusWriter {

    private static final int NAMED = 10;

    private final Path folder;
    private final ImportRequest request;
    private final Settled settled;
    private final Tally tally = new Tally();
    private final MusicTally music = new MusicTally();
    private final List<StoredPiece> named = new ArrayList<>();
    private int number;

    CorpusWriter(Path folder, ImportRequest request, Settled settled) {
        this.folder = folder;
        this.request = request;
        this.settled = settled;
    }

    /// @param items the pieces of each item, in the order in which they were settled
    CorpusFacts write(Iterator<List<Judged>> items, List<Source> sources, SortedMap<String, Integer> otherFiles) throws IOException {
        List<String> names = new ArrayList<>();
        try (ShardWriter shards = new ShardWriter(folder, ShardWriter.USUAL_BYTES)) {
            AtomicFiles.write(folder.resolve(StoredCorpus.PIECES), out -> {
                BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                while (items.hasNext()) {
                    for (Judged judged : items.next()) {
                        line(lines, PieceJson.write(piece(judged, shards)));
                    }
                }
                lines.flush();
            });
            names.addAll(shards.names());
        }
        AtomicFiles.write(folder.resolve(StoredCorpus.NEAR), out -> {
            BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            for (NearCluster cluster : settled.clusters()) {
                line(lines, CorpusPartsJson.cluster(cluster));
            }
            lines.flush();
        });
        CorpusFacts facts = new CorpusFacts(request.name(), sources, request.seed(), request.validShare(), request.testShare(),
                tally.counts(), rules(), tally.repaired(), near(), tally.shares(), tally.dropped(), otherFiles, new TreeMap<>());
        AtomicFiles.write(folder.resolve(StoredCorpus.REPORT), ReportText.of(tally, facts, named).getBytes(StandardCharsets.UTF_8));
        AtomicFiles.write(folder.resolve(StoredCorpus.PAGE), CorpusPage.of(facts, tally, music, settled.clusters(), named)
                .getBytes(StandardCharsets.UTF_8));
        names.addAll(List.of(StoredCorpus.PIECES, StoredCorpus.NEAR, StoredCorpus.REPORT, StoredCorpus.PAGE));
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : names) {
            files.put(name, Hashes.of(folder.resolve(name)));
        }
        CorpusFacts whole = facts.withFiles(files);
        AtomicFiles.write(folder.resolve(StoredCorpus.FACTS), CorpusJson.write(whole));
        return whole;
    }

    /// A piece as it was settled, its score in a shard.
    private StoredPiece piece(Judged judged, ShardWriter shards) throws IOException {
        int index = number++;
        StoredPiece piece = judged.piece().inCluster(settled.cluster()[index]);
        boolean stated = piece.share() != Share.OPEN;
        if (piece.verdict() != Verdict.DROPPED && settled.first()[index] != index) {
            String first = settled.ids().get(settled.first()[index]);
            piece = stated ? piece.repeating(first) : piece.duplicateOf(first);
        }
        if (piece.verdict() != Verdict.DROPPED && settled.best()[index] != index) {
            piece = piece.nearlyAs(settled.ids().get(settled.best()[index]));
        }
        if (piece.verdict() != Verdict.DROPPED) {
            piece = piece.withPlace(shards.add(judged.packed())).withShare(settled.shares()[index]);
        } else if (named.size() < NAMED) {
            named.add(piece);
        }
        tally.add(piece, stated);
        if (piece.verdict() != Verdict.DROPPED) {
            piece.facts().ifPresent(music::add);
        }
        return piece;
    }

    private static void line(BufferedWriter out, ObjectNode json) throws IOException {
        out.write(CorpusJson.MAPPER.writeValueAsString(json));
        out.write('\n');
    }

    private List<RuleCount> rules() {
        return Arrays.stream(Rule.values()).map(rule -> new RuleCount(rule.name(), rule.flag(), rule.threshold(request.rules()),
                rule.words(request.rules()), tally.dropped().getOrDefault(rule.name(), 0))).toList();
    }

    private Near near() {
        List<NearCluster> clusters = settled.clusters();
        return new Near(request.near(), clusters.size(), clusters.stream().mapToInt(cluster -> cluster.members().size()).sum(),
                clusters.stream().mapToInt(cluster -> cluster.members().size()).max().orElse(0),
                (int) clusters.stream().flatMap(cluster -> cluster.members().stream()).filter(member -> !member.kept()).count(),
                (int) clusters.stream().filter(NearCluster::straddles).count());
    }
}
