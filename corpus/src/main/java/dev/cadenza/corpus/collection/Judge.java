package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.StoredPiece.SourceFile;
import dev.cadenza.corpus.near.Sketch;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Repair;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.corpus.store.PackedScore;
import dev.cadenza.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads items and judges their pieces. It keeps nothing and is used by several threads.
final class Judge {

    /// No file of music is longer, and to hash one would take minutes.
    private static final long MOST_HASHED = 1L << 30;

    private final ImportRules rules;
    private final ImportListener listener;

    Judge(ImportRules rules, ImportListener listener) {
        this.rules = rules;
        this.listener = listener;
    }

    /// A piece with its score packed and its sketch; no bytes and no sketch where it was dropped.
    record Judged(StoredPiece piece, byte[] packed, Sketch sketch) {
        static Judged dropped(StoredPiece piece) {
            return new Judged(piece, new byte[0], Sketch.NONE);
        }
    }

    /// The files of an item with their hashes; none for what is longer than anything that is read.
    static List<SourceFile> files(Item item, Path root) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path file : item.files()) {
            files.add(new SourceFile(name(root, file), Files.size(file) > MOST_HASHED ? "" : Hashes.of(file)));
        }
        return files;
    }

    /// What became of an item whose files cannot be read.
    static List<Judged> unreadable(Item item, String prefix) {
        return List.of(dropped(prefix + item.id(), "CANNOT_READ", "the file cannot be read.", List.of()));
    }

    /// What became of an item: one or more pieces.
    List<Judged> item(Item item, String prefix, List<SourceFile> files) {
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
        return Judged.dropped(StoredPiece.dropped(id, code, reason, files));
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

    private Judged judged(SourcePiece read, String id, List<SourceFile> files) {
        Measures measures = new Measures(read.score());
        if (measures.notes() == 0 && !read.repairs().isEmpty()) {
            Repair why = read.repairs().getFirst();
            return dropped(id, why.code(), why.says(), files);
        }
        // The first rules keep what is no music at all from being mended, which costs time.
        Optional<Rule> broken = broken(measures, EnumSet.range(Rule.NO_NOTES, Rule.TOO_MANY_NOTES));
        SourcePiece piece = broken.isPresent() ? read : Mending.of(read);
        Measures mended = new Measures(piece.score());
        broken = broken.or(() -> broken(mended, EnumSet.allOf(Rule.class)));
        if (broken.isPresent()) {
            return dropped(id, broken.get().name(), broken.get().words(rules) + ".", files);
        }
        Score score = piece.score();
        byte[] packed = PackedScore.pack(score);
        if (packed.length == 0) {
            return dropped(id, "TOO_LARGE", "it needs more than " + (PackedScore.MOST_PLAIN_BYTES >> 20) + " MB.", files);
        }
        boolean repaired = !piece.repairs().isEmpty();
        return new Judged(new StoredPiece(id, piece.share(), repaired ? Verdict.REPAIRED : Verdict.KEPT, piece.repairCode(), "", "",
                piece.repairs(), files, NoteHash.of(score), Optional.of(Facts.of(score)), Optional.empty(), 0), packed,
                Sketch.of(score));
    }

    private Optional<Rule> broken(Measures measures, Set<Rule> some) {
        return some.stream().filter(rule -> rule.broken(measures, rules)).findFirst();
    }
}
