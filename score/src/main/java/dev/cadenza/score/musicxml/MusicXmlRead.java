package dev.cadenza.score.musicxml;

import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Score;
import java.util.List;

/// A MusicXML file, read.
///
/// @param score as it is written: repeats are signs, not played out
/// @param diagnostics what was left out, repaired or rounded: one for each kind, with how often and where first
/// @param count of what was read
public record MusicXmlRead(Score score, List<Diagnostic> diagnostics, MusicXmlCount count) {

    public MusicXmlRead {
        diagnostics = List.copyOf(diagnostics);
    }
}
