package dev.cadenza.evaluate;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.Comparator;
import java.util.List;

/// A score as metrics hear it: what several of them need, found once. Not for several threads at a time.
public final class Hearing {

    private static final Comparator<Note> IN_ORDER = Comparator.comparingLong(Note::onset)
            .thenComparingInt(note -> note.pitch().midi()).thenComparingLong(Note::duration);

    private final Score score;
    private final List<Note> pitched;
    private final List<Note> drums;
    private final BarMap bars;

    private Hearing(Score score) {
        this.score = score;
        this.pitched = notes(score, false);
        this.drums = notes(score, true);
        this.bars = BarMap.of(score);
    }

    /// Hears a score.
    public static Hearing of(Score score) {
        return new Hearing(score);
    }

    private static List<Note> notes(Score score, boolean drums) {
        return score.parts().stream().filter(part -> part.instrument().drums() == drums).map(Part::notes).flatMap(List::stream)
                .sorted(IN_ORDER).toList();
    }

    public Score score() {
        return score;
    }

    /// The notes of all parts but drums, by onset, then by pitch, then by duration.
    public List<Note> pitched() {
        return pitched;
    }

    /// The notes of drum parts, likewise.
    public List<Note> drums() {
        return drums;
    }

    /// Its bars.
    public BarMap bars() {
        return bars;
    }
}
