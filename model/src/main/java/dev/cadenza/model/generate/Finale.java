package dev.cadenza.model.generate;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// The end of music that was made as a stream of events.
final class Finale {

    private Finale() {
    }

    /// Steps that the last chord is held: the whole bar where it has three quarter notes or fewer, else two quarter notes.
    static int held(int barSteps, int stepsPerQuarter) {
        return barSteps <= 3 * stepsPerQuarter ? barSteps : 2 * stepsPerQuarter;
    }

    /// The score with its last notes held to the end, and all others ended before them.
    ///
    /// @param last step at which the last chord begins; `end` where there is none
    /// @param end step at which the music ends
    static Score of(Score score, int stepsPerQuarter, int last, int end) {
        long lastTick = (long) last * score.resolution() / stepsPerQuarter;
        long endTick = (long) end * score.resolution() / stepsPerQuarter;
        List<Part> parts = new ArrayList<>();
        for (Part part : score.parts()) {
            boolean drums = part.instrument().drums();
            parts.add(part.withNotes(part.notes().stream().filter(note -> note.onset() < endTick).map(note -> {
                long stop = drums ? Math.min(note.end(), endTick) : note.onset() < lastTick ? Math.min(note.end(), lastTick)
                        : note.onset() == lastTick ? endTick : Math.min(note.end(), endTick);
                return new Note(note.onset(), stop - note.onset(), note.pitch(), note.velocity());
            }).sorted(Note.ORDER).toList()));
        }
        return score.withParts(parts);
    }
}
