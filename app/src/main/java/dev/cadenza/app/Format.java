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
    MID("mid", "MIDI", ".mid", ".midi"),
    /// Sound.
    WAV("wav", "a sound file", ".wav"),
    /// Notation.
    MUSICXML("musicxml", "MusicXML", ".musicxml", ".xml"),
    /// Notation, compressed.
    MXL("mxl", "MusicXML", ".mxl"),
    /// Notation as text, see [dev.cadenza.score.abc.AbcWriter].
    ABC("abc", "ABC", ".abc"),
    /// A score with everything that is known of it, see [dev.cadenza.corpus.exchange.JsonScore].
    JSON("json", "a JSON score", ".score.json", ".json"),
    /// A table of notes, see [dev.cadenza.corpus.exchange.CsvNotes].
    CSV("csv", "a CSV of notes", ".csv"),
    /// Piano rolls for NumPy, see [dev.cadenza.corpus.exchange.NpzRolls].
    NPZ("npz", "a piano roll", ".npz"),
    /// Piano rolls as JSON, see [dev.cadenza.corpus.exchange.JsonRolls].
    ROLL("roll", "a piano roll", ".roll.json"),
    /// Piano rolls for MATLAB, see [dev.cadenza.corpus.exchange.MatRolls].
    MAT("mat", "a piano roll", ".mat"),
    /// A picture of the notes.
    PNG("png", "a picture", ".png");

    private final String flag;
    private final String title;
    private final List<String> endings;

    Format(String flag, String title, String... endings) {
        this.flag = flag;
        this.title = title;
        this.endings = List.of(endings);
    }

    /// What the name of such a file usually ends with, dot included.
    public String extension() {
        return endings.getFirst();
    }

    /// All that its name may end with, the usual one first.
    public List<String> endings() {
        return endings;
    }

    /// What flags call it.
    public String flag() {
        return flag;
    }

    /// What people call it, after *in*: `MIDI`, `a piano roll`.
    public String title() {
        return title;
    }

    /// Whether it is sound or sight for a person, who misses nothing in it.
    boolean isForSenses() {
        return this == WAV || this == PNG;
    }

    /// A format and the ending by which a name asks for it.
    ///
    /// @param ending as it is written in the name
    public record Named(Format format, String ending) {
    }

    /// The format that a file name asks for by its ending; of several endings that fit, the longest counts.
    public static Optional<Named> ofName(String name) {
        Optional<Named> found = Optional.empty();
        for (Format format : values()) {
            for (String ending : format.endings) {
                if (name.toLowerCase(Locale.ROOT).endsWith(ending) && name.length() > ending.length()
                        && (found.isEmpty() || found.get().ending.length() < ending.length())) {
                    found = Optional.of(new Named(format, name.substring(name.length() - ending.length())));
                }
            }
        }
        return found;
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
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.flag.equals(lower) || format.endings.contains("." + lower)).findFirst();
    }

    /// The names of all formats, as flags take them.
    public static String known() {
        return Arrays.stream(values()).map(Format::flag).collect(Collectors.joining(", "));
    }
}
