package dev.cadenza.app;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keys as musicians write them.
public final class Keys {

    /// Major tonics along the circle of fifths, from seven flats to seven sharps.
    private static final List<String> MAJOR = List.of("Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#");
    private static final List<String> MINOR = List.of("Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#");
    private static final int NO_ACCIDENTALS = 7;

    private static final Pattern WRITTEN = Pattern.compile("([A-Ga-g])([#b\u266f\u266d]?)\\s*(maj|major|min|minor|m|)",
            Pattern.UNICODE_CASE);

    private Keys() {
    }

    /// The name of a key: `Bb major`, `F# minor`.
    public static String name(KeySignature key) {
        return switch (key.mode()) {
            case MAJOR -> MAJOR.get(key.fifths() + NO_ACCIDENTALS) + " major";
            case MINOR -> MINOR.get(key.fifths() + NO_ACCIDENTALS) + " minor";
        };
    }

    /// The key written as `G`, `G major`, `Am`, `a minor`, `Bb`, `F# minor`; without a mode it is major.
    ///
    /// @param flag the flag it came from, for the error
    /// @throws RequestException where it is no key, or one with more than seven accidentals
    public static KeySignature parse(String flag, String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (matcher.matches()) {
            String tonic = matcher.group(1).toUpperCase(Locale.ROOT)
                    + matcher.group(2).replace('\u266f', '#').replace('\u266d', 'b');
            Mode mode = matcher.group(3).startsWith("min") || matcher.group(3).equals("m") ? Mode.MINOR : Mode.MAJOR;
            int place = (mode == Mode.MAJOR ? MAJOR : MINOR).indexOf(tonic);
            if (place >= 0) {
                return new KeySignature(0, place - NO_ACCIDENTALS, mode);
            }
        }
        throw new RequestException(flag, "KEY_UNKNOWN", "'" + written + "' is not a key.",
                "Write it as G, Bb major, A minor or F#m; at most seven sharps or flats.");
    }
}
