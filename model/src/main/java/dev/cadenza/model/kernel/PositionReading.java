package dev.cadenza.model.kernel;

import dev.cadenza.model.Session;

/// A reading that goes through the layers once a position, and computes logits only when they are asked for.
public abstract class PositionReading implements Session {

    private final float[] logits;
    private boolean ready;      // the recurrence stands at the present position
    private boolean scored;

    /// @param vocabulary number of logits
    protected PositionReading(int vocabulary) {
        logits = new float[vocabulary];
    }

    /// Takes the recurrence to the present position.
    protected abstract void recur();

    /// Computes the logits of the next token.
    protected abstract void score(float[] logits);

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
    protected final void stand() {
        if (!ready) {
            recur();
            ready = true;
        }
    }

    /// The next token is another one.
    ///
    /// @param moved whether it stands at a new position
    protected final void next(boolean moved) {
        scored = false;
        ready &= !moved;
    }
}
