package dev.cadenza.app;

import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes pieces that state no metre for 4/4, as the MIDI standard has it, and knows which they were. Pieces may come from
/// several threads.
final class CommonTime {

    private final Set<String> unstated = ConcurrentHashMap.newKeySet();

    /// The piece with a metre.
    SourcePiece of(SourcePiece piece) {
        Score score = piece.score();
        if (!score.meters().isEmpty()) {
            return piece;
        }
        unstated.add(piece.id());
        Score counted = new Score(score.resolution(), score.tempos(), List.of(Meter.common()), score.keys(), score.chords(),
                score.markers(), score.parts(), score.metadata(), score.repeats());
        return new SourcePiece(piece.id(), counted, piece.share(), piece.repairs());
    }

    /// Whether the piece of that id stated none.
    boolean holds(String id) {
        return unstated.contains(id);
    }
}
