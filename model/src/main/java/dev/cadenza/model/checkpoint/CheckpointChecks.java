package dev.cadenza.model.checkpoint;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Shapes;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Whether the parts of a checkpoint fit each other.
final class CheckpointChecks {

    private static final String REMEDY = "The model is damaged or made of parts of several models; get a whole copy.";

    private CheckpointChecks() {
    }

    static void weights(ModelSpec spec, Tokenizer tokenizer, SortedMap<String, Tensor> weights) {
        SortedMap<String, int[]> shapes = Shapes.of(spec, tokenizer);
        shapes.forEach((name, shape) -> {
            Tensor tensor = weights.get(name);
            if (tensor == null) {
                throw refused(name, "TENSOR_MISSING", "the tensor is missing.");
            }
            if (!tensor.hasShape(shape)) {
                throw refused(name, "TENSOR_SHAPE", "the tensor has the shape " + Arrays.toString(tensor.shape())
                        + " instead of " + Arrays.toString(shape) + ".");
            }
        });
        for (Map.Entry<String, Tensor> entry : weights.entrySet()) {
            if (!shapes.containsKey(entry.getKey())) {
                throw refused(entry.getKey(), "TENSOR_UNKNOWN", "the model has no such tensor.");
            }
            if (entry.getValue().type() != weights.firstEntry().getValue().type()) {
                throw refused(entry.getKey(), "TENSOR_TYPE", "the tensor is of type " + entry.getValue().type()
                        + ", others are not.");
            }
            if (!entry.getValue().isFinite()) {
                throw refused(entry.getKey(), "TENSOR_NOT_FINITE", "the tensor holds numbers that are not finite.");
            }
        }
    }

    static void windows(Tokenizer tokenizer, List<TokenSequence> windows) {
        for (int i = 0; i < windows.size(); i++) {
            TokenSequence window = windows.get(i);
            String name = "windows[" + i + "]";
            if (window.width() != tokenizer.width() || window.contextRows() != tokenizer.contextRows().size()) {
                throw refused(name, "WINDOW", "the window does not have the form of the representation.");
            }
            for (int token : window.tokens()) {
                if (token < 0 || token >= tokenizer.vocabulary().size()) {
                    throw refused(name, "WINDOW", "there is no token " + token + ".");
                }
            }
            for (int row = 0; row < window.contextRows(); row++) {
                int size = tokenizer.contextRows().get(row).size();
                for (int step = 0; step < window.steps(); step++) {
                    int value = window.context(row, step);
                    if (value < 0 || value >= size) {
                        throw refused(name, "WINDOW", "context row " + row + " has no value " + value + ".");
                    }
                }
            }
        }
    }

    private static ModelException refused(String member, String code, String cause) {
        return new ModelException("model", new Place.Member(member), code, cause, REMEDY);
    }
}
