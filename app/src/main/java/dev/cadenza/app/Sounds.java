package dev.cadenza.app;

import dev.cadenza.render.sound.SoundFont;
import java.nio.file.Path;
import java.util.Optional;

/// The sounds of one job: loaded when the first file needs them, then kept.
final class Sounds {

    private final Optional<Path> file;
    private Optional<SoundFont> loaded = Optional.empty();

    /// @param file a SoundFont 2 file; empty for the best this machine has
    Sounds(Optional<Path> file) {
        this.file = file;
    }

    SoundFont font() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(file.isPresent() ? SoundFont.open(file.get()) : SoundFont.standard());
        }
        return loaded.get();
    }
}
