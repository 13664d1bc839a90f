package dev.cadenza.evaluate;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.structure.MelodyFinder;
import java.util.Comparator;
import java.util.List;

/// The melody as metrics take it. Where every part is a voice of its own (a choir, a quartet) it is the highest of them, for there
/// [MelodyFinder#part] looks in vain for the part of single notes; otherwise the part that it finds, or the only one. Of
/// that part it is the line that stands out.
///
/// @param notes one after the other
record HeardMelody(List<Note> notes) {

    /// Of five notes of a voice, one may begin while another sounds.
    private static final int SINGLE = 5;

    static HeardMelody of(Score score) {
        List<Part> parts = score.parts().stream().filter(part -> !part.instrument().drums() && !part.notes().isEmpty()).toList();
        if (parts.isEmpty()) {
            return new HeardMelody(List.of());
        }
        Part part = parts.size() > 1 && parts.stream().allMatch(HeardMelody::isVoice)
                ? parts.stream().max(Comparator.comparingDouble(HeardMelody::height)).orElseThrow()
                : MelodyFinder.part(score).orElseThrow();
        return new HeardMelody(MelodyFinder.line(part.notes(), score.resolution()));
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
