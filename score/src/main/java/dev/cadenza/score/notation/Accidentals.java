package dev.cadenza.score.notation;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Pitch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which notes of a staff in one bar show their accidental: those that differ from the key, or from what the bar has
/// shown on that line before. A note tied over the bar line shows none.
final class Accidentals {

    private static final String NAMES_OF_SHARPS = "FCGDAEB";
    private static final String[] WORDS = {"flat-flat", "flat", "natural", "sharp", "double-sharp"};

    private record Line(Letter letter, int octave) {
    }

    private record Shown(long start, Pitch pitch) {
    }

    private final Set<Shown> shown = new HashSet<>();

    /// @param voices the pieces of all voices of the staff
    /// @param fifths of the key signature
    Accidentals(List<List<Piece>> voices, int fifths) {
        List<Piece> inTime = new ArrayList<>();
        voices.forEach(inTime::addAll);
        inTime.sort(Comparator.comparingLong(Piece::start));
        Map<Line, Integer> alters = new HashMap<>();
        for (Piece piece : inTime) {
            for (QuantizedNote note : piece.chord().notes()) {
                if (piece.tiedFromBefore(note)) {
                    continue;
                }
                Pitch pitch = note.note().pitch();
                Line line = new Line(pitch.spelling().letter(), pitch.octave());
                int alter = pitch.spelling().alter();
                if (alters.getOrDefault(line, inKey(line.letter(), fifths)) != alter) {
                    shown.add(new Shown(piece.start(), pitch));
                }
                alters.put(line, alter);
            }
        }
    }

    boolean shows(Piece piece, Pitch pitch) {
        return shown.contains(new Shown(piece.start(), pitch));
    }

    static String word(int alter) {
        return WORDS[alter + 2];
    }

    private static int inKey(Letter letter, int fifths) {
        int place = NAMES_OF_SHARPS.indexOf(letter.name());
        return place < fifths ? 1 : 6 - place < -fifths ? -1 : 0;
    }
}
