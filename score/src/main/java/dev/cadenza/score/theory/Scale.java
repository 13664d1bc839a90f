package dev.cadenza.score.theory;

import dev.cadenza.score.CadenzaException.RequestException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Scales by their steps in semitones above the tonic.
public enum Scale {
    MAJOR(0, 2, 4, 5, 7, 9, 11),
    NATURAL_MINOR(0, 2, 3, 5, 7, 8, 10),
    HARMONIC_MINOR(0, 2, 3, 5, 7, 8, 11),
    MELODIC_MINOR(0, 2, 3, 5, 7, 9, 11),
    DORIAN(0, 2, 3, 5, 7, 9, 10),
    PHRYGIAN(0, 1, 3, 5, 7, 8, 10),
    LYDIAN(0, 2, 4, 6, 7, 9, 11),
    MIXOLYDIAN(0, 2, 4, 5, 7, 9, 10),
    LOCRIAN(0, 1, 3, 5, 6, 8, 10),
    MAJOR_PENTATONIC(0, 2, 4, 7, 9),
    MINOR_PENTATONIC(0, 3, 5, 7, 10),
    BLUES(0, 3, 5, 6, 7, 10),
    WHOLE_TONE(0, 2, 4, 6, 8, 10),
    CHROMATIC(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    private final int[] steps;

    Scale(int... steps) {
        this.steps = steps;
    }

    /// Semitones above the tonic, ascending from 0.
    public List<Integer> steps() {
        return IntStream.of(steps).boxed().toList();
    }

    /// Pitch classes from the tonic upwards.
    ///
    /// @param tonic 0..11
    public List<Integer> pitchClasses(int tonic) {
        return IntStream.of(steps).mapToObj(step -> (tonic + step) % 12).toList();
    }

    /// Whether a pitch belongs to the scale on a tonic; either may be a pitch class or a MIDI key.
    public boolean contains(int tonic, int pitch) {
        return Arrays.binarySearch(steps, Math.floorMod(pitch - tonic, 12)) >= 0;
    }

    /// Reads a name in any case, with blanks, hyphens or underscores: "harmonic minor". "Minor" is the natural one.
    ///
    /// @throws RequestException where there is no such scale
    public static Scale parse(String name) {
        String constant = name.strip().toUpperCase(Locale.ROOT).replaceAll("[ _-]+", "_");
        return switch (constant) {
            case "MINOR", "AEOLIAN" -> NATURAL_MINOR;
            case "IONIAN" -> MAJOR;
            case "PENTATONIC" -> MAJOR_PENTATONIC;
            default -> Arrays.stream(values()).filter(s -> s.name().equals(constant)).findFirst()
                    .orElseThrow(() -> new RequestException("scale", "SCALE_UNKNOWN", "'" + name + "' is not a known scale.",
                            "Choose one of " + Arrays.toString(values()).toLowerCase(Locale.ROOT) + "."));
        };
    }
}
