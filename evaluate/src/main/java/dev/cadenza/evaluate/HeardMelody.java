package dev.cadenza.evaluate;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.structure.MelodyFinder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The melody as metrics take it: of the parts of single notes the highest, where those that play little are left out; without
/// such a part, what [MelodyFinder#part] finds. In choirs, bands and game music that one looks in vain for the only part of
/// single notes. Of the part it is the line that stands out.
///
/// @param notes one after the other
record HeardMelody(List<Note> notes) {

    /// Of five notes of a voice, one may begin while another sounds.
    private static final int SINGLE = 5;

    /// A voice with less than half the notes of another plays little.
    private static final int MUCH = 2;

    static HeardMelody of(Score score) {
        List<Part> voices = score.parts().stream().filter(part -> !part.instrument().drums() && !part.notes().isEmpty())
                .filter(HeardMelody::isVoice).toList();
        int most = voices.stream().mapToInt(part -> part.notes().size()).max().orElse(0);
        Optional<Part> highest = voices.stream().filter(part -> part.notes().size() * MUCH >= most)
                .max(Comparator.comparingDouble(HeardMelody::height));
        return new HeardMelody(highest.or(() -> MelodyFinder.part(score))
                .map(part -> MelodyFinder.line(part.notes(), score.resolution())).orElse(List.of()));
    }

    private static boolean isVoice(Part part) {
        int within = 0;
        long end = 0;
        for (Note note : part.notes()) {
            within += note.onset() < end ? 1 : 0;
            end = Math.max(end, note.end());
        }
        return within * SINGLE <= part.notes().size();
    }

    private static double height(Part part) {
        return part.notes().stream().mapToInt(note -> note.pitch().midi()).average().orElseThrow();
    }
}
