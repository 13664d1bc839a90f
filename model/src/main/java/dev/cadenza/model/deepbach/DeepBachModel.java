package dev.cadenza.model.deepbach;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.DeepBach.Reading;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.kernel.Matrix;
import dev.cadenza.model.kernel.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// DeepBach or an orderless network, ready to play.
public final class DeepBachModel implements Gibbs {

    /// Not the common pool: a caller who composes inside a task of that one would hold the workers that are waited for here.
    private static final ForkJoinPool WORKERS = new ForkJoinPool();

    private final ModelSpec.DeepBach spec;
    private final Checkpoint checkpoint;
    private final Facts facts;
    private final SatbTokenizer tokenizer;
    private final GridReading reading;
    /// By voice, or layer by layer: past, then future.
    private final List<Direction> directions;
    /// What each of those that read the grid itself makes of each row.
    private final List<Matrix> inputs;
    private final List<VoiceHead> heads;

    /// @param spec of the checkpoint
    /// @param hash see [dev.cadenza.model.MusicModel#hash]
    public DeepBachModel(ModelSpec.DeepBach spec, Checkpoint checkpoint, String hash) {
        this.spec = spec;
        this.checkpoint = checkpoint;
        this.facts = Facts.of(checkpoint, hash);
        this.tokenizer = DeepBachShapes.voices(checkpoint.tokenizer());
        this.reading = new GridReading(tokenizer);
        Map<String, Tensor> weights = checkpoint.weights();
        inputs = new ArrayList<>();
        directions = new ArrayList<>();
        heads = new ArrayList<>();
        if (orderless()) {
            for (int layer = 0; layer < spec.layers(); layer++) {
                directions("rnn.", layer);
            }
            inputs(weights.get("input.weight"));
        }
        for (int voice = 0; voice < reading.voices(); voice++) {
            String name = "voice." + voice + ".";
            if (!orderless()) {
                directions(name, 0);
                inputs(weights.get(name + "input.weight"));
            }
            heads.add(VoiceHead.of(name, weights));
        }
    }

    private void directions(String prefix, int layer) {
        for (boolean backward : new boolean[] {false, true}) {
            directions.add(new Direction(Layer.of(prefix + (backward ? "future." : "past."), ModelSpec.Cell.LSTM, spec.hidden(), layer,
                    checkpoint.weights()), backward));
        }
    }

    /// Adds what the past and the future that read next make of each row of a table.
    private void inputs(Tensor table) {
        for (int side = 0; side < 2; side++) {
            inputs.add(Matrix.product(directions.get(inputs.size()).layer().input(), Matrix.table(table)));
        }
    }

    private boolean orderless() {
        return spec.reading() == Reading.ORDERLESS;
    }

    @Override
    public boolean readsUnknown() {
        return orderless();
    }

    @Override
    public float[][] logits(VoiceGrid grid, int[] cells, int threads) {
        int[] symbols = grid.symbols();
        if (orderless()) {
            for (int cell : cells) {
                symbols[cell] = VoiceGrid.UNKNOWN;
            }
        } else if (Arrays.stream(symbols).anyMatch(symbol -> symbol == VoiceGrid.UNKNOWN)) {
            throw new IllegalArgumentException("a cell is unknown");
        }
        GridReading.Grid read = reading.read(symbols, grid.context());
        float[][][] outputs = orderless() ? together(read, grid.steps(), threads) : apart(read, grid.steps(), cells, threads);
        float[][] logits = new float[cells.length][];
        each(cells.length, threads, i -> logits[i] = logits(read, cells[i], grid.steps(), outputs));
        return logits;
    }

    /// Outputs of the past and the future of the last layer.
    private float[][][] together(GridReading.Grid read, int steps, int threads) {
        int[][] rows = rows(read, steps, -1);
        float[][][] outputs = new float[2][][];
        each(2, threads, side -> outputs[side] = directions.get(side).through(rows, inputs.get(side)));
        for (int layer = 1; layer < spec.layers(); layer++) {
            int first = 2 * layer;
            float[][] below = new float[steps][];
            for (int step = 0; step < steps; step++) {
                below[step] = joined(outputs[0][step], outputs[1][step]);
            }
            each(2, threads, side -> outputs[side] = directions.get(first + side).through(below));
        }
        return outputs;
    }

    /// Outputs of the past and the future of each voice that is asked for.
    private float[][][] apart(GridReading.Grid read, int steps, int[] cells, int threads) {
        int voices = reading.voices();
        float[][][] outputs = new float[2 * voices][][];
        int[] wanted = Arrays.stream(cells).map(cell -> cell % voices).distinct().flatMap(voice -> IntStream.of(2 * voice, 2 * voice + 1))
                .toArray();
        each(wanted.length, threads, i -> {
            Direction direction = directions.get(wanted[i]);
            outputs[wanted[i]] = direction.through(rows(read, steps, direction.backward() ? wanted[i] / 2 : -1), inputs.get(wanted[i]));
        });
        return outputs;
    }

    private int[][] rows(GridReading.Grid read, int steps, int hidden) {
        int[][] rows = new int[steps][reading.stepSlots()];
        for (int step = 0; step < steps; step++) {
            read.step(step, hidden, rows[step], 0);
        }
        return rows;
    }

    private float[] logits(GridReading.Grid read, int cell, int steps, float[][][] outputs) {
        int voice = cell % reading.voices();
        int step = cell / reading.voices();
        float[] around;
        if (orderless()) {
            around = joined(outputs[0][step], outputs[1][step]);
        } else {
            // What a voice's networks have read up to the neighbours, not the cell itself.
            float[] none = new float[spec.hidden()];
            around = joined(step == 0 ? none : outputs[2 * voice][step - 1], step + 1 == steps ? none : outputs[2 * voice + 1][step + 1]);
        }
        int[] rows = new int[reading.headSlots()];
        read.head(step, voice, rows, 0);
        int[] classes = new int[reading.references() * reading.symbols()];
        read.intervals(step, voice, classes, 0);
        return heads.get(voice).logits(around, rows, classes, reading.symbols());
    }

    private static float[] joined(float[] one, float[] other) {
        float[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// What is done for each number is done alone, so that it does not matter where.
    private static void each(int count, int threads, IntConsumer work) {
        IntStream all = IntStream.range(0, count);
        if (threads > 1) {
            WORKERS.submit(() -> all.parallel().forEach(work)).join();
        } else {
            all.forEach(work);
        }
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public ModelSpec.DeepBach spec() {
        return spec;
    }

    @Override
    public SatbTokenizer tokenizer() {
        return tokenizer;
    }
}
