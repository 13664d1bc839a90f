package dev.cadenza.model.generate;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import java.util.List;

/// Keys in words, for titles.
final class KeyName {

    /// Along the circle of fifths, from seven flats to seven sharps.
    private static final List<String> MAJOR = List.of("C-flat", "G-flat", "D-flat", "A-flat", "E-flat", "B-flat", "F", "C",
            "G", "D", "A", "E", "B", "F-sharp", "C-sharp");
    private static final List<String> MINOR = List.of("A-flat", "E-flat", "B-flat", "F", "C", "G", "D", "A", "E", "B",
            "F-sharp", "C-sharp", "G-sharp", "D-sharp", "A-sharp");

    private KeyName() {
    }

    /// `E-flat major`, for instance.
    static String of(KeySignature key) {
        return key.mode() == Mode.MAJOR ? MAJOR.get(key.fifths() + 7) + " major" : MINOR.get(key.fifths() + 7) + " minor";
    }
}
