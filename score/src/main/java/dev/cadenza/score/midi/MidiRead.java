package dev.cadenza.score.midi;

import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Score;
import dev.cadenza.score.Severity;
import dev.cadenza.score.theory.TempoMap;
import java.util.List;

/// A MIDI file, read.
///
/// @param endTick the tick at which the last track ends; at or after the end of the last note
/// @param diagnostics in order of discovery; at most 16 of a code, then one that counts the rest
public record MidiRead(Score score, MidiHeader header, NoteCount noteCount, long endTick, List<Diagnostic> diagnostics) {

    public MidiRead {
        diagnostics = List.copyOf(diagnostics);
    }

    /// Playing time in seconds, up to the end of the last track.
    public double seconds() {
        return TempoMap.of(score).seconds(endTick);
    }

    /// Whether the file kept to the standard.
    public boolean conforming() {
        return diagnostics.stream().allMatch(d -> d.severity() == Severity.WARNING);
    }
}
