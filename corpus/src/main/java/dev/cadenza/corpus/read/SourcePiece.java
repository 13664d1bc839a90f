package dev.cadenza.corpus.read;

import dev.cadenza.score.Score;
import java.util.List;

/// One piece as its source gives it, before anyone has judged it.
///
/// @param id that of its [Item]; where the item holds several pieces, followed by `#` and the piece's number or name
/// @param score all of its music, as it was read
/// @param share where the publisher's split puts it; OPEN where it states none
/// @param repairs what was repaired, each kind once; empty for nothing. Of a piece without notes, why it has none
public record SourcePiece(String id, Score score, Share share, List<Repair> repairs) {

    public SourcePiece {
        repairs = List.copyOf(repairs);
    }

    /// The code of the first repair; empty where there was none.
    public String repairCode() {
        return repairs.isEmpty() ? "" : repairs.getFirst().code();
    }
}
