package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Repair;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.store.ShardPlace;
import java.util.List;
import java.util.Optional;

/// One line of `pieces.jsonl`: a piece, or an item that could not be read at all.
///
/// @param id unique in its corpus
/// @param share TRAIN, VALID or TEST; OPEN where it was dropped
/// @param code of the reason in capitals; empty where it was kept as it is
/// @param reason as a sentence; empty where it was kept
/// @param repeats id of the first piece with the same notes; empty where there is none before it
/// @param repairs what was repaired
/// @param files the files it was read from
/// @param notesHash SHA-256 of its notes; empty where it could not be read
/// @param facts empty where it could not be read, or is not fit to be kept
/// @param place where its score lies; empty where it was dropped
/// @param cluster number of the [NearCluster] it belongs to, from 1; 0 for none
public record StoredPiece(String id, Share share, Verdict verdict, String code, String reason, String repeats, List<Repair> repairs,
        List<SourceFile> files, String notesHash, Optional<Facts> facts, Optional<ShardPlace> place, int cluster) {

    public StoredPiece {
        repairs = List.copyOf(repairs);
        files = List.copyOf(files);
    }

    /// @param name of the file inside its source
    /// @param sha256 of its bytes; empty where it is longer than a gigabyte, and was not read
    public record SourceFile(String name, String sha256) {
    }

    /// An item, or a piece of one, that was dropped without a look at its music.
    static StoredPiece dropped(String id, String code, String reason, List<SourceFile> files) {
        return new StoredPiece(id, Share.OPEN, Verdict.DROPPED, code, reason, "", List.of(), files, "", Optional.empty(), Optional.empty(), 0);
    }

    StoredPiece withShare(Share other) {
        return new StoredPiece(id, other, verdict, code, reason, repeats, repairs, files, notesHash, facts, place, cluster);
    }

    StoredPiece withPlace(ShardPlace other) {
        return new StoredPiece(id, share, verdict, code, reason, repeats, repairs, files, notesHash, facts, Optional.of(other), cluster);
    }

    StoredPiece repeating(String first) {
        return new StoredPiece(id, share, verdict, code, reason, first, repairs, files, notesHash, facts, place, cluster);
    }

    StoredPiece inCluster(int number) {
        return new StoredPiece(id, share, verdict, code, reason, repeats, repairs, files, notesHash, facts, place, number);
    }

    /// The same piece, dropped because its notes are those of another.
    StoredPiece duplicateOf(String first) {
        return without("DUPLICATE", "the same notes as " + first + ".", first);
    }

    /// The same piece, dropped because it is nearly the same as another that is kept.
    StoredPiece nearlyAs(String best) {
        return without("NEAR_DUPLICATE", "nearly the same music as " + best + ".", repeats);
    }

    private StoredPiece without(String why, String words, String first) {
        return new StoredPiece(id, Share.OPEN, Verdict.DROPPED, why, words, first, repairs, files, notesHash, facts, Optional.empty(),
                cluster);
    }
}
