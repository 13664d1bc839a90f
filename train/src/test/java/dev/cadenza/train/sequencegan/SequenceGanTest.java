package dev.cadenza.train.sequencegan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Models;
import dev.cadenza.model.NoiseDriven;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.Session;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Meter;
import dev.cadenza.train.LibtorchTrainer;
import dev.cadenza.train.NativeTensors;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.ToyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceGanTest {

    private static final MelodyTokenizer MELODY = new MelodyTokenizer(4);
    private static final ModelSpec.SequenceGan SPEC = new ModelSpec.SequenceGan(8, 16, 1, 24, 16);

    @TempDir
    private Path folder;

    @BeforeAll
    static void oneThread() {
        torch.set_num_threads(1);
    }

    /// Scales up and down in eighth notes, as pieces of 32 steps.
    private static List<TokenSequence> scales(int count, long seed) {
        Random random = new Random(seed);
        List<TokenSequence> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = 60 + random.nextInt(4);
            int[] tokens = new int[32];
            for (int step = 0; step < tokens.length; step += 2) {
                tokens[step] = MELODY.vocabulary().number("n" + (first + Math.abs(step / 2 % 8 - 4)));
            }
            pieces.add(MELODY.sequence(tokens, new Plan(tokens.length, Meter.common(), 0, Optional.empty(), true)));
        }
        return pieces;
    }

    private static Recipe recipe(int epochs, Objective objective) {
        return new Recipe("toy", "", "melody", 4, SPEC, epochs, 8, 16, 16, 0, 0.2, "adam", 0.01, 1, 0, 0, 1, 0, 0, 0, 0, 0.9, 0,
                "fp32", 0, objective);
    }

    private ToyRun train(Recipe recipe, String out, boolean resume, long stopAfter) {
        return ToyRun.of(new TrainRequest(recipe, MELODY, scales(16, 1), scales(8, 2), folder.resolve(out), 5, 1, 0, resume,
                Provenance.unknown()), stopAfter);
    }

    @ParameterizedTest
    @CsvSource({"4, 6, 1, 8", "8, 5, 2, 12", "64, 96, 1, 192"})
    void plainJavaComputesWhatLibtorchComputes(int noise, int embedding, int layers, int hidden) {
        ModelSpec.SequenceGan spec = new ModelSpec.SequenceGan(noise, embedding, layers, hidden, 4);
        torch.manual_seed(3);
        TokenSequence piece = scales(1, 4).getFirst();
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard();
                Parameters parameters = Generator.draw(spec, MELODY)) {
            Lines lines = Lines.of(List.of(new Lines.Place(piece, 0)), 32, MELODY);
            Tensor drawn = torch.randn(1, noise);
            float[] expected = new float[32 * MELODY.vocabulary().size()];
            new Generator(spec, MELODY, parameters).logits(lines, drawn).contiguous().data_ptr_float().get(expected);
            float[] heard = new float[noise];
            drawn.data_ptr_float().get(heard);
            NoiseDriven model = (NoiseDriven) Models.of(new Checkpoint(spec, MELODY,
                    new TreeMap<>(NativeTensors.copies("", parameters)), Provenance.unknown(), List.of()));
            int[][] context = new int[piece.contextRows()][piece.steps()];
            for (int row = 0; row < context.length; row++) {
                for (int step = 0; step < piece.steps(); step++) {
                    context[row][step] = piece.context(row, step);
                }
            }
            Session session = model.given(heard).session(ContextReader.of(context, 1));
            for (int i = 0; i < 32; i++) {
                for (int token = 0; token < MELODY.vocabulary().size(); token++) {
                    assertEquals(expected[i * MELODY.vocabulary().size() + token], session.logits()[token], 1e-4, "step " + i);
                }
                session.accept(piece.token(i, 0));
            }
        }
    }

    @Test
    void aCriticAloneTeachesScales() {
        ToyRun run = train(recipe(16, new Objective.Relativistic(0, 1, 1, 1, 1)), "critic", false, ToyRun.TO_THE_END);
        List<Double> distances = run.figures("valid.distance");
        double best = distances.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertTrue(best < 0.85 * distances.getFirst(), () -> "distance from real scales: " + distances);
    }

    @Test
    void likelihoodAtFirstLearnsByHeart() {
        ToyRun run = train(recipe(25, new Objective.Relativistic(1000, 1, 1, 1, 1)), "nats", false, ToyRun.TO_THE_END);
        List<Double> nats = run.figures("valid.natsPerToken");
        assertTrue(nats.getLast() < 1.2 && nats.getLast() < nats.getFirst() / 3, () -> "nats a token: " + nats);
    }

    @Test
    void aStoppedAndResumedRunEqualsAnUninterruptedOne() throws IOException {
        Recipe recipe = recipe(3, new Objective.Relativistic(5, 2, 0.5, 0.3, 2));
        train(recipe, "whole", false, ToyRun.TO_THE_END);
        train(recipe, "parts", false, 3);
        train(recipe, "parts", true, 7);
        train(recipe, "parts", true, ToyRun.TO_THE_END);
        ToyRun.assertEqualRuns(folder.resolve("whole"), folder.resolve("parts"));
        assertFalse(Files.readString(folder.resolve("whole/best/MODEL_CARD.md")).contains("nats a step"));
        double kept = Checkpoint.read(folder.resolve("whole/best")).provenance().figures().get("epochs");
        assertTrue(kept >= 2, "epochs without the critic do not stay");
    }

    @Test
    void nativeMemoryStaysFlat() {
        Objective objective = new Objective.Relativistic(5, 1, 1, 1, 1);
        ToyRun.assertMemoryStaysFlat(() -> train(recipe(4, objective), "warm", false, ToyRun.TO_THE_END),
                () -> train(recipe(40, objective), "long", false, ToyRun.TO_THE_END));
    }

    @Test
    void shortMusicAndOtherObjectivesAreRefusedInWords() {
        TrainRequest request = new TrainRequest(recipe(1, new Objective.Likelihood()), MELODY, scales(1, 1), List.of(),
                folder.resolve("x"), 5, 1, 0, false, Provenance.unknown());
        assertEquals("OBJECTIVE_UNSUITED", assertThrows(RequestException.class,
                () -> new LibtorchTrainer().train(request, event -> { })).code());
        Recipe wide = new Recipe("toy", "", "melody", 4, SPEC, 1, 8, 64, 64, 0, 0.2, "adam", 0.01, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0,
                "fp32", 0, new Objective.Relativistic(0, 1, 1, 1, 1));
        RequestException refused = assertThrows(RequestException.class, () -> train(wide, "y", false, 1));
        assertEquals("NO_WINDOWS", refused.code());
        assertTrue(refused.getMessage().contains("64 steps"), refused.getMessage());
    }

    @Test
    void statisticsTellMusicApart() {
        List<int[]> scales = scales(8, 1).stream().map(TokenSequence::tokens).toList();
        List<int[]> silence = List.of(new int[32]);
        LineStatistics of = LineStatistics.of(scales, MELODY);
        assertEquals(0, of.distance(LineStatistics.of(scales, MELODY)), 1e-12);
        assertTrue(of.distance(LineStatistics.of(silence, MELODY)) > 0.9);
    }
}
