package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.CorpusFacts.Near;
import dev.cadenza.corpus.collection.CorpusFacts.RuleCount;
import dev.cadenza.corpus.collection.CorpusFacts.ShareCount;
import dev.cadenza.corpus.page.Chart;
import dev.cadenza.corpus.page.Chart.Bar;
import dev.cadenza.corpus.page.Page;
import dev.cadenza.corpus.page.Page.Figure;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an import came to, as a page with pictures: what was kept and why the rest was not, how it is split, and what the
/// music is like.
final class CorpusPage {

    private static final int CLUSTERS = 12;
    private static final int MEMBERS = 4;

    private final CorpusFacts facts;
    private final Tally tally;
    private final Page page;

    private CorpusPage(CorpusFacts facts, Tally tally) {
        this.facts = facts;
        this.tally = tally;
        this.page = new Page(facts.name(), "What Cadenza found in this music, what it kept, and why it left the rest.");
    }

    /// @param named some of what was dropped
    static String of(CorpusFacts facts, Tally tally, MusicTally music, List<NearCluster> clusters, List<StoredPiece> named) {
        CorpusPage page = new CorpusPage(facts, tally);
        page.summary();
        page.kept(named);
        page.repairs();
        page.near(clusters);
        page.split();
        if (tally.kept() > 0) {
            new MusicPage(page.page, music, tally).write();
        }
        return page.page.html("Made by Cadenza with seed " + facts.seed() + ". The same music and the same request make the same page.");
    }

    private void summary() {
        page.figures(List.of(new Figure("pieces", number(tally.kept())), new Figure("notes", number(tally.notes())),
                new Figure("of music", Words.duration(tally.seconds())),
                new Figure(tally.mostParts() == 1 ? "part" : "parts at most", number(tally.mostParts()))));
        page.table(List.of("Source", "Read as", "Licence"), facts.sources().stream().map(source -> List.of(source.name(),
                source.layout().equals("files") ? "single files" : source.layout(), source.licence())).toList());
    }

    private void kept(List<StoredPiece> named) {
        int repaired = tally.count(Verdict.REPAIRED);
        int dropped = tally.count(Verdict.DROPPED);
        page.heading("What was kept");
        page.paragraph(dropped == 0 ? "Everything that was found was kept." : String.format(Locale.ROOT,
                "Of %,d pieces %,d were kept and %,d were not.", tally.kept() + dropped, tally.kept(), dropped));
        page.chart(new Chart.Whole("Pieces found", List.of(Bar.of("kept as they are", tally.kept() - repaired),
                Bar.of("repaired and kept", repaired), Bar.of("dropped", dropped))));
        if (dropped > 0) {
            page.chart(new Chart.Rows("Why pieces were dropped", tally.dropped().entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                    .map(entry -> Bar.of(Words.code(entry.getKey()), entry.getValue())).toList()));
            page.table(List.of("Reason", "Pieces", "What it means"), tally.dropped().entrySet().stream().map(entry ->
                    List.of(Words.code(entry.getKey()), number(entry.getValue()), tally.reason(entry.getKey()))).toList());
            page.folded("Some of what was dropped", List.of("Piece", "Why"),
                    named.stream().map(piece -> List.of(piece.id(), piece.reason())).toList());
        }
        page.folded("The rules", List.of("Rule", "Threshold", "Flag of import", "Pieces that broke it"), facts.rules().stream()
                .sorted(Comparator.comparingInt(RuleCount::dropped).reversed()).map(rule -> List.of(Words.code(rule.code()),
                        rule.threshold().isEmpty() ? "not in force" : rule.threshold(), rule.flag(), number(rule.dropped()))).toList());
    }

    private void repairs() {
        if (!facts.repairs().isEmpty()) {
            page.heading("What was repaired");
            page.paragraph("The files stay as they are; what is stored is repaired.");
            page.table(List.of("Repair", "Pieces", "Times", "Such as"), facts.repairs().stream().map(repair -> List.of(
                    Words.code(repair.code()), number(repair.pieces()), number(repair.times()), repair.says())).toList());
        }
    }

    private void near(List<NearCluster> clusters) {
        Near near = facts.near();
        page.heading("Pieces that are nearly the same");
        if (near.clusters() == 0) {
            page.paragraph("None: no piece is a version of another, in whatever key, tempo or instruments.");
            return;
        }
        page.paragraph(String.format(Locale.ROOT, "%,d pieces are versions of others, whatever their key, tempo and instruments: %,d %s, "
                + "the largest of %,d. %s", near.pieces(), near.clusters(), near.clusters() == 1 ? "cluster" : "clusters",
                near.largest(), near.kept() == NearDuplicates.DROP ? "The best of each was kept."
                        : "Each cluster lies on one side of the split, so that a model is never judged by what it has learnt."));
        if (near.straddling() > 0) {
            page.paragraph(String.format(Locale.ROOT, "%,d clusters lie on several sides of the split, because publishers put them there: "
                    + "figures on what was held back flatter a model that learnt from the rest.", near.straddling()));
        }
        page.folded("The largest clusters", List.of("Pieces", "Such as", "Similarity"), clusters.stream()
                .sorted(Comparator.<NearCluster>comparingInt(cluster -> cluster.members().size()).reversed()
                        .thenComparingInt(NearCluster::number)).limit(CLUSTERS).map(CorpusPage::cluster).toList());
    }

    private static List<String> cluster(NearCluster cluster) {
        List<String> names = new ArrayList<>(cluster.members().stream().limit(MEMBERS).map(NearCluster.Member::id).toList());
        if (cluster.members().size() > MEMBERS) {
            names.add("...");
        }
        double least = cluster.members().stream().mapToDouble(NearCluster.Member::similarity).min().orElse(0);
        double most = cluster.members().stream().mapToDouble(NearCluster.Member::similarity).max().orElse(0);
        return List.of(number(cluster.members().size()), String.join("; ", names), String.format(Locale.ROOT, "%.2f - %.2f", least, most));
    }

    private void split() {
        page.heading("How it is split");
        page.chart(new Chart.Whole("Pieces", List.of(share("to learn from (train)", Share.TRAIN),
                share("to choose by (valid)", Share.VALID), share("to measure by (test)", Share.TEST))));
        page.table(List.of("Side", "Pieces", "Put there by publishers", "Notes", "Music"), facts.shares().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue())).toList());
    }

    private Bar share(String name, Share share) {
        return Bar.of(name, tally.count(share));
    }

    private static List<String> row(Share share, ShareCount count) {
        return List.of(share.name().toLowerCase(Locale.ROOT), number(count.pieces()), number(count.stated()), number(count.notes()),
                Words.duration(count.seconds()));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
