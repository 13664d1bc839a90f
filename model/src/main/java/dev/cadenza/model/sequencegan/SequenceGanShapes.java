package dev.cadenza.model.sequencegan;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Names and shapes of the tensors of a sequence GAN's generator, as `docs/formats/checkpoint.md` lists them. What judged it
/// while it learnt is no part of the model.
public final class SequenceGanShapes {

    private SequenceGanShapes() {
    }

    /// Every tensor that a generator has, with its axes.
    ///
    /// @throws RequestException where the representation is no single line on a grid
    public static SortedMap<String, int[]> of(ModelSpec.SequenceGan spec, Tokenizer tokenizer) {
        GridTokenizer grid = line(tokenizer);
        int vocabulary = grid.vocabulary().size();
        SortedMap<String, int[]> shapes = new TreeMap<>();
        shapes.put("token.weight", new int[] {vocabulary + 1, spec.embedding()});
        shapes.put("noise.weight", new int[] {spec.embedding(), spec.noise()});
        for (ContextRow row : known(grid)) {
            shapes.put("row." + row.name() + ".weight", new int[] {row.size(), spec.embedding()});
        }
        int gates = ModelSpec.Cell.LSTM.gates() * spec.hidden();
        for (int layer = 0; layer < spec.layers(); layer++) {
            shapes.put("rnn.weight_ih_l" + layer, new int[] {gates, layer == 0 ? spec.embedding() : spec.hidden()});
            shapes.put("rnn.weight_hh_l" + layer, new int[] {gates, spec.hidden()});
            shapes.put("rnn.bias_ih_l" + layer, new int[] {gates});
            shapes.put("rnn.bias_hh_l" + layer, new int[] {gates});
        }
        shapes.put("output.weight", new int[] {vocabulary, spec.hidden()});
        shapes.put("output.bias", new int[] {vocabulary});
        return shapes;
    }

    /// The grid of a single line.
    ///
    /// @throws RequestException where the tokenizer writes something else
    public static GridTokenizer line(Tokenizer tokenizer) {
        if (tokenizer instanceof GridTokenizer grid && grid.width() == 1) {
            return grid;
        }
        throw new RequestException("representation", "REPRESENTATION_UNSUITED",
                "a sequence GAN reads one token a step, as the representation \"melody\" writes them.", "Use that representation.");
    }

    /// The facts beside the tokens that a generator is told: all that the past tells, so where each step lies in its bar.
    public static List<ContextRow> known(Tokenizer tokenizer) {
        return tokenizer.contextRows().stream().filter(row -> !row.hint()).toList();
    }
}
