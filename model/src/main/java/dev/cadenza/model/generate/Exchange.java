package dev.cadenza.model.generate;

import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A part some of whose notes are exchanged for others. Of its page all stays but what stood at the notes that go: their grace notes,
/// articulations, fingerings and slurs. Words, dynamics and fermatas stay: they belong to the music there, whatever its notes.
final class Exchange {

    private static final Set<Mark.Sign> OF_THE_MUSIC = Set.of(Mark.Sign.FERMATA, Mark.Sign.BREATH, Mark.Sign.CAESURA);

    /// A note and the voice it is written in.
    private record Written(Note note, int voice) {
    }

    private Exchange() {
    }

    /// @param goes which notes are taken out
    /// @param fresh what comes in
    static Part of(Part part, Predicate<Note> goes, List<Note> fresh) {
        Notation page = part.notation();
        Set<Long> gone = part.notes().stream().filter(goes).map(Note::onset).collect(Collectors.toSet());
        List<GraceNote> graces = page.graces().stream().filter(grace -> !gone.contains(grace.tick())).toList();
        List<Mark> marks = page.marks().stream().filter(mark -> stays(mark, gone)).toList();
        boolean voiced = !page.voices().isEmpty();
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < part.notes().size(); i++) {
            written.add(new Written(part.notes().get(i), voiced ? page.voices().get(i) : 1));
        }
        int usual = usual(page.voices());
        written.removeIf(one -> goes.test(one.note()));
        fresh.forEach(note -> written.add(new Written(note, usual)));
        written.sort(Comparator.comparing(Written::note, Note.ORDER));
        return new Part(part.name(), part.instrument(), written.stream().map(Written::note).toList(), part.controls(), part.lyrics(),
                new Notation(voiced ? written.stream().map(Written::voice).toList() : List.of(), graces, marks));
    }

    private static boolean stays(Mark mark, Set<Long> gone) {
        return switch (mark) {
            case Mark.Articulation at -> !gone.contains(at.tick()) || OF_THE_MUSIC.contains(at.sign());
            case Mark.Fingering at -> !gone.contains(at.tick());
            case Mark.Slur slur -> !gone.contains(slur.tick()) && !gone.contains(slur.end());
            case Mark.Dynamic _, Mark.Hairpin _, Mark.Words _ -> true;
        };
    }

    /// The voice that most notes are written in, the first of those.
    private static int usual(List<Integer> voices) {
        Map<Integer, Long> counts = voices.stream().collect(Collectors.groupingBy(voice -> voice, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey).orElse(1);
    }
}
