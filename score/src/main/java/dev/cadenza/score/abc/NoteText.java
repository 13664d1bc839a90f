package dev.cadenza.score.abc;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.notation.Page.Symbol;
import dev.cadenza.score.notation.Page.Tied;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Notes and rests as ABC writes them, with the accidentals they need.
final class NoteText {

    private static final String ORDER_OF_SHARPS = "FCGDAEB";

    private final int divisions;

    /// Letters that have had an accidental in the bar. Programs differ in how far one reaches: from then on each note has its own.
    private final Set<Letter> touched = EnumSet.noneOf(Letter.class);

    /// @param divisions units a quarter note
    NoteText(int divisions) {
        this.divisions = divisions;
    }

    void barLine() {
        touched.clear();
    }

    /// A length in eighths: `3/2`, `/2`, or nothing for one.
    String length(long units) {
        return fraction(2 * units, divisions);
    }

    private static String fraction(long numerator, long denominator) {
        long common = gcd(numerator, denominator);
        long above = numerator / common;
        long below = denominator / common;
        return (above == 1 ? "" : String.valueOf(above)) + (below == 1 ? "" : "/" + below);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// @param hidden whether a rest is not to be seen
    void write(StringBuilder text, Symbol symbol, boolean hidden, int fifths) {
        List<Tied> notes = symbol.notes();
        if (notes.isEmpty()) {
            text.append(hidden ? 'x' : 'z');
        } else if (notes.size() == 1) {
            text.append(pitch(notes.getFirst().note().pitch(), fifths));
        } else {
            text.append('[');
            notes.forEach(note -> text.append(pitch(note.note().pitch(), fifths)).append(note.on() ? "-" : ""));
            text.append(']');
        }
        text.append(fraction(2 * symbol.length() * symbol.tuplet().actual(), (long) divisions * symbol.tuplet().normal()));
        text.append(notes.size() == 1 && notes.getFirst().on() ? "-" : "");
    }

    String pitch(Pitch pitch, int fifths) {
        Letter letter = pitch.spelling().letter();
        int alter = pitch.spelling().alter();
        StringBuilder text = new StringBuilder();
        if (touched.contains(letter) || alter != inKey(letter, fifths)) {
            touched.add(letter);
            text.append(alter == 0 ? "=" : alter > 0 ? "^".repeat(alter) : "_".repeat(-alter));
        }
        int octave = pitch.octave();
        if (octave >= 5) {
            return text.append(letter.name().toLowerCase(Locale.ROOT)).repeat('\'', octave - 5).toString();
        }
        return text.append(letter.name()).repeat(',', 4 - octave).toString();
    }

    private static int inKey(Letter letter, int fifths) {
        int place = ORDER_OF_SHARPS.indexOf(letter.name());
        return place < fifths ? 1 : 6 - place < -fifths ? -1 : 0;
    }
}
