package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.StoredPiece.SourceFile;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.corpus.store.PackedScore;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.TempoMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads items and judges their pieces. It keeps nothing and is used by several threads.
final class Judge {

    private static final int LEAST_NOTES = 8;
    private static final long MOST_NOTES = 100_000;
    private static final double MOST_HOURS = 6;

    private final ImportListener listener;

    Judge(ImportListener listener) {
        this.listener = listener;
    }

    /// A piece with its score packed; no bytes where it was dropped.
    record Judged(StoredPiece piece, byte[] packed) {
    }

    /// What became of an item: one or more pieces.
    List<Judged> item(Item item, String prefix, Path root) {
        List<SourceFile> files = new ArrayList<>();
        try {
            for (Path file : item.files()) {
                files.add(new SourceFile(name(root, file), Hashes.of(file)));
            }
        } catch (IOException e) {
            return List.of(dropped(prefix + item.id(), "CANNOT_READ", "the file cannot be read.", files));
        }
        return switch (ItemRead.of(item, listener)) {
            case ItemRead.Failure failure -> List.of(dropped(prefix + item.id(), failure.code(), failure.reason(), files));
            case ItemRead.Pieces read when read.pieces().isEmpty() ->
                List.of(dropped(prefix + item.id(), "NO_NOTES", "there is no music in it.", files));
            case ItemRead.Pieces read -> read.pieces().stream().map(piece -> piece(piece, prefix, files)).toList();
        };
    }

    private static String name(Path root, Path file) {
        Path real = file.toAbsolutePath();
        Path inside = real.startsWith(root) && !real.equals(root) ? root.relativize(real) : real.getFileName();
        return inside.toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private static Judged dropped(String id, String code, String reason, List<SourceFile> files) {
        return new Judged(StoredPiece.dropped(id, code, reason, files), new byte[0]);
    }

    private Judged piece(SourcePiece piece, String prefix, List<SourceFile> files) {
        String id = prefix + piece.id();
        try {
            return judged(piece, id, files);
        } catch (RuntimeException e) {
            listener.fault(id, e);
            return dropped(id, ItemRead.INTERNAL, "Cadenza failed to look at it; this is a fault of its own.", files);
        }
    }

    private static Judged judged(SourcePiece piece, String id, List<SourceFile> files) {
        Score score = piece.score();
        long notes = score.parts().stream().mapToLong(part -> part.notes().size()).sum();
        if (notes == 0) {
            String[] why = (piece.repairs().isEmpty() ? "NO_NOTES: it has no notes." : piece.repairs().getFirst()).split(": ", 2);
            return dropped(id, why[0], why[why.length - 1], files);
        }
        if (notes < LEAST_NOTES) {
            return dropped(id, "TOO_FEW_NOTES", "it has fewer than " + LEAST_NOTES + " notes.", files);
        }
        if (notes > MOST_NOTES) {
            return dropped(id, "TOO_MANY_NOTES", "it has more than " + MOST_NOTES + " notes.", files);
        }
        if (TempoMap.of(score).seconds(score.end()) > MOST_HOURS * 3600) {
            return dropped(id, "TOO_LONG", "it lasts longer than " + (int) MOST_HOURS + " hours.", files);
        }
        byte[] packed = PackedScore.pack(score);
        if (packed.length == 0) {
            return dropped(id, "TOO_LARGE", "it needs more than " + (PackedScore.MOST_PLAIN_BYTES >> 20) + " MB.", files);
        }
        boolean repaired = !piece.repairs().isEmpty();
        return new Judged(new StoredPiece(id, piece.share(), repaired ? Verdict.REPAIRED : Verdict.KEPT,
                piece.repairCode(), "", "", piece.repairs(), files, Hashes.ofNotes(score),
                Optional.of(Facts.of(score)), Optional.empty()), packed);
    }
}
