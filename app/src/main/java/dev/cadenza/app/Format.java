package dev.cadenza.app;

import dev.cadenza.score.CadenzaException.RequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of file that music can become.
public enum Format {
    /// MIDI, with the dynamics and timing that are heard.
    MID,
    /// Sound.
    WAV,
    /// Notation.
    MUSICXML,
    /// A picture of the notes.
    PNG;

    /// What the name of such a file ends with, dot included.
    public String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /// The formats of a list like `wav,png`, in the order given, none twice.
    ///
    /// @param flag the flag the list came from, for the error
    /// @throws RequestException where a name is unknown, or none is given
    public static List<Format> list(String flag, String names) {
        List<Format> formats = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            Format format = named(name.strip()).orElseThrow(() -> new RequestException(flag, "FORMAT_UNKNOWN",
                    "there is no format '" + name.strip() + "'.", "Choose from " + known() + "."));
            if (!formats.contains(format)) {
                formats.add(format);
            }
        }
        return formats;
    }

    private static Optional<Format> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mid", "midi" -> Optional.of(MID);
            case "wav" -> Optional.of(WAV);
            case "musicxml", "xml" -> Optional.of(MUSICXML);
            case "png" -> Optional.of(PNG);
            default -> Optional.empty();
        };
    }

    private static String known() {
        return Arrays.stream(values()).map(format -> format.extension().substring(1)).collect(Collectors.joining(", "));
    }
}
