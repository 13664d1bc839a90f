package dev.cadenza.corpus;

import java.util.ArrayList;
import java.util.List;

/// What a [RemiTokenizer] says beside bars, positions, pitches and durations.
///
/// @param velocity how loud each note is
/// @param tempo how fast the music goes
/// @param chords the chord symbols
/// @param programs which instrument plays; without it all parts but drums are one, and drums are left out
public record RemiOptions(boolean velocity, boolean tempo, boolean chords, boolean programs) {

    /// Nothing more.
    public static final RemiOptions PLAIN = new RemiOptions(false, false, false, false);

    /// A band with drums: instruments and loudness.
    public static final RemiOptions BAND = new RemiOptions(true, false, false, true);

    /// The names of what is switched on, in a fixed order.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (programs) {
            names.add("programs");
        }
        if (velocity) {
            names.add("velocity");
        }
        if (tempo) {
            names.add("tempo");
        }
        if (chords) {
            names.add("chords");
        }
        return names;
    }

    /// The options with these names, in any order.
    ///
    /// @throws IllegalArgumentException for a name that is none of `programs`, `velocity`, `tempo`, `chords`, or stands twice
    public static RemiOptions of(List<String> names) {
        List<String> known = new RemiOptions(true, true, true, true).names();
        for (String name : names) {
            if (!known.contains(name) || names.indexOf(name) != names.lastIndexOf(name)) {
                throw new IllegalArgumentException("options are " + String.join(", ", known) + ", each at most once, not "
                        + String.join(", ", names));
            }
        }
        return new RemiOptions(names.contains("velocity"), names.contains("tempo"), names.contains("chords"),
                names.contains("programs"));
    }
}
