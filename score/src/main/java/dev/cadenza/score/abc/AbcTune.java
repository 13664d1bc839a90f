package dev.cadenza.score.abc;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Score;
import java.util.List;

/// A tune of a file: one that could be read, or one that could not.
public sealed interface AbcTune {

    /// What it says of itself, as far as it was understood.
    AbcHeader header();

    /// A tune with its music.
    ///
    /// @param score 480 ticks a quarter note, a part for each voice, as written: with the signs of its repeats
    /// @param diagnostics what was left out or repaired: one of a kind, at the line where it was found first
    record Read(AbcHeader header, Score score, List<Diagnostic> diagnostics) implements AbcTune {
        public Read {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /// A tune without music that could be used.
    ///
    /// @param cause why, with its line
    record Refused(AbcHeader header, InputException cause) implements AbcTune {
    }
}
