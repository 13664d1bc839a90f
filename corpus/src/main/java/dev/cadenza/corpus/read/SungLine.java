package dev.cadenza.corpus.read;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// The sung line of a score with words: the first part that has words (and half the notes, at least, of any other that
/// has), its first voice, the top note of chords, one note after the other.
public final class SungLine {

    private SungLine() {
    }

    /// The score with its sung line as the only part; the score as it is where nothing is sung.
    public static Score of(Score score) {
        List<Part> sung = score.parts().stream().filter(part -> !part.lyrics().isEmpty() && !part.notes().isEmpty())
                .map(SungLine::line).toList();
        int most = sung.stream().mapToInt(part -> part.notes().size()).max().orElse(0);
        return sung.stream().filter(part -> 2 * part.notes().size() >= most).findFirst()
                .map(part -> score.withParts(List.of(part))).orElse(score);
    }

    /// Further voices are other singers, or other rhythms for other verses.
    private static Part line(Part part) {
        boolean voiced = part.notation().voices().contains(1);
        List<Note> line = new ArrayList<>();
        for (int i = 0; i < part.notes().size(); i++) {
            Note note = part.notes().get(i);
            if (voiced && part.notation().voices().get(i) != 1) {
                continue;
            }
            if (line.isEmpty() || note.onset() >= line.getLast().end()) {
                line.add(note);
            } else if (note.onset() == line.getLast().onset()) {
                line.set(line.size() - 1, note);
            }
        }
        return part.withNotes(line);
    }
}
