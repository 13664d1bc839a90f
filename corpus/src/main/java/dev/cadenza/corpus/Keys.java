package dev.cadenza.corpus;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.KeyFinder;
import java.util.List;
import java.util.Optional;

/// Keys of music that does not state them, or states them by half: [KeyFinder], with some weight on the note that ends a
/// piece, which is its tonic more often than not.
public final class Keys {

    /// The last note counts as if it lasted that share of the piece. Chosen on 904 folk tunes with stated keys, of which
    /// it costs a hundredth, and on chorales, of which a sixth more are then in the key they end in.
    private static final double LAST_NOTE = 0.1;

    private Keys() {
    }

    /// The likeliest key of a whole score, from tick 0 on; empty where there are no notes but drums.
    public static Optional<KeySignature> likeliest(Score score) {
        double[] heard = new double[12];
        Note last = null;
        for (Part part : score.parts()) {
            if (!part.instrument().drums()) {
                add(heard, part.notes());
                for (Note note : part.notes()) {
                    last = last == null || closes(note, last) ? note : last;
                }
            }
        }
        if (last == null) {
            return Optional.empty();
        }
        double all = 0;
        for (double ticks : heard) {
            all += ticks;
        }
        heard[last.pitch().pitchClass()] += LAST_NOTE * all;
        return Optional.of(KeyFinder.find(heard).key().signature(0));
    }

    private static boolean closes(Note note, Note last) {
        return note.end() > last.end() || note.end() == last.end() && note.pitch().midi() < last.pitch().midi();
    }

    private static void add(double[] heard, List<Note> notes) {
        for (Note note : notes) {
            heard[note.pitch().pitchClass()] += note.duration();
        }
    }
}
