package dev.cadenza.model.recurrent;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.EventFeatures;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.StepFeatures;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Names and shapes of the tensors of the recurrent family, as `docs/formats/checkpoint.md` lists them.
public final class RecurrentShapes {

    private RecurrentShapes() {
    }

    /// Every tensor that a model has, with its axes.
    public static SortedMap<String, int[]> of(ModelSpec.Recurrent spec, Tokenizer tokenizer) {
        SortedMap<String, int[]> shapes = new TreeMap<>();
        int vocabulary = tokenizer.vocabulary().size();
        int input = switch (spec.layout()) {
            case Layout.TokenLayout token -> token(shapes, spec, token, vocabulary);
            case Layout.StepLayout step -> step(shapes, spec, step, Layout.grid(tokenizer));
            case Layout.EventLayout event -> event(shapes, spec, event, Layout.events(tokenizer));
        };
        int gates = spec.cell().gates() * spec.hidden();
        for (int layer = 0; layer < spec.layers(); layer++) {
            shapes.put("rnn.weight_ih_l" + layer, new int[] {gates, layer == 0 ? input : spec.hidden()});
            shapes.put("rnn.weight_hh_l" + layer, new int[] {gates, spec.hidden()});
            shapes.put("rnn.bias_ih_l" + layer, new int[] {gates});
            shapes.put("rnn.bias_hh_l" + layer, new int[] {gates});
        }
        return shapes;
    }

    /// Size of the input of the first layer.
    private static int token(SortedMap<String, int[]> shapes, ModelSpec.Recurrent spec, Layout.TokenLayout layout,
                             int vocabulary) {
        shapes.put("output.weight", new int[] {vocabulary, spec.hidden()});
        shapes.put("output.bias", new int[] {vocabulary});
        if (layout.input() == Layout.Input.ONE_HOT) {
            return vocabulary + 1;
        }
        shapes.put("embedding.weight", new int[] {vocabulary + 1, layout.embedding()});
        return layout.embedding();
    }

    private static int step(SortedMap<String, int[]> shapes, ModelSpec.Recurrent spec, Layout.StepLayout layout,
                            GridTokenizer tokenizer) {
        StepFeatures features = new StepFeatures(layout, tokenizer);
        shapes.put("input.weight", new int[] {features.input().rows(), layout.embedding()});
        for (int place = 0; place < features.places(); place++) {
            String head = "head." + place + ".";
            shapes.put(head + "hidden.weight", new int[] {layout.head(), spec.hidden()});
            shapes.put(head + "hidden.bias", new int[] {layout.head()});
            shapes.put(head + "features.weight", new int[] {features.head(place).rows(), layout.head()});
            shapes.put(head + "token.weight", new int[] {features.vocabulary(), layout.head()});
            shapes.put(head + "token.bias", new int[] {features.vocabulary()});
            shapes.put(head + "move.weight", new int[] {features.moves(), layout.head()});
            shapes.put(head + "move.bias", new int[] {features.moves()});
            if (place > 0) {
                shapes.put(head + "chord.weight", new int[] {features.chords(place), layout.head()});
                shapes.put(head + "chord.bias", new int[] {features.chords(place)});
            }
        }
        return layout.embedding();
    }

    private static int event(SortedMap<String, int[]> shapes, ModelSpec.Recurrent spec, Layout.EventLayout layout,
                             EventTokenizer tokenizer) {
        EventFeatures features = new EventFeatures(layout, tokenizer);
        shapes.put("input.weight", new int[] {features.input().rows(), layout.embedding()});
        shapes.put("head.hidden.weight", new int[] {layout.head(), spec.hidden()});
        shapes.put("head.hidden.bias", new int[] {layout.head()});
        shapes.put("head.features.weight", new int[] {features.head().rows(), layout.head()});
        shapes.put("head.token.weight", new int[] {features.vocabulary(), layout.head()});
        shapes.put("head.token.bias", new int[] {features.vocabulary()});
        for (String moves : List.of("move", "track")) {
            shapes.put("head." + moves + ".weight", new int[] {features.moves(), layout.head()});
            shapes.put("head." + moves + ".bias", new int[] {features.moves()});
        }
        return layout.embedding();
    }
}
