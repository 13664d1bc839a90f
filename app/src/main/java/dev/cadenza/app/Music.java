package dev.cadenza.app;

import dev.cadenza.corpus.exchange.MusicFile;
import dev.cadenza.corpus.exchange.MusicReader;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import dev.cadenza.score.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The music of a file that shall be used: pieces with notes.
///
/// @param several whether the file holds more than one piece, readable or not
record Music(Path file, List<Piece> pieces, boolean several) {

    /// @param name what tells it from others of the file; empty where it is the only one
    /// @param score as written
    record Piece(String name, Score score) {
    }

    /// Reads a file. Repairs, and pieces that cannot be used, become notices.
    ///
    /// @throws InputException where it cannot be read, or holds no notes
    static Music read(Path file, Task task) {
        MusicFile music = MusicReader.read(file);
        List<Piece> pieces = new ArrayList<>();
        boolean repaired = false;
        for (MusicFile.Piece piece : music.pieces()) {
            switch (piece) {
                case MusicFile.Read read when read.score().parts().stream().anyMatch(part -> !part.notes().isEmpty()) -> {
                    pieces.add(new Piece(read.name(), read.score()));
                    repaired |= read.diagnostics().stream().anyMatch(found -> found.severity() == Severity.ERROR);
                }
                case MusicFile.Read empty when music.pieces().size() > 1 ->
                    task.notice(file + ": piece " + empty.name() + " holds no notes, and is left out.");
                case MusicFile.Read empty -> throw noNotes(file);
                case MusicFile.Refused refused -> task.notice(refused.cause().getMessage());
            }
        }
        if (pieces.isEmpty()) {
            throw noNotes(file);
        }
        if (repaired) {
            task.notice(file + " has faults that were repaired; cadenza info tells which.");
        }
        return new Music(file, pieces, music.pieces().size() > 1);
    }

    private static InputException noNotes(Path file) {
        return new InputException(file.toString(), new Place.Nowhere(), "NO_NOTES", "the file holds no notes.",
                "Choose a file with music in it.");
    }

    /// The first piece, for what can use one only.
    Score first(Task task) {
        if (several) {
            task.notice(file + " holds several pieces; this is number " + pieces.getFirst().name() + ". cadenza convert makes a"
                    + " file of each.");
        }
        return pieces.getFirst().score();
    }

    /// The name of the file without folder and ending.
    String name() {
        return nameOf(file);
    }

    /// The name of a file without folder and ending.
    static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        for (String twofold : List.of(".score.json", ".roll.json")) {
            if (name.toLowerCase(Locale.ROOT).endsWith(twofold) && name.length() > twofold.length()) {
                return name.substring(0, name.length() - twofold.length());
            }
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
