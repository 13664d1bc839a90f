package dev.cadenza.score.theory;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Scales by their steps in semitones above the tonic. The seven modes are [#MAJOR] (ionian), [#DORIAN], [#PHRYGIAN],
/// [#LYDIAN], [#MIXOLYDIAN], [#NATURAL_MINOR] (aeolian) and [#LOCRIAN].
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
    HARMONIC_MAJOR(0, 2, 4, 5, 7, 8, 11),
    PHRYGIAN_DOMINANT(0, 1, 4, 5, 7, 8, 10),
    LYDIAN_DOMINANT(0, 2, 4, 6, 7, 9, 10),
    ALTERED(0, 1, 3, 4, 6, 8, 10),
    HUNGARIAN_MINOR(0, 2, 3, 6, 7, 8, 11),
    MAJOR_PENTATONIC(0, 2, 4, 7, 9),
    MINOR_PENTATONIC(0, 3, 5, 7, 10),
    BLUES(0, 3, 5, 6, 7, 10),
    MAJOR_BLUES(0, 2, 3, 4, 7, 9),
    WHOLE_TONE(0, 2, 4, 6, 8, 10),
    OCTATONIC(0, 2, 3, 5, 6, 8, 9, 11),
    OCTATONIC_DOMINANT(0, 1, 3, 4, 6, 7, 9, 10),
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

    /// The notes from the tonic upwards, as they are written: a scale of seven notes has each letter once, the others are
    /// written as a major or minor scale with notes left out or put in (C blues: C Eb F F# G Bb). A note that would need three
    /// accidentals is written plainly.
    public List<Spelling> spellings(Spelling tonic) {
        int[] numbers = degrees();
        return IntStream.range(0, steps.length).mapToObj(i -> new Interval(numbers[i], steps[i]).above(tonic)).toList();
    }

    /// Which degree of a scale with seven notes each note is.
    private int[] degrees() {
        return switch (this) {
            case MAJOR_PENTATONIC -> new int[] {1, 2, 3, 5, 6};
            case MINOR_PENTATONIC -> new int[] {1, 3, 4, 5, 7};
            case BLUES -> new int[] {1, 3, 4, 4, 5, 7};
            case MAJOR_BLUES -> new int[] {1, 2, 3, 3, 5, 6};
            case WHOLE_TONE -> new int[] {1, 2, 3, 4, 5, 7};
            case OCTATONIC -> new int[] {1, 2, 3, 4, 5, 6, 6, 7};
            case OCTATONIC_DOMINANT -> new int[] {1, 2, 3, 3, 4, 5, 6, 7};
            case CHROMATIC -> new int[] {1, 1, 2, 3, 3, 4, 4, 5, 6, 6, 7, 7};
            case MAJOR, NATURAL_MINOR, HARMONIC_MINOR, MELODIC_MINOR, DORIAN, PHRYGIAN, LYDIAN, MIXOLYDIAN, LOCRIAN,
                    HARMONIC_MAJOR, PHRYGIAN_DOMINANT, LYDIAN_DOMINANT, ALTERED, HUNGARIAN_MINOR -> new int[] {1, 2, 3, 4, 5, 6, 7};
        };
    }

    /// The name as one writes it: "harmonic minor". [#parse] reads it.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
            case "MINOR_BLUES" -> BLUES;
            case "DIMINISHED" -> OCTATONIC;
            default -> Arrays.stream(values()).filter(s -> s.name().equals(constant)).findFirst()
                    .orElseThrow(() -> new RequestException("scale", "SCALE_UNKNOWN", "'" + name + "' is not a known scale.",
                            "Choose one of " + Arrays.stream(values()).map(Scale::title).toList() + "."));
        };
    }
}
