package dev.cadenza.score;

/// Something noteworthy about a file that was read.
///
/// @param code stable name of the finding in capitals, `NOTE_HANGING` for instance
/// @param place where in the file; of the first, where several are counted together
/// @param message what was found and what was done about it, a sentence
public record Diagnostic(Severity severity, String code, Place place, String message) {
}
