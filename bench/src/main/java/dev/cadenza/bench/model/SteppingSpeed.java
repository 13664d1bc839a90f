package dev.cadenza.bench.model;

import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.lstm;
import static org.bytedeco.pytorch.global.torch.one_hot;
import static org.bytedeco.pytorch.global.torch.set_num_threads;
import static org.bytedeco.pytorch.global.torch.tensor;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Models;
import dev.cadenza.model.Session;
import dev.cadenza.model.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.global.torch;

/// Tokens a second at batch 1 of an LSTM in the token layout: plain Java in half precision (as models ship) and in fp32,
/// beside the same weights stepped by libtorch with oneDNN on and off, in one run, one thread each.
///
/// `SteppingSpeed MODEL [ROUNDS]`; rounds of all alternate, the best and the median of each are shown.
public final class SteppingSpeed {

    private static final int TOKENS = 2000;

    private SteppingSpeed() {
    }

    public static void main(String[] args) {
        Checkpoint checkpoint = Checkpoint.read(Path.of(args[0]));
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        set_num_threads(1);
        Autoregressive half = (Autoregressive) Models.of(checkpoint.halved());
        Autoregressive single = (Autoregressive) Models.of(checkpoint);
        try (Native libtorch = new Native(checkpoint)) {
            String[] names = {"plain Java, half", "plain Java, fp32", "libtorch, oneDNN on", "libtorch, oneDNN off"};
            double[][] speeds = new double[names.length][rounds];
            for (int round = 0; round < rounds; round++) {
                speeds[0][round] = plain(half);
                speeds[1][round] = plain(single);
                speeds[2][round] = libtorch.speed(true);
                speeds[3][round] = libtorch.speed(false);
            }
            for (int i = 0; i < names.length; i++) {
                Arrays.sort(speeds[i]);
                System.out.printf(Locale.ROOT, "%-22s best %.0f, median %.0f tokens/s%n", names[i], speeds[i][rounds - 1],
                        speeds[i][rounds / 2]);
            }
            double better = Math.max(speeds[2][rounds - 1], speeds[3][rounds - 1]);
            System.out.printf(Locale.ROOT, "half precision to the better libtorch: %.2f%n", speeds[0][rounds - 1] / better);
        }
    }

    private static double plain(Autoregressive model) {
        Session session = model.session(ContextReader.NONE);
        int vocabulary = model.tokenizer().vocabulary().size();
        long began = System.nanoTime();
        for (int i = 0; i < TOKENS; i++) {
            session.logits();
            session.accept(i % vocabulary);
        }
        return TOKENS / ((System.nanoTime() - began) / 1e9);
    }

    /// The same weights in libtorch.
    private static final class Native implements AutoCloseable {

        private final PointerScope scope = new PointerScope();
        private final ModelSpec.Recurrent spec;
        private final int vocabulary;
        private final TensorVector recurrent = new TensorVector();
        private final Tensor output;
        private final Tensor outputBias;

        Native(Checkpoint checkpoint) {
            spec = (ModelSpec.Recurrent) checkpoint.spec();
            vocabulary = checkpoint.tokenizer().vocabulary().size();
            if (spec.cell() != ModelSpec.Cell.LSTM
                    || !(spec.layout() instanceof Layout.TokenLayout layout && layout.input() == Layout.Input.ONE_HOT)) {
                throw new IllegalArgumentException("an LSTM in the token layout with one-hot input is wanted");
            }
            for (int layer = 0; layer < spec.layers(); layer++) {
                for (String name : new String[] {"weight_ih", "weight_hh", "bias_ih", "bias_hh"}) {
                    recurrent.push_back(weights(checkpoint, "rnn." + name + "_l" + layer));
                }
            }
            output = weights(checkpoint, "output.weight");
            outputBias = weights(checkpoint, "output.bias");
        }

        private static Tensor weights(Checkpoint checkpoint, String name) {
            var kept = checkpoint.weights().get(name);
            return tensor(kept.toFloats()).reshape(Arrays.stream(kept.shape()).asLongStream().toArray());
        }

        double speed(boolean oneDnn) {
            torch.globalContext().setUserEnabledMkldnn(oneDnn);
            float[] logits = new float[vocabulary];
            long began = System.nanoTime();
            try (PointerScope states = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
                Tensor h = zeros(spec.layers(), 1, spec.hidden());
                Tensor c = zeros(spec.layers(), 1, spec.hidden());
                for (int i = 0; i < TOKENS; i++) {
                    try (PointerScope step = new PointerScope()) {
                        Tensor x = one_hot(tensor((long) (i % vocabulary)).reshape(1, 1), vocabulary + 1L)
                                .to(ScalarType.Float);
                        T_TensorTensorTensor_T out = lstm(x, new TensorVector(h, c), recurrent, true, spec.layers(), 0,
                                false, false, true);
                        linear(out.get0().reshape(1, spec.hidden()), output, new TensorOptional(outputBias))
                                .data_ptr_float().get(logits);
                        h.copy_(out.get1());
                        c.copy_(out.get2());
                    }
                }
            }
            return TOKENS / ((System.nanoTime() - began) / 1e9);
        }

        @Override
        public void close() {
            torch.globalContext().setUserEnabledMkldnn(true);
            scope.close();
        }
    }
}
