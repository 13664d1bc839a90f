package dev.cadenza.train.deepbach;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.DeepBach.Reading;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.deepbach.DeepBachShapes;
import dev.cadenza.model.deepbach.GridReading;
import dev.cadenza.train.Evaluation;
import dev.cadenza.train.Learner;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.Precision;
import dev.cadenza.train.Seeds;
import dev.cadenza.train.Windows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/// DeepBach learns every cell of windows of pieces from all other cells. An orderless network learns cells that are hidden from it,
/// few or many, scattered or together, from those that are not.
public record DeepBachLearner(Recipe recipe, long seed, DeepBachNetwork network, SatbTokenizer tokenizer) implements Learner {

    private static final int EVALUATED_AT_ONCE = 8;

    /// A learner whose weights are drawn from libtorch's default generator.
    public static DeepBachLearner of(ModelSpec.DeepBach spec, TrainRequest request) {
        SatbTokenizer tokenizer = DeepBachShapes.voices(request.tokenizer());
        return new DeepBachLearner(request.recipe(), request.seed(), DeepBachNetwork.drawn(spec, new GridReading(tokenizer),
                Precision.of(request.recipe().precision(), ModelSpec.Cell.LSTM)), tokenizer);
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
        List<Windows.Window> windows = Windows.of(recipe, TokenSequence::steps, pieces, random);
        return new Epoch() {
            @Override
            public int batches() {
                return Math.ceilDiv(windows.size(), recipe.batch());
            }

            @Override
            public Loss loss(int batch, long step) {
                RandomGenerator drawn = Seeds.generator(seed, Seeds.Purpose.WITHHELD, step);
                List<GridBatch.Window> some = windows.subList(batch * recipe.batch(), Math.min(windows.size(), (batch + 1) * recipe.batch()))
                        .stream().map(window -> hidden(grid(pieces.get(window.piece()).slice(window.start(), window.length())), drawn)).toList();
                GridBatch made = GridBatch.of(network.reading(), some, apart());
                return new Loss(network.nats(made, true), made.scored());
            }
        };
    }

    private boolean apart() {
        return network.spec().reading() == Reading.NEIGHBOURS;
    }

    private VoiceGrid grid(TokenSequence sequence) {
        return VoiceGrid.of(tokenizer, sequence);
    }

    /// A window with hints withheld at random, and of an orderless network's with cells hidden.
    private GridBatch.Window hidden(VoiceGrid grid, RandomGenerator random) {
        int[][] context = grid.context();
        for (int row = 0; row < context.length; row++) {
            if (tokenizer.contextRows().get(row).hint() && random.nextDouble() < recipe.hintDropout()) {
                Arrays.fill(context[row], 0);
            }
        }
        return asked(new VoiceGrid(grid.voices(), grid.symbols(), context), random);
    }

    private GridBatch.Window asked(VoiceGrid grid, RandomGenerator random) {
        boolean[] asked = new boolean[grid.steps() * grid.voices()];
        if (apart()) {
            Arrays.fill(asked, true);
            return new GridBatch.Window(grid, grid.symbols(), asked);
        }
        Hiding.draw(grid, asked, random);
        int[] told = grid.symbols();
        for (int cell = 0; cell < told.length; cell++) {
            told[cell] = asked[cell] ? VoiceGrid.UNKNOWN : told[cell];
        }
        return new GridBatch.Window(grid, told, asked);
    }

    /// The nats of whole pieces, hints given: of every cell, or of cells that are hidden from an orderless network as while it
    /// learns, the same ones each time.
    @Override
    public Evaluation evaluate(Parameters weights, List<TokenSequence> pieces, RandomGenerator random) {
        DeepBachNetwork judged = new DeepBachNetwork(network.spec(), network.reading(), weights, network.precision());
        RandomGenerator hiding = Seeds.generator(seed, Seeds.Purpose.WITHHELD, -1);
        double nats = 0;
        long cells = 0;
        for (int from = 0; from < pieces.size(); from += EVALUATED_AT_ONCE) {
            List<GridBatch.Window> some = new ArrayList<>();
            for (TokenSequence piece : pieces.subList(from, Math.min(pieces.size(), from + EVALUATED_AT_ONCE))) {
                some.add(asked(grid(piece), hiding));
            }
            try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
                GridBatch batch = GridBatch.of(judged.reading(), some, apart());
                nats += judged.nats(batch, false).item_double();
                cells += batch.scored();
            }
        }
        return new Evaluation(nats, cells, new TreeMap<>(Map.of("valid.natsPerCell", nats / cells)));
    }
}
