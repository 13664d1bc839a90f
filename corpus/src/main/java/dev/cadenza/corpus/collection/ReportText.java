package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.ScoreFiles;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.score.Pitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What an import came to, in words for a musician.
final class ReportText {

    private static final int BAR = 30;
    private static final int NAMED = 10;

    private final StringBuilder text = new StringBuilder();

    private ReportText() {
    }

    /// @param tally what was counted
    /// @param facts the corpus; its hashes are not looked at
    /// @param named some of what was dropped, in the order of the sources
    static String of(Tally tally, CorpusFacts facts, List<StoredPiece> named) {
        ReportText report = new ReportText();
        report.summary(tally, facts);
        report.near(facts.near());
        report.dropped(tally, named);
        report.music(tally);
        return report.text.toString();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }

    private void summary(Tally tally, CorpusFacts facts) {
        int dropped = tally.count(Verdict.DROPPED);
        line("%s: kept %,d of %s%s.", facts.name(), tally.kept(), pieces(tally.kept() + dropped), dropped == 0 ? "" : String.format(
                Locale.ROOT, ", dropped %,d", dropped));
        line("%,d notes, %s of music, %s.", tally.notes(), Words.duration(tally.seconds()), tally.mostParts() == 1 ? "one part each"
                : "up to " + tally.mostParts() + " parts");
        for (CorpusFacts.Source source : facts.sources()) {
            line("From %s, read as %s; licence: %s%s.", source.name(), source.layout().equals("files") ? "single files" : source.layout(),
                    source.licence(), source.licenceText().isEmpty() ? "" : " (its text is kept)");
        }
        line("Split: %,d to learn from (train), %,d to choose by (valid), %,d to measure by (test).", tally.count(Share.TRAIN),
                tally.count(Share.VALID), tally.count(Share.TEST));
        int others = facts.otherFiles().values().stream().mapToInt(Integer::intValue).sum();
        if (others > 0) {
            line("%,d %s left aside: %s.", others, others == 1 ? "other file was" : "files of other kinds were", facts.otherFiles().entrySet()
                    .stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                    .limit(NAMED).map(entry -> entry.getValue() + (entry.getKey().equals("none") ? " without ending" : " " + entry.getKey()))
                    .collect(Collectors.joining(", ")));
            int music = facts.otherFiles().entrySet().stream().filter(entry -> ScoreFiles.isMusic("x" + entry.getKey()))
                    .mapToInt(Map.Entry::getValue).sum();
            if (music > 0) {
                line("Of these %,d could be read as music, and are no part of the data set; --layout files reads every file by itself.",
                        music);
            }
        }
        if (tally.repeating() > 0) {
            line("%s the notes of another but %s kept, for the publisher states the split.", tally.repeating() == 1 ? "1 piece repeats"
                    : tally.repeating() + " pieces repeat", tally.repeating() == 1 ? "was" : "were");
        }
    }

    private void near(CorpusFacts.Near near) {
        if (near.clusters() > 0) {
            line("%,d pieces are nearly the same as others, in %,d %s of up to %,d; %s.", near.pieces(), near.clusters(),
                    near.clusters() == 1 ? "cluster" : "clusters", near.largest(), near.kept() == NearDuplicates.DROP
                            ? String.format(Locale.ROOT, "%,d were dropped, the best of each cluster stays", near.dropped())
                            : "each cluster is on one side of the split");
        }
        if (near.straddling() > 0) {
            line("Of these clusters %,d straddle the split, because publishers put their pieces there: results on what was held back"
                    + " flatter a model that learnt from the rest.", near.straddling());
        }
    }

    private void dropped(Tally tally, List<StoredPiece> named) {
        if (!tally.dropped().isEmpty()) {
            line("%nDropped");
            tally.dropped().entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                    .thenComparing(Map.Entry.comparingByKey())).forEach(entry ->
                            line("%7d  %s: %s", entry.getValue(), entry.getKey(), tally.reason(entry.getKey())));
            line("    such as");
            named.forEach(piece -> line("         %s: %s", piece.id(), piece.reason()));
            if (named.size() < tally.count(Verdict.DROPPED)) {
                line("         ... and %d more, in %s", tally.count(Verdict.DROPPED) - named.size(), StoredCorpus.PIECES);
            }
        }
        if (!tally.repaired().isEmpty()) {
            line("%nRepaired and kept: %s", pieces(tally.count(Verdict.REPAIRED)));
            tally.repaired().stream().limit(NAMED).forEach(repair -> line("%7d  %s: %s%s", repair.pieces(), repair.code(), repair.says(),
                    repair.times() == repair.pieces() ? "" : String.format(Locale.ROOT, " (%,d times)", repair.times())));
        }
    }

    private void music(Tally tally) {
        if (tally.kept() == 0) {
            return;
        }
        histogram(String.format(Locale.ROOT, "Keys (%d stated, %d found from the notes)", tally.keysStated(),
                tally.kept() - tally.keysStated()), tally.keys());
        histogram("Metres (the first of each piece)", tally.metres());
        histogram("Tempos (the slowest of each piece, quarter notes a minute)", tally.tempos());
        histogram("Lengths", tally.lengths());
        histogram("Instruments (pieces they play in)", tally.instruments());
        if (!tally.range().isEmpty()) {
            line("%nRange: %s to %s", Pitch.of(tally.range().getFirst()), Pitch.of(tally.range().getLast()));
        }
    }

    private void histogram(String title, List<Histogram.Bar> bars) {
        line("%n%s", title);
        int most = bars.stream().mapToInt(Histogram.Bar::count).max().orElse(1);
        int width = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (Histogram.Bar bar : bars) {
            int length = Math.max(1, (int) ((long) BAR * bar.count() / most));
            lines.add(String.format(Locale.ROOT, "  %-" + width + "s  %-" + BAR + "s %d", bar.name(), "#".repeat(length), bar.count()));
        }
        lines.forEach(one -> line("%s", one));
    }

    private static String pieces(int count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "piece" : "pieces");
    }
}
