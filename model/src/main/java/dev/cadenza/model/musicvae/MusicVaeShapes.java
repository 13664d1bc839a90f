package dev.cadenza.model.musicvae;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.ModelSpec;
import java.util.SortedMap;
import java.util.TreeMap;

/// Names and shapes of the tensors of a MusicVAE, as `docs/formats/checkpoint.md` lists them.
public final class MusicVaeShapes {

    /// Blocks of rows of an LSTM.
    private static final int GATES = 4;

    private final SortedMap<String, int[]> shapes = new TreeMap<>();

    private MusicVaeShapes() {
    }

    /// Every tensor that a model has, with its axes.
    ///
    /// @throws dev.cadenza.score.CadenzaException.RequestException where the spec cannot read what the tokenizer writes
    public static SortedMap<String, int[]> of(ModelSpec.MusicVae spec, Tokenizer tokenizer) {
        Excerpts.of(spec, tokenizer);
        InputRows rows = InputRows.of(spec, tokenizer);
        MusicVaeShapes made = new MusicVaeShapes();
        made.shapes.put("encoder.input.weight", new int[] {rows.rows(), spec.embedding()});
        made.lstm("encoder.forward.", 1, spec.encoder(), spec.embedding());
        made.lstm("encoder.backward.", 1, spec.encoder(), spec.embedding());
        made.linear("latent.mean", spec.latent(), 2 * spec.encoder());
        made.linear("latent.deviation", spec.latent(), 2 * spec.encoder());
        if (spec.hierarchical()) {
            made.linear("conductor.start", 2 * spec.conductor(), spec.latent());
            made.lstm("conductor.", 1, spec.conductor(), spec.latent());
        }
        made.linear("decoder.start", 2 * spec.layers() * spec.decoder(), spec.condition());
        made.shapes.put("decoder.input.weight", new int[] {rows.rows(), spec.embedding()});
        made.lstm("decoder.", spec.layers(), spec.decoder(), spec.embedding() + spec.condition());
        for (int place = 0; place < rows.places(); place++) {
            made.linear("head." + place + ".hidden", spec.head(), spec.decoder());
            if (place > 0) {
                made.shapes.put("head." + place + ".features.weight", new int[] {place * rows.vocabulary(), spec.head()});
            }
            made.linear("head." + place + ".token", rows.vocabulary(), spec.head());
        }
        return made.shapes;
    }

    private void linear(String name, int outputs, int inputs) {
        shapes.put(name + ".weight", new int[] {outputs, inputs});
        shapes.put(name + ".bias", new int[] {outputs});
    }

    private void lstm(String prefix, int layers, int hidden, int input) {
        for (int layer = 0; layer < layers; layer++) {
            shapes.put(prefix + "weight_ih_l" + layer, new int[] {GATES * hidden, layer == 0 ? input : hidden});
            shapes.put(prefix + "weight_hh_l" + layer, new int[] {GATES * hidden, hidden});
            shapes.put(prefix + "bias_ih_l" + layer, new int[] {GATES * hidden});
            shapes.put(prefix + "bias_hh_l" + layer, new int[] {GATES * hidden});
        }
    }
}
