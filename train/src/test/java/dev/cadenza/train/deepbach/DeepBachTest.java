package dev.cadenza.train.deepbach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.model.ModelSpec.DeepBach.Reading;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Models;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.deepbach.GridReading;
import dev.cadenza.train.NativeTensors;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.Precision;
import dev.cadenza.train.ToyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeepBachTest {

    private static final double TOLERANCE = 1e-4;
    private static final SatbTokenizer TOKENIZER = SatbTokenizer.SIXTEENTHS;

    @BeforeAll
    static void oneThread() {
        torch.set_num_threads(1);
        torch.manual_seed(3);
    }

    private static ModelSpec.DeepBach spec(Reading reading, int hidden) {
        return new ModelSpec.DeepBach(reading, 24, hidden, reading == Reading.ORDERLESS ? 2 : 1, 32, 0);
    }

    /// Voices that wander in steps, with rests, held notes and struck ones.
    private static VoiceGrid wandering(int steps, long seed) {
        RandomGenerator random = new Random(seed);
        int[] symbols = new int[steps * 4];
        int[] pitch = {46, 40, 33, 24};
        for (int cell = 0; cell < symbols.length; cell++) {
            int voice = cell % 4;
            boolean begins = cell < 4 || random.nextInt(4) == 0;
            pitch[voice] += begins ? random.nextInt(5) - 2 : 0;
            symbols[cell] = !begins ? VoiceGrid.HOLD : random.nextInt(12) == 0 ? VoiceGrid.REST : pitch[voice];
        }
        int[][] context = new int[TOKENIZER.contextRows().size()][steps];
        for (int row = 0; row < context.length; row++) {
            for (int step = 0; step < steps; step++) {
                context[row][step] = random.nextInt(TOKENIZER.contextRows().get(row).size());
            }
        }
        return new VoiceGrid(4, symbols, context);
    }

    private static float[] values(Tensor tensor) {
        float[] values = new float[(int) tensor.numel()];
        tensor.contiguous().data_ptr_float().get(values);
        return values;
    }

    private static GridBatch.Window all(VoiceGrid grid, boolean[] asked, Reading reading) {
        int[] told = grid.symbols();
        for (int cell = 0; cell < told.length; cell++) {
            told[cell] = asked[cell] && reading == Reading.ORDERLESS ? VoiceGrid.UNKNOWN : told[cell];
        }
        return new GridBatch.Window(grid, told, asked);
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void plainJavaComputesWhatLibtorchComputes(Reading reading) {
        for (int hidden : new int[] {16, 128}) {
            VoiceGrid grid = wandering(50, 9);
            boolean[] asked = new boolean[200];
            RandomGenerator random = new Random(4);
            for (int cell = 0; cell < asked.length; cell++) {
                asked[cell] = random.nextInt(3) > 0;
            }
            int[] cells = IntStream.range(0, asked.length).filter(cell -> asked[cell]).toArray();
            GridReading read = new GridReading(TOKENIZER);
            DeepBachNetwork network = DeepBachNetwork.drawn(spec(reading, hidden), read, Precision.FP32);
            try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard(); Parameters parameters = network.parameters()) {
                // A shorter window beside it: what fills it up must not be heard.
                List<Optional<Tensor>> expected = network.logits(GridBatch.of(read, List.of(all(grid, asked, reading),
                        all(wandering(70, 2), new boolean[280], reading)), reading == Reading.NEIGHBOURS), false);
                Gibbs model = (Gibbs) Models.of(new Checkpoint(spec(reading, hidden), TOKENIZER,
                        new TreeMap<>(NativeTensors.copies("", parameters)), Provenance.unknown(), List.of()));
                float[][] logits = model.logits(grid, cells, 1);
                assertArrayEquals(logits[7], model.logits(grid, cells, 2)[7]);
                int[] done = new int[4];
                List<float[]> values = expected.stream().map(Optional::get).map(DeepBachTest::values).toList();
                for (int i = 0; i < cells.length; i++) {
                    int voice = cells[i] % 4;
                    for (int symbol = 0; symbol < read.symbols(); symbol++) {
                        assertEquals(values.get(voice)[done[voice] * read.symbols() + symbol], logits[i][symbol], TOLERANCE,
                                "cell " + cells[i] + ", symbol " + symbol);
                    }
                    done[voice]++;
                }
            }
        }
    }

    private static Recipe recipe(Reading reading, int epochs) {
        return new Recipe("toy", "", "satb-grid", 4, spec(reading, 24), epochs, 4, 32, 32, 0, 0.2, "adam", 0.01, 0.1, 2, 0, 1, 0, 0, 0, 0, 0.8, 0,
                "fp32", 0, new Objective.Likelihood());
    }

    /// Four voices that say again what they said a bar before, an octave apart from each other.
    private static List<TokenSequence> canons(int count, long seed) {
        RandomGenerator random = new Random(seed);
        List<TokenSequence> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] bar = random.ints(4, 40, 48).toArray();
            int[] symbols = new int[64 * 4];
            for (int cell = 0; cell < symbols.length; cell++) {
                int step = cell / 4;
                symbols[cell] = step % 4 > 0 ? VoiceGrid.HOLD : bar[step / 4 % 4] - 7 * (cell % 4);
            }
            pieces.add(new VoiceGrid(4, symbols, new int[TOKENIZER.contextRows().size()][64]).sequence(TOKENIZER));
        }
        return pieces;
    }

    private static TrainResult train(Reading reading, int epochs, Path out, boolean resume, long stopAfter) {
        return ToyRun.of(new TrainRequest(recipe(reading, epochs), TOKENIZER, canons(12, 1), canons(4, 2), out, 7, 1, 2, resume,
                Provenance.unknown()), stopAfter).result();
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void whatRepeatsIsLearntFarBetterThanByCounting(Reading reading, @TempDir Path folder) {
        train(reading, 14, folder.resolve("run"), false, ToyRun.TO_THE_END);
        double nats = Checkpoint.read(folder.resolve("run/best")).provenance().figures().get("valid.natsPerCell");
        // A quarter of the cells is one of eight pitches; who only counts needs ln 8 for these and knows the others.
        double counting = Math.log(8) / 4;
        assertTrue(nats < counting / 2, reading + ": " + nats + " nats a cell, by counting " + counting);
    }

    /// Four voices that repeat their notes in quarters; where a fermata stands, the bass falls. Nothing else tells where that is.
    private static List<TokenSequence> pausing(SatbTokenizer tokenizer, int count, long seed) {
        RandomGenerator random = new Random(seed);
        List<TokenSequence> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] symbols = new int[64 * 4];
            int[][] context = new int[tokenizer.contextRows().size()][64];
            for (int quarter = 0; quarter < 16; quarter++) {
                boolean pauses = random.nextInt(3) == 0;
                for (int cell = 16 * quarter; cell < 16 * quarter + 16; cell++) {
                    symbols[cell] = cell >= 16 * quarter + 4 ? VoiceGrid.HOLD : cell % 4 == 3 && pauses ? 8 : 40 - 7 * (cell % 4);
                }
                context[4][4 * quarter] = pauses ? 1 : 24;
            }
            pieces.add(new VoiceGrid(4, symbols, context).sequence(tokenizer));
        }
        return pieces;
    }

    @Test
    void fermatasAreReadWhereTheyAreTold(@TempDir Path folder) {
        SatbTokenizer tokenizer = new SatbTokenizer(4, 40, 80, true);
        ToyRun.of(new TrainRequest(recipe(Reading.NEIGHBOURS, 10), tokenizer, pausing(tokenizer, 12, 1), pausing(tokenizer, 4, 2), folder.resolve("run"), 7, 1, 2,
                false, Provenance.unknown()), ToyRun.TO_THE_END);
        Gibbs model = (Gibbs) Models.load(folder.resolve("run/best"));
        VoiceGrid told = VoiceGrid.of(tokenizer, pausing(tokenizer, 1, 3).getFirst());
        int fell = 0;
        for (int quarter = 0; quarter < 16; quarter++) {
            float[] logits = model.logits(told, new int[] {16 * quarter + 3}, 1)[0];
            boolean falls = logits[8] > logits[19];
            fell += falls ? 1 : 0;
            assertEquals(told.context(4, 4 * quarter) == 1, falls, "quarter " + quarter);
        }
        assertTrue(fell > 1 && fell < 15, "fermatas at " + fell + " of 16 quarters");
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void aStoppedAndResumedRunEqualsAnUninterruptedOne(Reading reading, @TempDir Path folder) throws IOException {
        train(reading, 2, folder.resolve("whole"), false, ToyRun.TO_THE_END);
        assertEquals(TrainResult.End.STOPPED, train(reading, 2, folder.resolve("parts"), false, 4).end());
        assertEquals(TrainResult.End.EPOCHS, train(reading, 2, folder.resolve("parts"), true, ToyRun.TO_THE_END).end());
        for (String file : List.of("last/weights.safetensors", "last/training.safetensors", "best/weights.safetensors")) {
            assertArrayEquals(Files.readAllBytes(folder.resolve("whole").resolve(file)), Files.readAllBytes(folder.resolve("parts").resolve(file)), file);
        }
    }
}
