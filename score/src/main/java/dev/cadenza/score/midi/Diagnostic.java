package dev.cadenza.score.midi;

/// Something noteworthy about a file that was read.
///
/// @param code stable name of the finding in capitals, `NOTE_HANGING` for instance
/// @param byteOffset where in the file, counted from 0
/// @param message what was found and what was done about it, a sentence
public record Diagnostic(Severity severity, String code, long byteOffset, String message) {
}
