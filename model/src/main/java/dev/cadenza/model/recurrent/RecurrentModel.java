package dev.cadenza.model.recurrent;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.EventFeatures;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Session;
import dev.cadenza.model.StepFeatures;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.kernel.Layer;
import java.util.ArrayList;
import java.util.List;

/// A recurrent network ready to play, in the precision of its checkpoint: half precision is the faster one.
public final class RecurrentModel implements Autoregressive {

    private final ModelSpec.Recurrent spec;
    private final Facts facts;
    private final Network network;

    /// @param spec of the checkpoint
    /// @param hash see [dev.cadenza.model.MusicModel#hash]
    public RecurrentModel(ModelSpec.Recurrent spec, Checkpoint checkpoint, String hash) {
        this.spec = spec;
        this.facts = Facts.of(checkpoint, hash);
        List<Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < spec.layers(); layer++) {
            layers.add(Layer.of(spec.cell(), spec.hidden(), layer, checkpoint.weights()));
        }
        network = switch (spec.layout()) {
            case Layout.TokenLayout token -> TokenNetwork.of(List.copyOf(layers), token, checkpoint.weights());
            case Layout.StepLayout step -> StepNetwork.of(List.copyOf(layers), new StepFeatures(step, Layout.grid(checkpoint.tokenizer())),
                    checkpoint.weights());
            case Layout.EventLayout event -> EventNetwork.of(List.copyOf(layers),
                    new EventFeatures(event, Layout.events(checkpoint.tokenizer())), checkpoint.weights());
        };
    }

    @Override
    public Session session(ContextReader context) {
        return network.session(context);
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public ModelSpec.Recurrent spec() {
        return spec;
    }
}
