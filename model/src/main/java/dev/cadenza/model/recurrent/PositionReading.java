package dev.cadenza.model.recurrent;

import dev.cadenza.model.Session;

/// A reading that goes through the layers once a position, and computes logits only when they are asked for.
abstract class PositionReading implements Session {

    private final float[] logits;
    private boolean ready;      // the recurrence stands at the present position
    private boolean scored;

    PositionReading(int vocabulary) {
        logits = new float[vocabulary];
    }

    /// Takes the recurrence to the present position.
    abstract void recur();

    /// Computes the logits of the next token.
    abstract void score(float[] logits);

    @Override
    public final float[] logits() {
        stand();
        if (!scored) {
            score(logits);
            scored = true;
        }
        return logits;
    }

    /// Makes sure that the recurrence stands at the present position.
    final void stand() {
        if (!ready) {
            recur();
            ready = true;
        }
    }

    /// The next token is another one.
    ///
    /// @param moved whether it stands at a new position
    final void next(boolean moved) {
        scored = false;
        ready &= !moved;
    }
}
