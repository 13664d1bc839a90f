package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.Repair;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.structure.MetreEstimate;
import dev.cadenza.score.structure.MetreFinder;
import dev.cadenza.score.theory.TempoMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Repairs what can be read and yet cannot be meant. Written music (whose source knows of voices) is left as it is.
///
/// - `ZERO_LENGTH`: notes that sound but have no length get that of a 64th note; drums need none.
/// - `OVERLONG_TAIL`: notes that go on for more than half a minute after the last note of all has begun end two whole
///   notes after that.
/// - `METRE_MISSING`, `METRE_WRONG`: bars found by [MetreFinder] where the notes show others than the file states.
final class Mending {

    private static final int SIXTY_FOURTH = 16;
    private static final double MOST_TAIL_SECONDS = 30;
    private static final int TAIL_QUARTERS = 8;

    private Mending() {
    }

    static SourcePiece of(SourcePiece piece) {
        Score score = piece.score();
        List<Repair> repairs = new ArrayList<>(piece.repairs());
        long shortest = Math.max(1, score.resolution() / SIXTY_FOURTH);
        score = mended(score, repairs, "ZERO_LENGTH", "a note has no length; it lasts a 64th note.", Mending::soundless,
                note -> new Note(note.onset(), shortest, note.pitch(), note.velocity()));
        long last = score.parts().stream().flatMap(part -> part.notes().stream()).mapToLong(Note::onset).max().orElse(0);
        TempoMap tempos = TempoMap.of(score);
        long end = last + (long) TAIL_QUARTERS * score.resolution();
        double latest = tempos.seconds(last) + MOST_TAIL_SECONDS;
        if (score.end() > end && tempos.seconds(score.end()) > latest) {
            score = mended(score, repairs, "OVERLONG_TAIL", "a note goes on long after the last one has begun; it ends two whole notes "
                    + "after that.", (part, note) -> note.end() > end && tempos.seconds(note.end()) > latest,
                    note -> new Note(note.onset(), end - note.onset(), note.pitch(), note.velocity()));
        }
        score = score.parts().stream().anyMatch(Mending::written) ? score : barred(score, repairs);
        return repairs.size() == piece.repairs().size() ? piece : new SourcePiece(piece.id(), score, piece.share(), repairs);
    }

    /// The score with the bars that its notes show, where its file states none or wrong ones.
    private static Score barred(Score score, List<Repair> repairs) {
        MetreEstimate found = MetreFinder.find(score);
        if (!found.distrusted()) {
            return score;
        }
        repairs.add(score.meters().isEmpty()
                ? new Repair("METRE_MISSING", 1, "no metre is stated; the bars were found from the notes.")
                : new Repair("METRE_WRONG", 1, "the notes do not lie in the bars that are stated; others were found from them."));
        return MetreFinder.repaired(score);
    }

    private static boolean soundless(Part part, Note note) {
        return note.duration() == 0 && !part.instrument().drums();
    }

    /// Whether a note of a part is at fault.
    @FunctionalInterface
    private interface Fault {
        boolean of(Part part, Note note);
    }

    private static Score mended(Score score, List<Repair> repairs, String code, String says, Fault fault, Function<Note, Note> cure) {
        int times = 0;
        List<Part> parts = new ArrayList<>();
        for (Part part : score.parts()) {
            Predicate<Note> faulty = note -> fault.of(part, note);
            int found = written(part) ? 0 : (int) part.notes().stream().filter(faulty).count();
            times += found;
            parts.add(found == 0 ? part : part.withNotes(part.notes().stream().map(note -> faulty.test(note) ? cure.apply(note) : note)
                    .sorted(Note.ORDER).toList()));
        }
        if (times == 0) {
            return score;
        }
        repairs.add(new Repair(code, times, says));
        return score.withParts(parts);
    }

    private static boolean written(Part part) {
        return !part.notation().equals(Notation.NONE);
    }
}
