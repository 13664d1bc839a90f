package dev.cadenza.train;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.EventFeatures;
import dev.cadenza.model.FeatureTable;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.StepFeatures;
import org.bytedeco.pytorch.Tensor;

/// First weights of a recurrent network; tables of summed features start small.
final class Initialisation {

    private final WeightDraw weights = new WeightDraw();

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
                    drawn.weights.table("embedding.weight", vocabulary + 1, layout.embedding(), 1);
                }
                drawn.weights.recurrence("rnn", spec.cell(), spec.layers(), spec.hidden(), oneHot ? vocabulary + 1 : layout.embedding());
                drawn.weights.linear("output", vocabulary, hidden);
            }
            case Layout.StepLayout layout -> {
                StepFeatures features = new StepFeatures(layout, Layout.grid(tokenizer));
                drawn.features("input.weight", features.input(), layout.embedding());
                drawn.weights.recurrence("rnn", spec.cell(), spec.layers(), spec.hidden(), layout.embedding());
                for (int place = 0; place < features.places(); place++) {
                    String head = "head." + place + ".";
                    drawn.weights.linear(head + "hidden", layout.head(), hidden);
                    drawn.features(head + "features.weight", features.head(place), layout.head());
                    drawn.weights.linear(head + "token", vocabulary, layout.head());
                    drawn.weights.linear(head + "move", features.moves(), layout.head());
                    if (place > 0) {
                        drawn.weights.linear(head + "chord", features.chords(place), layout.head());
                    }
                }
            }
            case Layout.EventLayout layout -> {
                EventFeatures features = new EventFeatures(layout, Layout.events(tokenizer));
                drawn.features("input.weight", features.input(), layout.embedding());
                drawn.weights.recurrence("rnn", spec.cell(), spec.layers(), spec.hidden(), layout.embedding());
                drawn.weights.linear("head.hidden", layout.head(), hidden);
                drawn.features("head.features.weight", features.head(), layout.head());
                drawn.weights.linear("head.token", vocabulary, layout.head());
                drawn.weights.linear("head.move", features.moves(), layout.head());
                drawn.weights.linear("head.track", features.moves(), layout.head());
            }
        }
        return drawn.weights.done();
    }

    private void features(String name, FeatureTable table, int width) {
        Tensor rows = weights.table(name, table.rows(), width, 0.5 / Math.sqrt(table.slots()));
        rows.narrow(0, 0, 1).zero_();
    }
}
