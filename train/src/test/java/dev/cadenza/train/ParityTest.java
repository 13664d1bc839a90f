package dev.cadenza.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.LeadSheetTokenizer;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Models;
import dev.cadenza.model.Session;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is played is what was learnt: plain Java and libtorch compute the same function.
class ParityTest {

    /// Largest difference between the logits of both, in fp32.
    private static final double TOLERANCE = 1e-4;

    @BeforeAll
    static void oneThread() {
        Libtorch.start(1);
        torch.manual_seed(3);
    }

    static Stream<Arguments> networks() {
        return Stream.of(ModelSpec.Cell.values()).flatMap(cell -> Stream.of(
                Arguments.of(Toy.spec(cell, Toy.ONE_HOT, 0.2), Toy.MELODY, 60),
                Arguments.of(Toy.spec(cell, Toy.EMBEDDING, 0.2), Toy.voices(), 20),
                Arguments.of(Toy.spec(cell, Toy.STEPS, 0.2), Toy.MELODY, 60),
                Arguments.of(Toy.spec(cell, Toy.STEPS, 0.2), Toy.voices(), 60),
                Arguments.of(Toy.spec(cell, Toy.STEPS, 0.2), new LeadSheetTokenizer(4), 60),
                Arguments.of(Toy.spec(cell, Toy.ONE_HOT, 0.2), Toy.BAND, 60),
                Arguments.of(Toy.spec(cell, Toy.EVENTS, 0.2), Toy.BAND, 120),
                Arguments.of(Toy.spec(cell, Toy.EVENTS, 0.2), new RollTokenizer(4, false), 120),
                Arguments.of(shipped(cell, new Layout.EventLayout(192, 192, 12, true)), Toy.BAND, 200),
                Arguments.of(shipped(cell, Toy.ONE_HOT), Toy.MELODY, 200),
                Arguments.of(shipped(cell, new Layout.StepLayout(192, 160, 12, true)), Toy.voices(), 60)));
    }

    /// At the size of the models that ship.
    private static ModelSpec.Recurrent shipped(ModelSpec.Cell cell, Layout layout) {
        return new ModelSpec.Recurrent(cell, 2, 256, 0.3, layout);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void plainJavaComputesWhatLibtorchComputes(ModelSpec.Recurrent spec, Tokenizer tokenizer, int steps) {
        TokenSequence piece = Toy.random(tokenizer, steps, 11);
        int vocabulary = tokenizer.vocabulary().size();
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard();
                Parameters parameters = Initialisation.draw(spec, tokenizer)) {
            RecurrentNetwork network = new RecurrentNetwork(spec, vocabulary, parameters, Precision.FP32);
            Batcher batcher = Batcher.of(spec, tokenizer);
            // Hints are given here, so that their rows are compared too.
            Batch batch = batcher.batch(Windows.whole(batcher, List.of(piece)), List.of(piece),
                    new Batcher.Withheld(0, 0), new Random(1));
            List<float[]> expected = network.logits(batch, false, RecurrentNetwork.Dropouts.NONE).stream().map(logits -> {
                float[] values = new float[(int) logits.numel()];
                logits.contiguous().data_ptr_float().get(values);
                return values;
            }).toList();
            Checkpoint checkpoint = new Checkpoint(spec, tokenizer, new TreeMap<>(NativeTensors.copies("", parameters)),
                    Provenance.unknown(), List.of());
            int[][] context = new int[piece.contextRows()][piece.steps()];
            for (int row = 0; row < context.length; row++) {
                for (int step = 0; step < piece.steps(); step++) {
                    context[row][step] = piece.context(row, step);
                }
            }
            Session session = ((Autoregressive) Models.of(checkpoint)).session(ContextReader.of(context, tokenizer.width()));
            int[] tokens = piece.tokens();
            for (int i = 0; i < tokens.length; i++) {
                float[] logits = session.logits();
                float[] place = expected.get(i % expected.size());
                int at = i / expected.size() * vocabulary;
                for (int token = 0; token < vocabulary; token++) {
                    assertEquals(place[at + token], logits[token], TOLERANCE, "logit of token " + token + " at " + i);
                }
                session.accept(tokens[i]);
            }
        }
    }
}
