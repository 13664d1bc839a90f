package dev.cadenza.score.theory;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tonic and its mode.
///
/// @param fifths sharps (positive) or flats (negative) of its signature, -7..7
public record Key(int fifths, Mode mode) {

    private static final Pattern NAME = Pattern.compile("([A-Ga-g])\\s*([#b♯♭]?)\\s*[- ]?\\s*((?i:maj|major|min|minor)|m)?");

    public Key {
        if (fifths < -7 || fifths > 7) {
            throw new IllegalArgumentException("a key has at most 7 accidentals, not " + fifths);
        }
    }

    /// The key of a signature.
    public static Key of(KeySignature signature) {
        return new Key(signature.fifths(), signature.mode());
    }

    /// The key on a pitch class, in the spelling with the fewest accidentals; F# major and Eb minor of the equal ones.
    ///
    /// @param tonic 0 (C) .. 11 (B)
    public static Key on(int tonic, Mode mode) {
        int fifths = Math.floorMod(7 * tonic - (mode == Mode.MINOR ? 3 : 0), 12);
        boolean flat = mode == Mode.MINOR ? fifths >= 6 : fifths > 6;
        return new Key(flat ? fifths - 12 : fifths, mode);
    }

    /// Reads a name as musicians write it: `C`, `Bb`, `F# minor`, `Cm`, `a` (a small letter alone is minor).
    ///
    /// @throws RequestException where it is no key
    public static Key parse(String name) {
        Matcher matcher = NAME.matcher(name.strip());
        if (!matcher.matches()) {
            throw unknown(name);
        }
        String letter = matcher.group(1);
        String word = matcher.group(3);
        boolean minor = word == null ? Character.isLowerCase(letter.charAt(0)) : word.equals("m") || word.toLowerCase(Locale.ROOT).startsWith("min");
        int alter = switch (matcher.group(2)) {
            case "#", "♯" -> 1;
            case "b", "♭" -> -1;
            default -> 0;
        };
        int fifths = "FCGDAEB".indexOf(letter.toUpperCase(Locale.ROOT)) - 1 + 7 * alter - (minor ? 3 : 0);
        if (fifths < -7 || fifths > 7) {
            throw unknown(name);
        }
        return new Key(fifths, minor ? Mode.MINOR : Mode.MAJOR);
    }

    private static RequestException unknown(String name) {
        return new RequestException("key", "KEY_UNKNOWN", "'" + name + "' is not the name of a key.",
                "Write it like C, Bb, F# minor or Cm.");
    }

    /// How the tonic is written.
    public Spelling tonicSpelling() {
        return LineOfFifths.spelling(fifths + (mode == Mode.MINOR ? 3 : 0));
    }

    /// Pitch class of the tonic, 0..11.
    public int tonic() {
        return tonicSpelling().pitchClass();
    }

    /// The notes of the key: major, or natural minor.
    public Scale scale() {
        return mode == Mode.MINOR ? Scale.NATURAL_MINOR : Scale.MAJOR;
    }

    /// Pitch classes of the scale from the tonic upwards.
    public List<Integer> pitchClasses() {
        return scale().pitchClasses(tonic());
    }

    /// Pitch classes of the chord on the tonic: root, third, fifth.
    public List<Integer> tonicTriad() {
        return List.of(tonic(), (tonic() + (mode == Mode.MINOR ? 3 : 4)) % 12, (tonic() + 7) % 12);
    }

    /// The key with the same signature in the other mode.
    public Key relative() {
        return new Key(fifths, mode == Mode.MINOR ? Mode.MAJOR : Mode.MINOR);
    }

    /// The key signature from a tick on.
    public KeySignature signature(long tick) {
        return new KeySignature(tick, fifths, mode);
    }

    /// "F# minor".
    @Override
    public String toString() {
        return tonicSpelling() + (mode == Mode.MINOR ? " minor" : " major");
    }
}
