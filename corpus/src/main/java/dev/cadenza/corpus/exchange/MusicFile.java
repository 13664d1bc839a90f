package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Score;
import java.util.List;

/// What a file of music holds.
///
/// @param form its format in a few words: `MIDI 1`, `MusicXML`
/// @param framed whether it counts time in frames of film (SMPTE), not in quarter notes
/// @param pieces one, but for files that hold several; in their order
public record MusicFile(FileKind kind, String form, boolean framed, List<Piece> pieces) {

    public MusicFile {
        pieces = List.copyOf(pieces);
    }

    /// One piece of it.
    public sealed interface Piece {

        /// What tells it from the other pieces of the file; empty where it is the only one.
        String name();
    }

    /// A piece that was read.
    ///
    /// @param score as it is written: repeats are not played out
    /// @param endTick where it ends, at or after its last note
    /// @param diagnostics what was repaired or looks wrong
    public record Read(String name, Score score, long endTick, List<Diagnostic> diagnostics) implements Piece {
        public Read {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /// A piece that cannot be read, in a file of which others can.
    public record Refused(String name, InputException cause) implements Piece {
    }
}
