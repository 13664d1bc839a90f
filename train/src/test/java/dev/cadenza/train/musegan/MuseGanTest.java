package dev.cadenza.train.musegan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.MuseGan.Kind;
import dev.cadenza.model.ModelSpec.MuseGan.Neurons;
import dev.cadenza.model.Models;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.musegan.MuseGanModel;
import dev.cadenza.model.musegan.MuseGanShapes;
import dev.cadenza.model.musegan.RollGrid;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.train.Evaluation;
import dev.cadenza.train.NativeTensors;
import dev.cadenza.train.ToyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuseGanTest {

    private static final RollTokenizer ROLLS = new RollTokenizer(2, false);

    @TempDir
    private Path folder;

    @BeforeAll
    static void oneThread() {
        torch.set_num_threads(1);
    }

    private static ModelSpec.MuseGan spec(Kind kind, boolean accompanies, Neurons neurons) {
        return new ModelSpec.MuseGan(kind, accompanies, 2, List.of(4, 3), 36, 2, 4, 6, neurons);
    }

    /// Pieces of drums on the beats and a bass that goes up and down in quarter notes.
    private static List<TokenSequence> bands(int pieces, int beats) {
        List<TokenSequence> bands = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++) {
            List<Note> drums = new ArrayList<>();
            List<Note> bass = new ArrayList<>();
            int[] degrees = {0, 4, 7, 4};
            for (int beat = 0; beat < 16 * beats; beat++) {
                drums.add(new Note(480L * beat, 120, Pitch.of(beat % beats == 0 ? 36 : 42), 90));
                bass.add(new Note(480L * beat, 480, Pitch.of(36 + degrees[(beat + piece) % 4]), 90));
            }
            bands.add(ROLLS.encode(new Score(480, List.of(), List.of(new Meter(0, beats, 4)), List.of(), List.of(), List.of(),
                    List.of(new Part("", Instrument.DRUM_KIT, drums), new Part("", new Instrument(33, false), bass)), Metadata.NONE)));
        }
        return bands;
    }

    private static Recipe recipe(ModelSpec.MuseGan spec, int epochs, double rate) {
        return new Recipe("toy", "", "roll", 2, spec, epochs, 8, 16, 8, 0, 0.2, "adam", rate, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                "fp32", 0, new Objective.Wasserstein(2, 10, 1));
    }

    private ToyRun train(Recipe recipe, String out, boolean resume, long stopAfter) {
        return ToyRun.of(new TrainRequest(recipe, ROLLS, bands(6, 4), bands(2, 4), folder.resolve(out), 5, 1, 0, resume,
                Provenance.unknown()), stopAfter);
    }

    @ParameterizedTest
    @CsvSource({"COMPOSER, false, 4", "JAMMING, false, 3", "HYBRID, true, 4", "HYBRID, true, 3", "COMPOSER, true, 3"})
    void plainJavaComputesWhatLibtorchComputes(Kind kind, boolean accompanies, int beats) {
        ModelSpec.MuseGan spec = spec(kind, accompanies, Neurons.NONE);
        RollGrid grid = RollGrid.of(spec, ROLLS);
        Phrases phrases = new Phrases(spec, ROLLS, grid, 16);
        List<Phrases.Phrase> real = phrases.of(bands(4, beats)).subList(0, 3);
        torch.manual_seed(3);
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            GeneratorNetwork network = GeneratorNetwork.draw(spec, grid, MuseGanShapes.of(spec, ROLLS), phrases.rates(real));
            Tensor noise = torch.randn(3, 2, network.sources(), spec.noise());
            float[][] expected = Phrases.rows(network.logits(noise, beats, phrases.batch(real)));
            float[][] heard = Phrases.rows(noise);
            float[][] given = Phrases.rows(phrases.batch(real));
            MuseGanModel model = (MuseGanModel) Models.of(new Checkpoint(spec, ROLLS,
                    new TreeMap<>(NativeTensors.copies("", network.parameters())), Provenance.unknown(), List.of()));
            for (int i = 0; i < 3; i++) {
                assertEquals(grid.size(beats), expected[i].length);
                assertArrayEquals(expected[i], model.logits(heard[i], beats, given[i]), 1e-4f);
            }
            network.parameters().close();
        }
    }

    @Test
    void whatIsPlayedWhileLearningIsWhatIsPlayed() {
        ModelSpec.MuseGan spec = spec(Kind.HYBRID, false, Neurons.DETERMINISTIC);
        RollGrid grid = RollGrid.of(spec, ROLLS);
        Phrases phrases = new Phrases(spec, ROLLS, grid, 16);
        torch.manual_seed(4);
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            GeneratorNetwork network = GeneratorNetwork.draw(spec, grid, MuseGanShapes.of(spec, ROLLS), phrases.rates(phrases.of(bands(4, 4))));
            Tensor noise = torch.randn(1, 2, network.sources(), spec.noise());
            float[] made = Phrases.rows(network.played(network.logits(noise, 4, noise)))[0];
            MuseGanModel model = (MuseGanModel) Models.of(new Checkpoint(spec, ROLLS,
                    new TreeMap<>(NativeTensors.copies("", network.parameters())), Provenance.unknown(), List.of()));
            float[] played = new float[made.length];
            grid.cells(model.phrase(Phrases.rows(noise)[0], Meter.common()), 0, cell -> played[cell] = 1);
            assertArrayEquals(made, played, 1e-6f);
            network.parameters().close();
        }
    }

    /// The penalty is made small by a gradient of a gradient: that must be the one that differences show.
    @Test
    void thePenaltyCanBeDifferentiated() {
        ModelSpec.MuseGan spec = spec(Kind.HYBRID, false, Neurons.NONE);
        RollGrid grid = RollGrid.of(spec, ROLLS);
        Phrases phrases = new Phrases(spec, ROLLS, grid, 16);
        List<Phrases.Phrase> real = phrases.of(bands(2, 3)).subList(0, 2);
        torch.manual_seed(5);
        CriticNetwork critic = CriticNetwork.draw(spec, grid);
        try (PointerScope scope = new PointerScope()) {
            Tensor cells = phrases.batch(real);
            Tensor other = torch.rand_like(cells);
            Tensor weight = critic.parameters().get("octave.weight");
            torch.manual_seed(6);
            critic.penalty(cells, other, 3).backward();
            Tensor direction = weight.grad().div(weight.grad().norm());
            double slope = weight.grad().norm().item_double();
            double step = 1e-2;
            double[] values = new double[2];
            for (int i = 0; i < 2; i++) {
                weight.detach().add_(direction, new Scalar(i == 0 ? step : -2 * step));
                torch.manual_seed(6);
                values[i] = critic.penalty(cells, other, 3).item_double();
            }
            assertTrue(slope > 0);
            assertEquals(slope, (values[0] - values[1]) / (2 * step), 0.05 * slope);
        } finally {
            critic.parameters().close();
        }
    }

    @ParameterizedTest
    @CsvSource({"HYBRID, DETERMINISTIC", "COMPOSER, NONE", "COMPOSER, DETERMINISTIC", "JAMMING, STOCHASTIC", "JAMMING, DETERMINISTIC"})
    void bandsAreLearnt(Kind kind, Neurons neurons) {
        ToyRun run = train(recipe(spec(kind, kind == Kind.HYBRID, neurons), 12, 0.003), "learnt", false, ToyRun.TO_THE_END);
        List<Double> distances = run.figures("valid.distance");
        assertEquals(12, distances.size());
        assertTrue(Collections.min(distances) < 0.8 * distances.getFirst(), () -> "distance from real bands: " + distances);
    }

    @ParameterizedTest
    @CsvSource({"HYBRID, true, STOCHASTIC", "COMPOSER, false, NONE", "JAMMING, false, DETERMINISTIC"})
    void aStoppedAndResumedRunEqualsAnUninterruptedOne(Kind kind, boolean accompanies, Neurons neurons) throws IOException {
        Recipe recipe = recipe(spec(kind, accompanies, neurons), 2, 0.002);
        train(recipe, "whole", false, ToyRun.TO_THE_END);
        train(recipe, "parts", false, 3);
        train(recipe, "parts", true, 8);
        train(recipe, "parts", true, ToyRun.TO_THE_END);
        ToyRun.assertEqualRuns(folder.resolve("whole"), folder.resolve("parts"));
        String log = Files.readString(folder.resolve("whole/log.jsonl"));
        assertTrue(log.contains("valid.criticGap") && log.contains("\"trainGeneratorLoss\"") && !log.contains("trainNats"), log);
        assertTrue(Files.readString(folder.resolve("whole/best/MODEL_CARD.md")).contains("loss of the generator"));
    }

    @Test
    void nativeMemoryStaysFlat() {
        ModelSpec.MuseGan spec = spec(Kind.HYBRID, true, Neurons.STOCHASTIC);
        ToyRun.assertMemoryStaysFlat(() -> train(recipe(spec, 2, 0.002), "warm", false, ToyRun.TO_THE_END),
                () -> train(recipe(spec, 8, 0.002), "long", false, ToyRun.TO_THE_END));
    }

    /// There is nothing in the metre of the phrases to judge by: the last epoch stays.
    @Test
    void withNothingToJudgeByThereIsAModelYet() {
        ToyRun run = ToyRun.of(new TrainRequest(recipe(spec(Kind.HYBRID, false, Neurons.NONE), 1, 0.001), ROLLS, bands(6, 4), bands(2, 5),
                folder.resolve("unjudged"), 5, 1, 0, false, Provenance.unknown()), ToyRun.TO_THE_END);
        assertEquals(TrainResult.End.EPOCHS, run.result().end());
        assertTrue(Files.exists(run.result().best().orElseThrow()));
    }

    @Test
    void learningThatGoesAstrayEndsWithAReason() {
        ToyRun run = train(recipe(spec(Kind.HYBRID, false, Neurons.NONE), 50, 1e20), "astray", false, ToyRun.TO_THE_END);
        assertEquals(TrainResult.End.DIVERGED, run.result().end());
        TrainEvent.Diverged diverged = (TrainEvent.Diverged) run.events().getLast();
        assertTrue(diverged.reason().endsWith("."), diverged.reason());
        assertEquals(0, run.result().epochs());
        assertEquals(Optional.empty(), run.result().best());
    }

    @Test
    void silenceNoiseAndWideGapsAreAstray() {
        MuseGanLearner learner = MuseGanLearner.of(spec(Kind.HYBRID, false, Neurons.NONE), new TrainRequest(
                recipe(spec(Kind.HYBRID, false, Neurons.NONE), 1, 0.001), ROLLS, bands(6, 3), List.of(), folder.resolve("x"), 5, 1, 0,
                false, Provenance.unknown()));
        assertEquals(Optional.empty(), learner.astray(9, evaluation(1, 0.1)));
        assertEquals(Optional.empty(), learner.astray(1, evaluation(1, 0)));
        assertTrue(learner.astray(4, evaluation(1, 0)).orElseThrow().contains("silence"));
        assertTrue(learner.astray(4, evaluation(1, 0.9)).orElseThrow().contains("all the time"));
        assertTrue(learner.astray(1, evaluation(Double.NaN, 0.1)).orElseThrow().contains("critic"));
        assertTrue(learner.astray(1, evaluation(1e6, 0.1)).orElseThrow().contains("critic"));
        learner.parameters().close();
        learner.rival().orElseThrow().parameters().close();
    }

    private static Evaluation evaluation(double gap, double sounding) {
        return new Evaluation(1, 1, new TreeMap<>(Map.of("valid.criticGap", gap, "valid.sounding", sounding)));
    }

    @Test
    void tooLittleMusicAndOtherObjectivesAreRefusedInWords() {
        ModelSpec.MuseGan spec = spec(Kind.HYBRID, false, Neurons.NONE);
        RequestException little = assertThrows(RequestException.class, () -> MuseGanLearner.of(spec, new TrainRequest(
                recipe(spec, 1, 0.001), ROLLS, bands(3, 4), List.of(), folder.resolve("x"), 5, 1, 0, false, Provenance.unknown())));
        assertEquals("TOO_LITTLE", little.code());
        assertTrue(little.getMessage().contains("3 of 3 pieces") && little.getMessage().contains("bass, drums"), little.getMessage());
        RequestException metre = assertThrows(RequestException.class, () -> MuseGanLearner.of(spec, new TrainRequest(
                recipe(spec, 1, 0.001), ROLLS, bands(5, 5), List.of(), folder.resolve("x"), 5, 1, 0, false, Provenance.unknown())));
        assertTrue(metre.getMessage().contains("0 of 5 pieces are in 4/4 or 3/4"), metre.getMessage());
        Recipe likely = new Recipe("toy", "", "roll", 2, spec, 1, 8, 16, 8, 0, 0.2, "adam", 0.01, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                "fp32", 0, new Objective.Likelihood());
        assertEquals("OBJECTIVE_UNSUITED", assertThrows(RequestException.class, () -> MuseGanLearner.of(spec, new TrainRequest(
                likely, ROLLS, bands(6, 4), List.of(), folder.resolve("x"), 5, 1, 0, false, Provenance.unknown()))).code());
    }

    @Test
    void statisticsTellMusicApart() {
        ModelSpec.MuseGan spec = spec(Kind.HYBRID, false, Neurons.NONE);
        RollGrid grid = RollGrid.of(spec, ROLLS);
        Phrases phrases = new Phrases(spec, ROLLS, grid, 16);
        float[][] real;
        try (PointerScope scope = new PointerScope()) {
            real = Phrases.rows(phrases.batch(phrases.of(bands(4, 4))));
        }
        BandStatistics of = BandStatistics.of(grid, 4, real);
        assertEquals(0, of.emptyBars()[1]);
        assertEquals(1, of.emptyBars()[2]);
        assertEquals(3, of.pitchClasses()[0]);
        assertEquals(4, of.notes()[1]);
        assertEquals(1, of.drumPattern());
        assertEquals(1, of.longNotes()[0]);
        assertEquals(0, of.from(of).mean());
        BandStatistics silence = BandStatistics.of(grid, 4, new float[1][grid.size(4)]);
        assertEquals(0, silence.sounding());
        assertTrue(of.from(silence).mean() > 0.3);
        assertFalse(Double.isNaN(silence.from(of).mean()));
    }
}
