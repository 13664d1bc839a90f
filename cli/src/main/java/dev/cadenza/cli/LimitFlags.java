package dev.cadenza.cli;

import dev.cadenza.app.Limits;
import dev.cadenza.app.Wishes;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.harmony.ChordProgression;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What every note shall keep to.
final class LimitFlags {

    @Option(names = "--key", paramLabel = "KEY", description = "Keep to the notes of a key: G, Bb major, 'A minor', F#m.")
    private String key;

    @Option(names = "--scale", paramLabel = "SCALE", description = "Only notes of a scale: 'D dorian', 'A minor pentatonic'.")
    private String scale;

    @Option(names = "--chords", paramLabel = "CHORDS", description = "On every beat only notes of these chords, again and again:"
            + " 'C | F G | Am', or 'I | IV V7 | vi in G'.")
    private String chords;

    @Option(names = "--range", paramLabel = "LIST", description = "Lowest and highest note, from the highest part: C4-G5, or"
            + " C4-A5,G3-D5. C4 is middle C.")
    private String range;

    @Option(names = "--cadence", paramLabel = "NAME", description = "How it closes: authentic, plagal, half, deceptive.")
    private String cadence;

    Optional<KeySignature> key() {
        return Optional.ofNullable(key).map(written -> Wishes.key("--key", written));
    }

    Limits limits() {
        return limits(Optional.ofNullable(chords).map(written -> Limits.chords(written, key())));
    }

    /// Limits on what is made between or behind given notes, which say the key of chords that do not say it themselves.
    Limits amid() {
        Limits others = limits(Optional.empty());
        return chords == null ? others : others.withChords(chords, key());
    }

    private Limits limits(Optional<ChordProgression> progression) {
        return new Limits(Optional.ofNullable(scale).map(written -> Limits.scale("--scale", written)), progression,
                range == null ? List.of() : Limits.ranges("--range", range),
                Optional.ofNullable(cadence).map(written -> Limits.closing("--cadence", written)));
    }
}
