package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.collection.Encoder.Encoded;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.ImportReport;
import dev.cadenza.corpus.read.ImportReport.Entry;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.corpus.read.ScoreFiles;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/// Encoded pieces on their way to a corpus, in order. Of pieces with the same tokens the first is kept, unless their
/// publisher put them where they are: a published split stays whole.
final class Gathering {

    private final Tokenizer tokenizer;
    private final ImportListener listener;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Encoded> kept = new ArrayList<>();
    private final Map<String, String> seen = new HashMap<>();
    private long items;
    private boolean several;

    Gathering(Tokenizer tokenizer, ImportListener listener) {
        this.tokenizer = tokenizer;
        this.listener = listener;
    }

    /// Adds what became of an item.
    ///
    /// @param total how many items there are
    void add(List<Encoded> item, long total) {
        several |= item.size() != 1;
        item.forEach(this::add);
        listener.progress("reading", Math.min(++items, total), total);
        if (listener.stopRequested()) {
            throw new CancellationException();
        }
    }

    private void add(Encoded encoded) {
        String first = encoded.pieces().isEmpty() ? null : seen.putIfAbsent(encoded.plainHash(), encoded.entry().id());
        if (first != null && encoded.share() == Share.OPEN) {
            entries.add(new Entry(encoded.entry().id(), Verdict.DROPPED, "DUPLICATE",
                    "the same notes as another " + unit(), 0, 0));
            return;
        }
        entries.add(encoded.entry());
        if (!encoded.pieces().isEmpty()) {
            kept.add(encoded);
        }
    }

    private String unit() {
        return several ? "piece" : "file";
    }

    /// How many pieces there were, usable or not.
    int sources() {
        return entries.size();
    }

    /// @throws RequestException NOTHING_USABLE where no piece can be used
    Corpus corpus(String source, long seed, double validShare) {
        ImportReport report = new ImportReport(unit(), entries);
        if (kept.isEmpty()) {
            throw new RequestException(source, "NOTHING_USABLE", entries.isEmpty()
                    ? "there are no music files in it (" + String.join(", ", ScoreFiles.endings()) + ")."
                    : "none of its music can be used: " + report + ".", "Name a folder with music to learn from.");
        }
        List<Share> shares = Split.of(kept.stream().map(e -> new Split.Unit(e.entry().id(), e.share())).toList(), seed, validShare, 0);
        Map<Share, List<Piece>> parts = new EnumMap<>(Share.class);
        for (int i = 0; i < kept.size(); i++) {
            parts.computeIfAbsent(shares.get(i), _ -> new ArrayList<>()).addAll(kept.get(i).pieces());
        }
        return new Corpus(tokenizer, parts.getOrDefault(Share.TRAIN, List.of()), parts.getOrDefault(Share.VALID, List.of()),
                parts.getOrDefault(Share.TEST, List.of()), report).at(usualTempo());
    }

    private OptionalDouble usualTempo() {
        double[] tempos = kept.stream().map(Encoded::quartersPerMinute).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
        return tempos.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.rint(tempos[tempos.length / 2]));
    }
}
