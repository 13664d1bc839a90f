package dev.cadenza.app;

import dev.cadenza.score.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a file, or one piece of it, holds; or why it was refused.
///
/// @param piece what tells it from other pieces of the file; empty where it is the only one
/// @param format `MIDI 0`, `MusicXML`, ...; empty where that could not be told
/// @param ticksPerQuarter empty for a file timed in frames (SMPTE), and for a refused one
/// @param seconds how long it sounds, as written: repeats are not played out
/// @param key `G major`; stated by the file or, where it states none, estimated from its notes; empty where that cannot be told
/// @param keyStated whether the file states the key
/// @param meters each metre once, in order of appearance
/// @param contents what else it holds
/// @param diagnostics what was repaired or looks wrong
/// @param error why it was refused
public record FileReport(Path file, String piece, String format, int notes, int parts, OptionalInt ticksPerQuarter, double seconds,
        String key, boolean keyStated, List<String> meters, Contents contents, List<Finding> diagnostics, Optional<Finding> error) {

    /// What a piece says beside its notes.
    ///
    /// @param title empty where it has none
    /// @param composer likewise
    /// @param partNames of parts that have one, in their order
    /// @param bars as written
    /// @param keys each stated key once, in order of appearance
    /// @param also how many of what: `lyric`, `repeat sign`, `grace note`; in a fixed order, none with 0
    public record Contents(String title, String composer, List<String> partNames, long bars, List<String> keys,
            Map<String, Integer> also) {

        /// Of a file that was refused.
        public static final Contents NONE = new Contents("", "", List.of(), 0, List.of(), Map.of());
    }

    /// One fault of a file.
    ///
    /// @param place where in the file
    public record Finding(String code, Place place, String message) {
    }
}
