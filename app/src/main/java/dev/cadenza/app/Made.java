package dev.cadenza.app;

import java.nio.file.Path;
import java.util.List;

/// A piece that was made.
///
/// @param model name of the model that made it
/// @param seed the seed that makes it again
/// @param key as written, `G major`; empty where it has none
/// @param bars bars, the last counted whole
/// @param seconds how long it sounds
/// @param files what was written, in the order of the formats; the provenance last
/// @param notices what is worth knowing about it
public record Made(String model, long seed, int parts, int notes, String key, int bars, double seconds, List<Path> files,
        List<String> notices) {

    public Made {
        files = List.copyOf(files);
        notices = List.copyOf(notices);
    }
}
