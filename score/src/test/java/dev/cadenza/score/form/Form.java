package dev.cadenza.score.form;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Scores of which every bar holds one note, and in which order these are played.
final class Form {

    static final int BAR = 4 * 480;

    private Form() {
    }

    /// Bars a, b, c, ... with signs between them: `|:` `:|` `:|3` (three times) `[1` `[1-3` `]` `S` `O` (coda) `>O` (to coda)
    /// `F` `DC` `DS`, each divided by blanks from the next.
    static Score score(String form) {
        List<Note> notes = new ArrayList<>();
        List<RepeatSign> signs = new ArrayList<>();
        for (String word : form.split(" ")) {
            long tick = (long) BAR * notes.size();
            if (word.length() == 1 && word.charAt(0) >= 'a' && word.charAt(0) <= 'z') {
                notes.add(new Note(tick, BAR, Pitch.of(word.charAt(0) - 'a' + 40), 80));
            } else if (word.startsWith(":|")) {
                signs.add(new RepeatSign(tick, Kind.END, List.of(word.length() > 2 ? Integer.parseInt(word.substring(2)) : 2)));
            } else if (word.startsWith("[")) {
                signs.add(new RepeatSign(tick, Kind.ENDING, word.substring(1).chars().mapToObj(c -> c - '0').toList()));
            } else {
                signs.add(RepeatSign.of(tick, switch (word) {
                    case "|:" -> Kind.START;
                    case "]" -> Kind.ENDING_END;
                    case "S" -> Kind.SEGNO;
                    case "O" -> Kind.CODA;
                    case ">O" -> Kind.TO_CODA;
                    case "F" -> Kind.FINE;
                    case "DC" -> Kind.DA_CAPO;
                    case "DS" -> Kind.DAL_SEGNO;
                    default -> throw new IllegalArgumentException(word);
                }));
            }
        }
        signs.sort(Comparator.comparingLong(RepeatSign::tick));
        return new Score(480, List.of(), List.of(Meter.common()), List.of(), List.of(), List.of(),
                List.of(new Part("", Instrument.PIANO, notes)), Metadata.NONE, signs);
    }

    static String letters(Score score) {
        return score.parts().getFirst().notes().stream().map(note -> String.valueOf((char) ('a' + note.pitch().midi() - 40)))
                .collect(Collectors.joining());
    }

    static String played(String form) {
        return letters(Playthrough.of(score(form)));
    }
}
