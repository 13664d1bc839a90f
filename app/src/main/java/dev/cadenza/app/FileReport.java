package dev.cadenza.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a file holds, or why it was refused.
///
/// @param format `MIDI 0`, `MIDI 1`, ...; empty where that could not be told
/// @param ticksPerQuarter empty for a file timed in frames (SMPTE), and for a refused one
/// @param seconds how long it sounds
/// @param key `G major`; stated by the file or, where it states none, estimated from its notes; empty where that cannot be told
/// @param keyStated whether the file states the key
/// @param meters each metre once, in order of appearance
/// @param diagnostics what was repaired or looks wrong
/// @param error why the file was refused
public record FileReport(Path file, String format, int notes, int parts, OptionalInt ticksPerQuarter, double seconds,
        String key, boolean keyStated, List<String> meters, List<Finding> diagnostics, Optional<Finding> error) {

    /// One fault of a file.
    ///
    /// @param offset byte of the file; empty where a fault has no single place
    public record Finding(String code, OptionalLong offset, String message) {
    }
}
