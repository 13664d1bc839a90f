package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.randn;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.EventFeatures;
import dev.cadenza.model.FeatureTable;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.StepFeatures;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/// First weights of a recurrent network: uniform within one over the root of the inputs, as libtorch draws them; the
/// LSTM's forget gate starts open (Jozefowicz et al. 2015); tables of summed features start small.
final class Initialisation {

    private final Parameters parameters = new Parameters();

    private Initialisation() {
    }

    static Parameters draw(ModelSpec.Recurrent spec, Tokenizer tokenizer) {
        Initialisation drawn = new Initialisation();
        int vocabulary = tokenizer.vocabulary().size();
        int hidden = spec.hidden();
        switch (spec.layout()) {
            case Layout.TokenLayout layout -> {
                boolean oneHot = layout.input() == Layout.Input.ONE_HOT;
                if (!oneHot) {
                    drawn.table("embedding.weight", vocabulary + 1, layout.embedding(), 1);
                }
                drawn.recurrence(spec, oneHot ? vocabulary + 1 : layout.embedding());
                drawn.linear("output", vocabulary, hidden);
            }
            case Layout.StepLayout layout -> {
                StepFeatures features = new StepFeatures(layout, Layout.grid(tokenizer));
                drawn.features("input.weight", features.input(), layout.embedding());
                drawn.recurrence(spec, layout.embedding());
                for (int place = 0; place < features.places(); place++) {
                    String head = "head." + place + ".";
                    drawn.linear(head + "hidden", layout.head(), hidden);
                    drawn.features(head + "features.weight", features.head(place), layout.head());
                    drawn.linear(head + "token", vocabulary, layout.head());
                    drawn.linear(head + "move", features.moves(), layout.head());
                    if (place > 0) {
                        drawn.linear(head + "chord", features.chords(place), layout.head());
                    }
                }
            }
            case Layout.EventLayout layout -> {
                EventFeatures features = new EventFeatures(layout, Layout.events(tokenizer));
                drawn.features("input.weight", features.input(), layout.embedding());
                drawn.recurrence(spec, layout.embedding());
                drawn.linear("head.hidden", layout.head(), hidden);
                drawn.features("head.features.weight", features.head(), layout.head());
                drawn.linear("head.token", vocabulary, layout.head());
                drawn.linear("head.move", features.moves(), layout.head());
                drawn.linear("head.track", features.moves(), layout.head());
            }
        }
        drawn.parameters.all().forEach(tensor -> tensor.requires_grad_(true));
        return drawn.parameters;
    }

    private void recurrence(ModelSpec.Recurrent spec, int input) {
        int hidden = spec.hidden();
        int rows = spec.cell().gates() * hidden;
        double bound = 1 / Math.sqrt(hidden);
        for (int layer = 0; layer < spec.layers(); layer++) {
            uniform("rnn.weight_ih_l" + layer, bound, rows, layer == 0 ? input : hidden);
            uniform("rnn.weight_hh_l" + layer, bound, rows, hidden);
            Tensor bias = uniform("rnn.bias_ih_l" + layer, bound, rows);
            uniform("rnn.bias_hh_l" + layer, bound, rows);
            if (spec.cell() == ModelSpec.Cell.LSTM) {
                bias.narrow(0, hidden, hidden).fill_(new Scalar(1));
            }
        }
    }

    private void linear(String name, int outputs, int inputs) {
        double bound = 1 / Math.sqrt(inputs);
        uniform(name + ".weight", bound, outputs, inputs);
        uniform(name + ".bias", bound, outputs);
    }

    private void features(String name, FeatureTable table, int width) {
        Tensor weights = table(name, table.rows(), width, 0.5 / Math.sqrt(table.slots()));
        weights.narrow(0, 0, 1).zero_();
    }

    private Tensor table(String name, int rows, int width, double deviation) {
        return parameters.add(name, randn(rows, width).mul_(new Scalar(deviation)));
    }

    private Tensor uniform(String name, double bound, long... shape) {
        return parameters.add(name, zeros(shape).uniform_(-bound, bound, new GeneratorOptional()));
    }
}
