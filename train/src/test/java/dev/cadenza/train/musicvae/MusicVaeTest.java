package dev.cadenza.train.musicvae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.Latent;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Models;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.Session;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Safetensors;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.generate.Sampler;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Meter;
import dev.cadenza.train.NativeTensors;
import dev.cadenza.train.Precision;
import dev.cadenza.train.ToyRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MusicVaeTest {

    private static final MelodyTokenizer MELODY = new MelodyTokenizer(4);
    private static final ModelSpec.MusicVae FLAT = new ModelSpec.MusicVae(24, 8, 0, 1, 32, 16, 24, 2, 16, 0.1);
    private static final ModelSpec.MusicVae BARS = new ModelSpec.MusicVae(24, 8, 16, 1, 32, 16, 24, 2, 16, 0.1);
    private static final Objective.Elbo ELBO = new Objective.Elbo(0.2, 10, 2, 0.3, 10);
    /// Largest difference between the numbers of both engines, in fp32.
    private static final double TOLERANCE = 1e-4;

    @TempDir
    private Path folder;

    @BeforeAll
    static void oneThread() {
        torch.set_num_threads(1);
    }

    /// Runs of eighth notes or of quarter notes up and down, two bars each.
    private static List<TokenSequence> tunes(int count, long seed) {
        Random random = new Random(seed);
        List<TokenSequence> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = 60 + random.nextInt(12);
            int phase = random.nextInt(8);
            int every = random.nextBoolean() ? 2 : 4;
            int direction = random.nextBoolean() ? 1 : -1;
            int[] tokens = new int[32];
            for (int step = 0; step < tokens.length; step += every) {
                tokens[step] = MELODY.vocabulary().number("n" + (first + direction * Math.abs((step / every + phase) % 8 - 4)));
            }
            pieces.add(MELODY.sequence(tokens, new Plan(tokens.length, Meter.common(), 0, Optional.empty(), true)));
        }
        return pieces;
    }

    private static Recipe recipe(ModelSpec.MusicVae spec, int epochs, int window, Objective objective) {
        return new Recipe("toy", "", "melody", 4, spec, epochs, 16, window, spec.barSteps(), 0, 0.2, "adam", 0.01, 0.2, 0, 0, 1, spec.dropout(), 0, 0, 0, 0.9, 0,
                "fp32", 0, objective);
    }

    private ToyRun train(Recipe recipe, List<TokenSequence> pieces, String out, boolean resume, long stopAfter) {
        return ToyRun.of(new TrainRequest(recipe, MELODY, pieces, tunes(16, 2), folder.resolve(out), 5, 1, 0, resume,
                Provenance.unknown()), stopAfter);
    }

    static Stream<Arguments> networks() {
        return Stream.of(MELODY, SatbTokenizer.SIXTEENTHS).flatMap(tokenizer -> Stream.of(
                Arguments.of(FLAT, tokenizer), Arguments.of(BARS, tokenizer),
                Arguments.of(new ModelSpec.MusicVae(7, 5, 6, 2, 9, 8, 10, 3, 12, 0), tokenizer),
                Arguments.of(new ModelSpec.MusicVae(256, 128, 0, 2, 256, 96, 128, 2, 16, 0), tokenizer)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void plainJavaComputesWhatLibtorchComputes(ModelSpec.MusicVae spec, GridTokenizer tokenizer) {
        Excerpts excerpts = Excerpts.of(spec, tokenizer);
        torch.manual_seed(3);
        TokenSequence excerpt = excerpts.of(random(tokenizer, excerpts.steps() * tokenizer.width()));
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            MusicVaeNetwork network = MusicVaeNetwork.initialised(spec, tokenizer, Precision.FP32);
            Passages passages = Passages.of(List.of(excerpt));
            MusicVaeNetwork.Gaussians gaussians = network.encode(passages);
            Latent model = (Latent) Models.of(new Checkpoint(spec, tokenizer,
                    new TreeMap<>(NativeTensors.copies("", network.parameters())), Provenance.unknown(), List.of()));
            Latent.Gaussian heard = model.encode(excerpt);
            float[] mean = floats(gaussians.mean());
            float[] deviation = floats(gaussians.deviation());
            for (int i = 0; i < mean.length; i++) {
                assertEquals(mean[i], heard.mean()[i], TOLERANCE, "mean " + i);
                assertEquals(deviation[i], heard.deviation()[i], TOLERANCE, "deviation " + i);
            }
            assertEquals(gaussians.nats().item_double(), heard.nats(), 1e-3);
            int vocabulary = tokenizer.vocabulary().size();
            List<float[]> expected = network.logits(gaussians.mean(), passages.before(passages.tokens(), vocabulary), passages,
                    false, 0).stream().map(MusicVaeTest::floats).toList();
            Session session = model.session(mean);
            int[] tokens = excerpt.tokens();
            for (int i = 0; i < tokens.length; i++) {
                float[] place = expected.get(i % expected.size());
                for (int token = 0; token < vocabulary; token++) {
                    assertEquals(place[i / expected.size() * vocabulary + token], session.logits()[token], TOLERANCE,
                            "logit of token " + token + " at " + i);
                }
                session.accept(tokens[i]);
            }
            network.parameters().close();
        }
    }

    private static float[] floats(org.bytedeco.pytorch.Tensor tensor) {
        float[] values = new float[(int) tensor.numel()];
        tensor.contiguous().data_ptr_float().get(values);
        return values;
    }

    private static int[] random(GridTokenizer tokenizer, int count) {
        Random random = new Random(8);
        int[] tokens = new int[count];
        var state = tokenizer.grammar().start();
        for (int i = 0; i < count; i++) {
            int[] allowed = state.allowed().stream().toArray();
            tokens[i] = allowed[random.nextInt(allowed.length)];
            state = state.after(tokens[i]);
        }
        return tokens;
    }

    private static List<TokenSequence> times(List<TokenSequence> pieces, int times) {
        return Stream.generate(() -> pieces).limit(times).flatMap(List::stream).toList();
    }

    static Stream<ModelSpec.MusicVae> both() {
        return Stream.of(FLAT, BARS);
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatWasLearntIsRememberedByItsPointAlone(ModelSpec.MusicVae spec) {
        ModelSpec.MusicVae sure = new ModelSpec.MusicVae(24, 8, spec.conductor(), 1, 48, 16, 24, 2, 16, 0);
        List<TokenSequence> pieces = tunes(8, 1);
        train(recipe(sure, 12, 32, new Objective.Elbo(0.01, 0, 0, 0.2, 50)), times(pieces, 80), "learnt", false, ToyRun.TO_THE_END);
        Latent model = (Latent) Models.load(folder.resolve("learnt/last"));
        int right = 0;
        for (TokenSequence piece : pieces) {
            TokenSequence again = model.decode(model.encode(piece).mean(), Sampler.of(new SamplerSettings(0, 0, 1, 0)), new Random(1));
            for (int step = 0; step < 32; step++) {
                right += again.token(step, 0) == piece.token(step, 0) ? 1 : 0;
            }
        }
        double share = right / (8 * 32.0);
        assertTrue(share > 0.95, () -> "share of tokens that come back without being told the ones before: " + share);
    }

    @Test
    void heldOutTunesSurpriseItLessThanTheirTokensCounted() {
        ToyRun run = train(recipe(FLAT, 12, 32, new Objective.Elbo(0.3, 100, 0, 0, 0)), tunes(480, 1), "held-out", false,
                ToyRun.TO_THE_END);
        double bound = run.figures("valid.natsPerToken").getLast();
        double counted = unigram(tunes(480, 1), tunes(16, 2));
        assertTrue(bound < 0.75 * counted, () -> "nats a token, at most: " + bound + ", by counting: " + counted);
        double told = run.figures("valid.latentNatsPerExcerpt").getLast();
        assertTrue(told > 1, () -> "nats that a point tells: " + told);
    }

    private static double unigram(List<TokenSequence> from, List<TokenSequence> of) {
        double[] counts = new double[MELODY.vocabulary().size()];
        Arrays.fill(counts, 0.1);
        double all = 0.1 * counts.length;
        for (TokenSequence piece : from) {
            for (int token : piece.tokens()) {
                counts[token]++;
                all++;
            }
        }
        double nats = 0;
        int tokens = 0;
        for (TokenSequence piece : of) {
            for (int token : piece.tokens()) {
                nats -= Math.log(counts[token] / all);
                tokens++;
            }
        }
        return nats / tokens;
    }

    @ParameterizedTest
    @MethodSource("both")
    void aStoppedAndResumedRunEqualsAnUninterruptedOne(ModelSpec.MusicVae spec) {
        Recipe recipe = recipe(spec, 4, 32, ELBO);
        train(recipe, tunes(40, 1), "whole", false, ToyRun.TO_THE_END);
        train(recipe, tunes(40, 1), "parts", false, 5);
        assertFalse(weights("whole", "last").equals(weights("parts", "last")), "the run was stopped before its end");
        train(recipe, tunes(40, 1), "parts", true, ToyRun.TO_THE_END);
        assertEquals(weights("whole", "last"), weights("parts", "last"));
        assertEquals(weights("whole", "best"), weights("parts", "best"));
    }

    private Map<String, Tensor> weights(String out, String which) {
        return Safetensors.read(folder.resolve(out).resolve(which).resolve("weights.safetensors"));
    }

    @Test
    void unsuitableDataIsRefusedWithCounts() {
        RequestException few = assertThrows(RequestException.class,
                () -> train(recipe(FLAT, 1, 32, ELBO), tunes(7, 1), "few", false, ToyRun.TO_THE_END));
        assertEquals("FEW_EXCERPTS", few.code());
        assertTrue(few.getMessage().contains("7 pieces") && few.getMessage().contains("gave 7"), few.getMessage());
        ModelSpec.MusicVae threeFour = new ModelSpec.MusicVae(8, 4, 0, 1, 8, 8, 8, 2, 12, 0);
        RequestException bars = assertThrows(RequestException.class,
                () -> train(recipe(threeFour, 1, 24, ELBO), tunes(40, 1), "bars", false, ToyRun.TO_THE_END));
        assertTrue(bars.getMessage().contains("40 pieces have no such bars"), bars.getMessage());
        RequestException window = assertThrows(RequestException.class,
                () -> train(recipe(FLAT, 1, 48, ELBO), tunes(40, 1), "window", false, ToyRun.TO_THE_END));
        assertEquals("WINDOW_UNSUITED", window.code());
        RequestException objective = assertThrows(RequestException.class, () -> train(
                recipe(FLAT, 1, 32, new Objective.Likelihood()), tunes(40, 1), "objective", false, ToyRun.TO_THE_END));
        assertEquals("OBJECTIVE_UNSUITED", objective.code());
    }

    @Test
    void nativeMemoryStaysFlat() {
        ToyRun.assertMemoryStaysFlat(() -> train(recipe(BARS, 2, 32, ELBO), tunes(160, 1), "warm", false, ToyRun.TO_THE_END),
                () -> train(recipe(BARS, 30, 32, ELBO), tunes(80, 1), "long", false, ToyRun.TO_THE_END));
    }
}
