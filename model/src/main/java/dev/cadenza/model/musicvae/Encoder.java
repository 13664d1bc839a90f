package dev.cadenza.model.musicvae;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Latent;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.kernel.Curves;
import dev.cadenza.model.kernel.Layer;
import dev.cadenza.model.kernel.Matrix;
import dev.cadenza.model.kernel.Recurrence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What makes a Gaussian of an excerpt: immutable.
record Encoder(InputRows rows, Matrix input, Layer forward, Layer backward, Affine mean, Affine deviation) {

    /// Above it the logarithm of the deviation's curve is a straight line, as libtorch has it.
    private static final float STRAIGHT = 20;

    static Encoder of(ModelSpec.MusicVae spec, InputRows rows, Map<String, Tensor> weights) {
        return new Encoder(rows, Matrix.table(weights.get("encoder.input.weight")),
                Layer.of("encoder.forward.", ModelSpec.Cell.LSTM, spec.encoder(), 0, weights),
                Layer.of("encoder.backward.", ModelSpec.Cell.LSTM, spec.encoder(), 0, weights),
                Affine.of("latent.mean", weights), Affine.of("latent.deviation", weights));
    }

    Latent.Gaussian encode(TokenSequence excerpt) {
        float[] both = new float[2 * forward.hidden()];
        System.arraycopy(read(forward, excerpt, false), 0, both, 0, forward.hidden());
        System.arraycopy(read(backward, excerpt, true), 0, both, forward.hidden(), forward.hidden());
        float[] spread = deviation.apply(both);
        for (int i = 0; i < spread.length; i++) {
            spread[i] = softplus(spread[i]);
        }
        return new Latent.Gaussian(mean.apply(both), spread);
    }

    /// `ln(1 + e^x)`, never 0.
    private static float softplus(float x) {
        return x > STRAIGHT ? x : Math.max(Float.MIN_NORMAL, (float) StrictMath.log1p(Curves.exp(x)));
    }

    private float[] read(Layer layer, TokenSequence excerpt, boolean fromEnd) {
        Recurrence recurrence = new Recurrence(List.of(layer));
        float[] x = new float[input.rows()];
        float[] h = {};
        for (int i = 0; i < excerpt.steps(); i++) {
            int step = fromEnd ? excerpt.steps() - 1 - i : i;
            Arrays.fill(x, 0);
            for (int place = 0; place < rows.places(); place++) {
                input.addColumn(rows.token(place, excerpt.token(step, place)), x);
            }
            input.addColumn(rows.position(step), x);
            h = recurrence.next(x);
        }
        return h;
    }
}
