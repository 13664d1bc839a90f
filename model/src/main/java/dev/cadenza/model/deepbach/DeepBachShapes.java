package dev.cadenza.model.deepbach;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.DeepBach.Reading;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.SortedMap;
import java.util.TreeMap;

/// Names and shapes of the tensors of DeepBach and of orderless networks, as `docs/formats/checkpoint.md` lists them.
public final class DeepBachShapes {

    private static final int GATES = 4;

    private DeepBachShapes() {
    }

    /// The tokenizer as one of four voices.
    ///
    /// @throws RequestException where it is another
    public static SatbTokenizer voices(Tokenizer tokenizer) {
        if (tokenizer instanceof SatbTokenizer voices) {
            return voices;
        }
        throw new RequestException("representation", "NOT_FOUR_VOICES", "networks of the family deepbach read four voices on a grid.",
                "Give the recipe the representation \"" + SatbTokenizer.NAME + "\".");
    }

    /// Every tensor that a model has, with its axes.
    public static SortedMap<String, int[]> of(ModelSpec.DeepBach spec, SatbTokenizer tokenizer) {
        SortedMap<String, int[]> shapes = new TreeMap<>();
        GridReading reading = new GridReading(tokenizer);
        if (spec.reading() == Reading.ORDERLESS) {
            shapes.put("input.weight", new int[] {reading.stepRows(), spec.embedding()});
            for (int layer = 0; layer < spec.layers(); layer++) {
                recurrence(shapes, "rnn.past.", layer, layer == 0 ? spec.embedding() : 2 * spec.hidden(), spec.hidden());
                recurrence(shapes, "rnn.future.", layer, layer == 0 ? spec.embedding() : 2 * spec.hidden(), spec.hidden());
            }
        }
        for (int voice = 0; voice < reading.voices(); voice++) {
            String name = "voice." + voice + ".";
            if (spec.reading() == Reading.NEIGHBOURS) {
                shapes.put(name + "input.weight", new int[] {reading.stepRows(), spec.embedding()});
                recurrence(shapes, name + "past.", 0, spec.embedding(), spec.hidden());
                recurrence(shapes, name + "future.", 0, spec.embedding(), spec.hidden());
            }
            shapes.put(name + "features.weight", new int[] {reading.headRows(), spec.head()});
            linear(shapes, name + "hidden", spec.head(), 2 * spec.hidden());
            linear(shapes, name + "symbol", reading.symbols(), spec.head());
            linear(shapes, name + "interval", reading.references() * GridReading.INTERVALS, spec.head());
        }
        return shapes;
    }

    private static void recurrence(SortedMap<String, int[]> shapes, String name, int layer, int input, int hidden) {
        shapes.put(name + "weight_ih_l" + layer, new int[] {GATES * hidden, input});
        shapes.put(name + "weight_hh_l" + layer, new int[] {GATES * hidden, hidden});
        shapes.put(name + "bias_ih_l" + layer, new int[] {GATES * hidden});
        shapes.put(name + "bias_hh_l" + layer, new int[] {GATES * hidden});
    }

    private static void linear(SortedMap<String, int[]> shapes, String name, int outputs, int inputs) {
        shapes.put(name + ".weight", new int[] {outputs, inputs});
        shapes.put(name + ".bias", new int[] {outputs});
    }
}
