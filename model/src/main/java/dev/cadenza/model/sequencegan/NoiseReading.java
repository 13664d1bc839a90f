package dev.cadenza.model.sequencegan;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.model.kernel.PositionReading;
import dev.cadenza.model.kernel.Recurrence;
import java.util.Objects;

/// A generator on its way through one piece: at each step it hears the noise, the token before, and where in its bar it is.
final class NoiseReading extends PositionReading {

    private final SequenceGanModel.Weights weights;
    private final float[] heard;
    private final ContextReader context;
    private final int[] values;
    private final float[] x;
    private final Recurrence recurrence;
    private int last;
    private int length;
    private float[] h = {};

    /// @param heard (E): what the noise contributes to each step
    /// @param context owned from now on
    NoiseReading(SequenceGanModel.Weights weights, float[] heard, ContextReader context) {
        super(weights.outputBias().length);
        this.weights = weights;
        this.heard = heard;
        this.context = context;
        this.values = new int[weights.contextRows()];
        this.x = new float[heard.length];
        this.recurrence = new Recurrence(weights.layers());
        this.last = weights.outputBias().length;   // START
    }

    @Override
    public void accept(int token) {
        Objects.checkIndex(token, weights.outputBias().length);
        stand();
        context.accept(token);
        last = token;
        length++;
        next(true);
    }

    @Override
    protected void recur() {
        System.arraycopy(heard, 0, x, 0, x.length);
        weights.token().addColumn(last, x);
        context.read(values);
        for (int i = 0; i < weights.places().length; i++) {
            weights.rows().get(i).addColumn(values[weights.places()[i]], x);
        }
        h = recurrence.next(x);
    }

    @Override
    protected void score(float[] logits) {
        System.arraycopy(weights.outputBias(), 0, logits, 0, logits.length);
        weights.output().addProduct(h, logits);
    }

    @Override
    public int length() {
        return length;
    }
}
