package dev.cadenza.model.sequencegan;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.NoiseDriven;
import dev.cadenza.model.Session;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.kernel.Layer;
import dev.cadenza.model.kernel.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The generator of a sequence GAN, ready to play: one vector of noise is a piece of music, given how each note is drawn.
/// Given its noise it tells what is likely to come next, as a recurrent model does.
public final class SequenceGanModel implements NoiseDriven {

    private final ModelSpec.SequenceGan spec;
    private final Facts facts;
    private final Weights weights;

    /// What has been learnt: immutable. `E` is the embedding, `H` the hidden units, `V` the vocabulary, `N` the noise.
    ///
    /// @param token (V + 1, E) as a table; the last entry stands before the first token
    /// @param noise (E, N)
    /// @param rows for each fact of [SequenceGanShapes#known], (values, E) as a table
    /// @param places of these facts among the context rows
    /// @param contextRows how many of these there are
    /// @param output (V, H)
    /// @param outputBias (V)
    record Weights(List<Layer> layers, Matrix token, Matrix noise, List<Matrix> rows, int[] places, int contextRows, Matrix output,
            float[] outputBias) {

        static Weights of(ModelSpec.SequenceGan spec, Tokenizer tokenizer, Map<String, Tensor> tensors) {
            List<Layer> layers = new ArrayList<>();
            for (int layer = 0; layer < spec.layers(); layer++) {
                layers.add(Layer.of(ModelSpec.Cell.LSTM, spec.hidden(), layer, tensors));
            }
            List<ContextRow> known = SequenceGanShapes.known(tokenizer);
            return new Weights(List.copyOf(layers), Matrix.table(tensors.get("token.weight")),
                    Matrix.of(tensors.get("noise.weight")),
                    known.stream().map(row -> Matrix.table(tensors.get("row." + row.name() + ".weight"))).toList(),
                    known.stream().mapToInt(tokenizer.contextRows()::indexOf).toArray(),
                    tokenizer.contextRows().size(), Matrix.of(tensors.get("output.weight")), tensors.get("output.bias").toFloats());
        }
    }

    /// @param spec of the checkpoint
    /// @param hash see [dev.cadenza.model.MusicModel#hash]
    public SequenceGanModel(ModelSpec.SequenceGan spec, Checkpoint checkpoint, String hash) {
        this.spec = spec;
        this.facts = Facts.of(checkpoint, hash);
        this.weights = Weights.of(spec, checkpoint.tokenizer(), checkpoint.weights());
    }

    @Override
    public int noise() {
        return spec.noise();
    }

    @Override
    public Autoregressive given(float[] noise) {
        if (noise.length != spec.noise()) {
            throw new IllegalArgumentException(noise.length + " numbers of noise instead of " + spec.noise());
        }
        float[] heard = new float[spec.embedding()];
        weights.noise().addProduct(noise, heard);
        return new Given(heard);
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public ModelSpec.SequenceGan spec() {
        return spec;
    }

    /// The generator with its noise.
    private final class Given implements Autoregressive {

        private final float[] heard;

        Given(float[] heard) {
            this.heard = heard;
        }

        @Override
        public Session session(ContextReader context) {
            return new NoiseReading(weights, heard, context);
        }

        @Override
        public Facts facts() {
            return facts;
        }
    }
}
