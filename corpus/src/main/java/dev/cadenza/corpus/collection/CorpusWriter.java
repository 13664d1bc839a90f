package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.CorpusFacts.Source;
import dev.cadenza.corpus.collection.Judge.Judged;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.store.ShardWriter;
import dev.cadenza.score.AtomicFiles;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes a corpus into an empty folder, piece by piece. Of the pieces nothing stays in memory but ids and hashes: their
/// lines wait in a file until the split is known.
final class CorpusWriter implements AutoCloseable {

    private static final String WAITING = "pieces.waiting";
    private static final int NAMED = 10;

    private final Path folder;
    private final ShardWriter shards;
    private final BufferedWriter waiting;
    private final Map<String, String> firstByNotes = new HashMap<>();
    private final List<Split.Unit> units = new ArrayList<>();

    CorpusWriter(Path folder) throws IOException {
        this.folder = folder;
        this.shards = new ShardWriter(folder, ShardWriter.USUAL_BYTES);
        this.waiting = Files.newBufferedWriter(folder.resolve(WAITING), StandardCharsets.UTF_8);
    }

    /// Adds a piece. One with the notes of an earlier one is dropped, unless its publisher put it where it is.
    void add(Judged judged) throws IOException {
        StoredPiece piece = judged.piece();
        if (piece.verdict() != Verdict.DROPPED) {
            String first = firstByNotes.putIfAbsent(piece.notesHash(), piece.id());
            if (first != null) {
                piece = piece.share() == Share.OPEN ? piece.duplicateOf(first) : piece.repeating(first);
            }
        }
        if (piece.verdict() != Verdict.DROPPED) {
            piece = piece.withPlace(shards.add(judged.packed()));
            units.add(new Split.Unit(piece.id(), piece.share()));
        }
        line(waiting, piece);
    }

    private static void line(BufferedWriter out, StoredPiece piece) throws IOException {
        out.write(CorpusJson.MAPPER.writeValueAsString(PieceJson.write(piece)));
        out.write('\n');
    }

    /// Ends the corpus: splits it, and writes what is known of it as a whole.
    CorpusFacts finish(ImportRequest request, List<Source> sources, SortedMap<String, Integer> otherFiles) throws IOException {
        shards.close();
        waiting.close();
        Tally tally = new Tally();
        List<StoredPiece> named = new ArrayList<>();
        Iterator<Share> shares = Split.of(units, request.seed(), request.validShare(), request.testShare()).iterator();
        AtomicFiles.write(folder.resolve(StoredCorpus.PIECES), out -> {
            BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            try (BufferedReader reader = Files.newBufferedReader(folder.resolve(WAITING), StandardCharsets.UTF_8)) {
                for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                    StoredPiece piece = PieceJson.read(CorpusJson.MAPPER.readTree(text));
                    piece = piece.place().isPresent() ? piece.withShare(shares.next()) : piece;
                    if (piece.verdict() == Verdict.DROPPED && named.size() < NAMED) {
                        named.add(piece);
                    }
                    tally.add(piece);
                    line(lines, piece);
                }
            }
            lines.flush();
        });
        Files.delete(folder.resolve(WAITING));
        SortedMap<String, String> files = new TreeMap<>();
        CorpusFacts facts = new CorpusFacts(request.name(), sources, request.seed(), request.validShare(), request.testShare(),
                tally.counts(), tally.dropped(), otherFiles, files);
        AtomicFiles.write(folder.resolve(StoredCorpus.REPORT), ReportText.of(tally, facts, named).getBytes(StandardCharsets.UTF_8));
        List<String> names = new ArrayList<>(shards.names());
        names.addAll(List.of(StoredCorpus.PIECES, StoredCorpus.REPORT));
        for (String name : names) {
            files.put(name, Hashes.of(folder.resolve(name)));
        }
        CorpusFacts whole = new CorpusFacts(request.name(), sources, request.seed(), request.validShare(), request.testShare(),
                tally.counts(), tally.dropped(), otherFiles, files);
        AtomicFiles.write(folder.resolve(StoredCorpus.FACTS), CorpusJson.write(whole));
        return whole;
    }

    @Override
    public void close() throws IOException {
        try (waiting) {
            shards.close();
        }
    }
}
