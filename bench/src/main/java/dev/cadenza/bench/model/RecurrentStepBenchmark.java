package dev.cadenza.bench.model;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Models;
import dev.cadenza.model.Session;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.recurrent.RecurrentShapes;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One step of musical time of a session on random weights: the recurrence and all logits of the step. Beside it, a sum
/// over as many bytes as the step reads of the weights of its layers, which is what memory allows.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class RecurrentStepBenchmark {

    private static final int STEPS = 256;

    @Param({"LSTM", "GRU"})
    public ModelSpec.Cell cell;

    @Param({"chorale", "melody", "article"})
    public String layout;

    @Param({"F16", "F32"})
    public Tensor.Type weights;

    private Autoregressive model;
    private Session session;
    private Tokenizer tokenizer;
    private byte[] bytes;
    private int step;

    /// Random weights of the shape of a 2 x 256 network.
    @Setup
    public void prepare() {
        tokenizer = layout.equals("melody") ? new MelodyTokenizer(12) : SatbTokenizer.SIXTEENTHS;
        Layout kind = layout.equals("article") ? new Layout.TokenLayout(Layout.Input.ONE_HOT, 0)
                : new Layout.StepLayout(192, 192, 12, true);
        ModelSpec.Recurrent spec = new ModelSpec.Recurrent(cell, 2, 256, 0, kind);
        Random random = new Random(1);
        Map<String, Tensor> tensors = new TreeMap<>();
        RecurrentShapes.of(spec, tokenizer).forEach((name, shape) -> {
            float[] data = new float[shape[0] * (shape.length > 1 ? shape[1] : 1)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (float) random.nextGaussian() / 16;
            }
            tensors.put(name, Tensor.of(data, shape));
        });
        Checkpoint checkpoint = new Checkpoint(spec, tokenizer, tensors, Provenance.unknown(), List.of());
        model = (Autoregressive) Models.of(weights == Tensor.Type.F16 ? checkpoint.halved() : checkpoint);
        long layers = tensors.entrySet().stream().filter(e -> e.getKey().startsWith("rnn."))
                .mapToLong(e -> e.getValue().size()).sum();
        bytes = new byte[Math.toIntExact(layers * weights.bytes())];
        random.nextBytes(bytes);
        start();
    }

    private void start() {
        session = model.session(ContextReader.NONE);
        step = 0;
    }

    /// All tokens of one step; a new piece begins after 256 steps.
    @Benchmark
    public float step() {
        if (++step > STEPS) {
            start();
        }
        float last = 0;
        for (int place = 0; place < tokenizer.width(); place++) {
            last = session.logits()[0];
            session.accept(2 + 12 + (step / 4 * 5 + place * 7) % 24);
        }
        return last;
    }

    /// Reads as many bytes as the layers have.
    @Benchmark
    public int sumOfTheSameBytes() {
        int sum = 0;
        for (byte value : bytes) {
            sum += value;
        }
        return sum;
    }
}
