package dev.cadenza.corpus.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of file that music comes in.
public enum FileKind {
    /// Standard MIDI files, also with words (`.kar`) or in a RIFF wrapper (`.rmi`).
    MIDI("MIDI", 1 << 28, ".mid", ".midi", ".kar", ".rmi"),
    /// MusicXML, plain or compressed.
    MUSICXML("MusicXML", 100_000_000, ".musicxml", ".mxl", ".xml"),
    /// ABC.
    ABC("ABC", 32_000_000, ".abc"),
    /// A score of ours as JSON, see [JsonScore].
    SCORE_JSON("JSON score", 1 << 28, ".score.json"),
    /// Notes as a table, see [CsvNotes].
    CSV("CSV of notes", 1 << 28, ".csv", ".tsv"),
    /// Piano rolls as a NumPy archive, see [NpzRolls].
    NPZ("NumPy piano rolls", 1 << 28, ".npz"),
    /// Piano rolls as JSON, see [JsonRolls].
    ROLL_JSON("JSON piano rolls", 1 << 28, ".roll.json"),
    /// Piano rolls as a MATLAB file, see [MatRolls].
    MAT("MATLAB piano rolls", 1 << 28, ".mat"),
    /// Chorales as JSON, as Boulanger-Lewandowski et al. (2012) published them.
    CHORALES("chorales as JSON", 1 << 28, ".json");

    private final String title;
    private final int mostBytes;
    private final List<String> endings;

    FileKind(String title, int mostBytes, String... endings) {
        this.title = title;
        this.mostBytes = mostBytes;
        this.endings = List.of(endings);
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// How long such a file may be.
    public int mostBytes() {
        return mostBytes;
    }

    /// What the names of such files end with, dots included; the usual one first.
    public List<String> endings() {
        return endings;
    }

    /// The kind that a file's name promises; what is in it decides.
    public static Optional<FileKind> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (kind.endings.stream().anyMatch(lower::endsWith)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
