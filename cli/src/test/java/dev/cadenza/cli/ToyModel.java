package dev.cadenza.cli;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Shapes;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A model that has learnt nothing.
final class ToyModel {

    static final ModelSpec.Recurrent SPEC = new ModelSpec.Recurrent(ModelSpec.Cell.GRU, 1, 8, 0,
            new Layout.TokenLayout(Layout.Input.ONE_HOT, 0));

    private ToyModel() {
    }

    static void write(Path folder) {
        write(folder, new MelodyTokenizer(4), List.of());
    }

    static void write(Path folder, Tokenizer tokenizer, List<TokenSequence> windows) {
        checkpoint(tokenizer, windows).write(folder);
    }

    /// A model that draws four voices, and has learnt nothing either.
    static void writeVoices(Path folder, ModelSpec.DeepBach.Reading reading) {
        checkpoint(new ModelSpec.DeepBach(reading, 8, 8, 1, 8, 0), SatbTokenizer.SIXTEENTHS, List.of()).write(folder);
    }

    static Checkpoint checkpoint(Tokenizer tokenizer, List<TokenSequence> windows) {
        return checkpoint(SPEC, tokenizer, windows);
    }

    static Checkpoint checkpoint(ModelSpec spec, Tokenizer tokenizer, List<TokenSequence> windows) {
        Random random = new Random(1);
        Map<String, Tensor> weights = new TreeMap<>();
        Shapes.of(spec, tokenizer).forEach((name, shape) -> {
            float[] data = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (float) random.nextGaussian() / 4;
            }
            weights.put(name, Tensor.of(data, shape));
        });
        return new Checkpoint(spec, tokenizer, weights, Provenance.unknown(), windows);
    }
}
