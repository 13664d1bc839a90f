package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;

/// Recurrent networks learn the next token of windows of pieces.
record RecurrentLearner(Recipe recipe, long seed, RecurrentNetwork network, Batcher batcher) implements Learner {

    static RecurrentLearner of(ModelSpec.Recurrent spec, TrainRequest request) {
        Recipe recipe = request.recipe();
        return new RecurrentLearner(recipe, request.seed(), RecurrentNetwork.initialised(spec, request.tokenizer(),
                Precision.of(recipe.precision(), spec.cell())), Batcher.of(spec, request.tokenizer()));
    }

    @Override
    public Parameters parameters() {
        return network.parameters();
    }

    @Override
    public Precision precision() {
        return network.precision();
    }

    @Override
    public Epoch epoch(List<TokenSequence> pieces, RandomGenerator random) {
        List<Windows.Window> windows = Windows.of(recipe, batcher::positions, pieces, random);
        batcher.forget();
        return new Epoch() {
            @Override
            public int batches() {
                return (windows.size() + recipe.batch() - 1) / recipe.batch();
            }

            @Override
            public Loss loss(int batch, long step) {
                int from = batch * recipe.batch();
                return RecurrentLearner.this.loss(windows.subList(from, Math.min(windows.size(), from + recipe.batch())),
                        pieces, step);
            }
        };
    }

    private Loss loss(List<Windows.Window> windows, List<TokenSequence> pieces, long step) {
        Batch batch = batcher.batch(windows, pieces, new Batcher.Withheld(recipe.featureDropout(), recipe.hintDropout()),
                Seeds.generator(seed, Seeds.Purpose.WITHHELD, step));
        List<Tensor> logits = network.logits(batch, true,
                new RecurrentNetwork.Dropouts(recipe.inputDropout(), recipe.weightDropout()));
        return new Loss(Likelihoods.loss(logits, batch), batch.scored());
    }

    @Override
    public Evaluation evaluate(Parameters weights, List<TokenSequence> pieces, RandomGenerator random) {
        return Likelihoods.of(new RecurrentNetwork(network.spec(), network.vocabulary(), weights, network.precision()), batcher,
                pieces, random);
    }
}
