package dev.cadenza.model.generate;

import java.util.random.RandomGenerator;

/// Finds a way to the end. A model that is simply cut off and made to sound the tonic may come from anywhere; so the last
/// bars are written several times, and the one stays that needed the least force: whose masked choices the model would
/// most likely have made by itself.
final class Endings {

    private static final int TRIES = 8;

    private Endings() {
    }

    /// @param outline of the piece
    /// @param drafting at the start of the piece
    /// @param steps how many steps at the end are written several times
    static Draft best(Outline outline, Drafting drafting, int steps, RandomGenerator random) {
        drafting.writeTo(outline.steps() - steps, false, random);
        Draft best = null;
        for (int i = 0; i < TRIES; i++) {
            Draft draft = drafting.again().writeTo(outline.steps(), true, Composer.random(random.nextLong())).draft();
            if (best == null || draft.forced() < best.forced()) {
                best = draft;
            }
        }
        return best;
    }
}
