package dev.cadenza.score.abc;

import dev.cadenza.score.abc.Draft.Sung;
import dev.cadenza.score.abc.Measure.Syllable;
import java.util.List;

/// Puts a line of words (`w:`) under the notes before it.
final class Words {

    private final List<Sung> notes;
    private final int verse;
    private final StringBuilder syllable = new StringBuilder();
    private int next;
    private boolean tooMany;

    private Words(List<Sung> notes, int verse) {
        this.notes = notes;
        this.verse = verse;
    }

    /// A blank and `-` end a syllable, `_` holds it for another note, `*` leaves one out, `~` and `\-` are a blank and a hyphen
    /// within one, and the bar sign goes on to the next bar.
    ///
    /// @return whether there were as many notes as syllables
    static boolean align(String text, List<Sung> notes, int verse) {
        Words words = new Words(notes, verse);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case ' ', '\t' -> words.end(false);
                case '-' -> words.hyphen();
                case '_', '*' -> {
                    words.end(false);
                    words.skip();
                }
                case '|' -> words.bar();
                case '~' -> words.syllable.append(' ');
                case '\\' -> {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '-') {
                        words.syllable.append('-');
                        i++;
                    }
                }
                default -> words.syllable.append(c);
            }
        }
        words.end(false);
        return !words.tooMany;
    }

    private void hyphen() {
        if (syllable.isEmpty()) {
            // The hyphen of a syllable that is held over one note more.
            skip();
        } else {
            end(true);
        }
    }

    private void end(boolean goesOn) {
        if (syllable.isEmpty()) {
            return;
        }
        if (next < notes.size()) {
            Sung note = notes.get(next);
            note.measure().words.add(new Syllable(note.index(), syllable + (goesOn ? "-" : ""), verse));
        }
        syllable.setLength(0);
        skip();
    }

    private void skip() {
        tooMany |= next >= notes.size();
        next++;
    }

    private void bar() {
        end(false);
        if (next > 0 && next <= notes.size()) {
            int bar = notes.get(next - 1).bar();
            while (next < notes.size() && notes.get(next).bar() == bar) {
                next++;
            }
        }
    }
}
