package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;

import dev.cadenza.corpus.TokenSequence;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/// The exact likelihood of whole pieces, from their start, hints withheld.
final class Likelihoods {

    private static final long SUM = 2;
    private static final int BATCH_POSITIONS = 16_384;

    private Likelihoods() {
    }

    static Evaluation of(RecurrentNetwork network, Batcher batcher, List<TokenSequence> pieces, RandomGenerator random) {
        batcher.forget();
        List<Windows.Window> whole = Windows.whole(batcher, pieces);
        double nats = 0;
        long tokens = 0;
        for (int from = 0; from < whole.size();) {
            int batch = Math.max(1, BATCH_POSITIONS / Math.max(1, whole.get(from).length()));
            List<Windows.Window> some = whole.subList(from, Math.min(whole.size(), from + batch));
            try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
                Batch made = batcher.batch(some, pieces, Batcher.Withheld.HINTS, random);
                nats += loss(network.logits(made, false, RecurrentNetwork.Dropouts.NONE), made).item_double();
                tokens += made.scored();
            }
            from += some.size();
        }
        batcher.forget();
        return new Evaluation(nats, tokens, new TreeMap<>());
    }

    /// Total nats of a batch.
    static Tensor loss(List<Tensor> logits, Batch batch) {
        Tensor total = null;
        for (int place = 0; place < logits.size(); place++) {
            Tensor nats = cross_entropy_loss(logits.get(place), batch.targets().get(place), new TensorOptional(), SUM,
                    Batch.NOTHING, 0);
            total = total == null ? nats : total.add(nats);
        }
        return total;
    }
}
