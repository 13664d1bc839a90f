package dev.cadenza.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OverfitTest {

    @BeforeAll
    static void oneThread() {
        Libtorch.start(1);
        torch.manual_seed(1);
    }

    static Stream<Arguments> networks() {
        return Stream.of(ModelSpec.Cell.values()).flatMap(cell -> Stream.of(Toy.ONE_HOT, Toy.EMBEDDING, Toy.STEPS, Toy.EVENTS)
                .map(layout -> Arguments.of(cell, layout)));
    }

    /// Nats a token after `steps` steps on one batch that follows no rule.
    private static double learn(ModelSpec.Cell cell, Layout layout, int steps) {
        ModelSpec.Recurrent spec = Toy.spec(cell, layout, 0);
        Tokenizer tokenizer = layout.equals(Toy.EVENTS) ? Toy.BAND : Toy.voices();
        int positions = 48 / tokenizer.width();
        List<TokenSequence> pieces = List.of(Toy.random(tokenizer, positions, 1), Toy.random(tokenizer, positions, 2));
        Batcher batcher = Batcher.of(spec, tokenizer);
        double last = Double.NaN;
        try (PointerScope all = new PointerScope();
                Parameters parameters = Initialisation.draw(spec, tokenizer);
                Adam adam = new Adam(parameters, 0)) {
            RecurrentNetwork network = new RecurrentNetwork(spec, tokenizer.vocabulary().size(), parameters,
                    Precision.FP32);
            for (int step = 1; step <= steps; step++) {
                try (PointerScope scope = new PointerScope()) {
                    Batch batch = batcher.batch(Windows.whole(batcher, pieces), pieces, new Batcher.Withheld(0, 0),
                            new Random(1));
                    adam.clear();
                    Tensor loss = Likelihoods.loss(network.logits(batch, true, RecurrentNetwork.Dropouts.NONE), batch)
                            .div(new Scalar((double) batch.scored()));
                    loss.backward();
                    adam.step(step, 0.02);
                    last = loss.item_double();
                }
            }
        }
        return last;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void oneBatchIsLearntByHeart(ModelSpec.Cell cell, Layout layout) {
        double nats = learn(cell, layout, 250);
        assertTrue(nats < 0.2, () -> "nats a token of random tokens after learning them: " + nats);
    }

    @Test
    void nativeMemoryStaysFlatOver500Steps() {
        ToyRun.assertMemoryStaysFlat(() -> learn(ModelSpec.Cell.LSTM, Toy.STEPS, 60), () -> learn(ModelSpec.Cell.LSTM, Toy.STEPS, 500));
    }
}
