package dev.cadenza.score.musicxml;

import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Score;
import java.util.List;

/// A MusicXML file, read.
///
/// @param diagnostics what was left out, repaired or rounded: one for each kind, with how often and where first
public record MusicXmlRead(Score score, List<Diagnostic> diagnostics) {

    public MusicXmlRead {
        diagnostics = List.copyOf(diagnostics);
    }
}
