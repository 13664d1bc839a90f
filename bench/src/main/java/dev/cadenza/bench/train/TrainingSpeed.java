package dev.cadenza.bench.train;

import static org.bytedeco.pytorch.global.torch.clip_grad_norm_;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.embedding;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.lstm;
import static org.bytedeco.pytorch.global.torch.randint;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.bytedeco.pytorch.global.torch.set_autocast_dtype;
import static org.bytedeco.pytorch.global.torch.set_autocast_enabled;
import static org.bytedeco.pytorch.global.torch.set_num_threads;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.train.LibtorchTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// Tokens a second of the trainer beside a bare loop over libtorch, in one run: two LSTM layers of 256, a vocabulary of
/// 400, batches of 64 windows of 128, AdamW, clipping.
///
/// `TrainingSpeed [THREADS] [fp32|bf16] [ROUNDS]`; rounds of both alternate, the best and the median of each are shown.
public final class TrainingSpeed {

    private static final int VOCABULARY = 400;
    private static final int BATCH = 64;
    private static final int WINDOW = 128;
    private static final int HIDDEN = 256;
    private static final int STEPS = 8;

    private TrainingSpeed() {
    }

    public static void main(String[] args) throws IOException {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        boolean half = args.length > 1 && args[1].equals("bf16");
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        set_num_threads(threads);
        double[] ours = new double[rounds];
        double[] bare = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            bare[round] = bare(half);
            ours[round] = ours(threads, half);
            System.out.printf(Locale.ROOT, "round %d: bare %.0f, trainer %.0f tokens/s%n", round, bare[round], ours[round]);
        }
        Arrays.sort(ours);
        Arrays.sort(bare);
        int middle = rounds / 2;
        System.out.printf(Locale.ROOT, "%s, %d thread(s): bare best %.0f median %.0f; trainer best %.0f median %.0f; "
                + "ratio of best %.3f, of medians %.3f%n", half ? "bf16" : "fp32", threads, bare[rounds - 1], bare[middle],
                ours[rounds - 1], ours[middle], ours[rounds - 1] / bare[rounds - 1], ours[middle] / bare[middle]);
    }

    /// Ends a run once it has been measured.
    private static final class Measured extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Median over the steps after the first two.
    private static double ours(int threads, boolean half) throws IOException {
        var spec = new ModelSpec.Recurrent(ModelSpec.Cell.LSTM, 2, HIDDEN, 0.2,
                new Layout.TokenLayout(Layout.Input.EMBEDDING, HIDDEN));
        Recipe recipe = new Recipe("speed", "", "numbers", 4, spec, 1, BATCH, WINDOW, WINDOW, 0, 0.2, "adamw", 0.001, 1, 0,
                0.01, 1, 0, 0, 0, 0, 0, 0, half ? "auto" : "fp32", 0,
                new Objective.Likelihood());
        Random random = new Random(1);
        List<TokenSequence> pieces = new ArrayList<>();
        for (int i = 0; i < STEPS * BATCH; i++) {
            pieces.add(new TokenSequence(1, random.ints(WINDOW, 0, VOCABULARY).toArray(), new int[0][]));
        }
        Path out = Files.createTempDirectory("cadenza-speed");
        List<Long> times = new ArrayList<>();
        try {
            new LibtorchTrainer().train(new TrainRequest(recipe, new NumberTokenizer(VOCABULARY), pieces, List.of(),
                    out.resolve("run"), 1, threads, 0, false, Provenance.unknown()), event -> {
                if (event instanceof TrainEvent.Stepped) {
                    times.add(System.nanoTime());
                    if (times.size() == STEPS) {
                        throw new Measured();
                    }
                }
            });
        } catch (Measured e) {
            // Nothing is to be kept of this run: its tokens mean nothing.
        }
        try (var files = Files.walk(out)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
        return median(times);
    }

    private static double median(List<Long> times) {
        double[] seconds = new double[times.size() - 2];
        for (int i = 2; i < times.size(); i++) {
            seconds[i - 2] = (times.get(i) - times.get(i - 1)) / 1e9;
        }
        Arrays.sort(seconds);
        return (double) BATCH * WINDOW / seconds[seconds.length / 2];
    }

    private static Tensor parameter(long... shape) {
        return randn(shape, new TensorOptions()).mul_(new Scalar(0.06)).requires_grad_(true);
    }

    /// What the trainer is measured against: the same network and optimiser, nothing around them.
    private static double bare(boolean half) {
        List<Long> times = new ArrayList<>();
        try (PointerScope all = new PointerScope()) {
            Tensor table = parameter(VOCABULARY, HIDDEN);
            Tensor output = parameter(VOCABULARY, HIDDEN);
            Tensor outputBias = parameter(VOCABULARY);
            TensorVector recurrent = new TensorVector();
            for (int layer = 0; layer < 2; layer++) {
                recurrent.push_back(parameter(4 * HIDDEN, HIDDEN));
                recurrent.push_back(parameter(4 * HIDDEN, HIDDEN));
                recurrent.push_back(parameter(4 * HIDDEN));
                recurrent.push_back(parameter(4 * HIDDEN));
            }
            TensorVector weights = new TensorVector(table, output, outputBias);
            for (long i = 0; i < recurrent.size(); i++) {
                weights.push_back(recurrent.get(i));
            }
            AdamW optimiser = new AdamW(weights, new AdamWOptions(0.001));
            for (int step = 0; step < STEPS; step++) {
                try (PointerScope scope = new PointerScope()) {
                    Tensor x = randint(VOCABULARY, new long[] {BATCH, WINDOW}, new TensorOptions(ScalarType.Long));
                    Tensor y = randint(VOCABULARY, new long[] {BATCH * WINDOW}, new TensorOptions(ScalarType.Long));
                    optimiser.zero_grad();
                    set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
                    set_autocast_enabled(DeviceType.CPU, half);
                    ScalarType type = half ? ScalarType.BFloat16 : ScalarType.Float;
                    Tensor zero = zeros(2, BATCH, HIDDEN).to(type);
                    Tensor h = lstm(embedding(table, x).to(type), new TensorVector(zero, zero), recurrent, true, 2, 0.2,
                            true, false, true).get0();
                    Tensor logits = linear(h.reshape(-1, HIDDEN), output, new TensorOptional(outputBias));
                    set_autocast_enabled(DeviceType.CPU, false);
                    torch.clear_cache();
                    Tensor loss = cross_entropy_loss(logits.to(ScalarType.Float), y);
                    loss.backward();
                    clip_grad_norm_(weights, 1.0);
                    optimiser.step();
                    loss.item_double();
                    times.add(System.nanoTime());
                }
            }
        }
        return median(times);
    }
}
