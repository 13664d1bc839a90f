package dev.cadenza.model.sequencegan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Models;
import dev.cadenza.model.NoiseDriven;
import dev.cadenza.model.Session;
import dev.cadenza.model.Shapes;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.Noise;
import dev.cadenza.model.generate.Take;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceGanModelTest {

    private static final ModelSpec.SequenceGan SPEC = new ModelSpec.SequenceGan(6, 5, 2, 7, 4);

    private static Checkpoint checkpoint(long seed) {
        RandomGenerator random = new java.util.Random(seed);
        Map<String, Tensor> weights = new TreeMap<>();
        Shapes.of(SPEC, new MelodyTokenizer(4)).forEach((name, shape) -> {
            float[] data = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (float) random.nextGaussian() / 2;
            }
            weights.put(name, Tensor.of(data, shape));
        });
        return new Checkpoint(SPEC, new MelodyTokenizer(4), weights, Provenance.unknown(), List.of());
    }

    private static float[] logits(NoiseDriven model, float[] noise, int... tokens) {
        Session session = model.given(noise).session(ContextReader.of(new int[][] {{1, 2, 3, 4}}, 1));
        for (int token : tokens) {
            session.accept(token);
        }
        assertEquals(tokens.length, session.length());
        return session.logits().clone();
    }

    @Test
    void noiseAndPastDecideWhatComesNext() {
        NoiseDriven model = (NoiseDriven) Models.of(checkpoint(1));
        float[] one = Noise.draw(6, new java.util.Random(1));
        float[] other = Noise.draw(6, new java.util.Random(2));
        assertArrayEquals(logits(model, one, 60, 0), logits(model, one, 60, 0));
        assertFalse(java.util.Arrays.equals(logits(model, one, 60, 0), logits(model, other, 60, 0)), "another noise");
        assertFalse(java.util.Arrays.equals(logits(model, one, 60, 0), logits(model, one, 62, 0)), "another past");
        assertThrows(IllegalArgumentException.class, () -> model.given(new float[5]));
    }

    @Test
    void itIsWrittenAndReadAndComposes(@TempDir Path folder) {
        checkpoint(1).write(folder.resolve("gan"));
        NoiseDriven model = (NoiseDriven) Models.load(folder.resolve("gan"));
        assertEquals(SPEC, model.spec());
        List<Take> takes = Composer.compose(model, GenerationRequest.Compose.usual(3), 2);
        Score again = Composer.compose(Models.of(checkpoint(1)), GenerationRequest.Compose.usual(3), 1).getFirst().score();
        assertEquals(again, takes.getFirst().score());
        assertEquals(16 * 4 * 480, again.end());
    }

    @Test
    void noiseIsNormal() {
        float[] noise = Noise.draw(20_000, new java.util.Random(5));
        double mean = 0;
        double square = 0;
        for (float x : noise) {
            mean += x / noise.length;
            square += (double) x * x / noise.length;
        }
        double found = mean;
        double spread = square;
        assertTrue(Math.abs(found) < 0.03 && Math.abs(spread - 1) < 0.04, () -> found + " " + spread);
    }

    @Test
    void onlySingleLinesAreRead() {
        assertEquals("REPRESENTATION_UNSUITED",
                assertThrows(RequestException.class, () -> Shapes.of(SPEC, new SatbTokenizer(4, 36, 81, false))).code());
        assertTrue(SPEC.hasTensorsOf(new ModelSpec.SequenceGan(6, 5, 2, 7, 99)));
        assertFalse(SPEC.hasTensorsOf(new ModelSpec.SequenceGan(6, 5, 1, 7, 4)));
    }
}
