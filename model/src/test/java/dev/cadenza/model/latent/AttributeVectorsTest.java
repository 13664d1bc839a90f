package dev.cadenza.model.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.ToyLatent;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Meter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributeVectorsTest {

    private static final ToyLatent TOY = new ToyLatent(1);

    @TempDir
    private Path folder;

    /// Bars of quarter notes or, at random, eighths, at random heights.
    private static List<TokenSequence> bars(int count) {
        Random random = new Random(1);
        List<TokenSequence> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int step = random.nextBoolean() ? 2 : 4;
            int low = 55 + random.nextInt(20);
            int[] tokens = new int[16];
            for (int at = 0; at < 16; at += step) {
                tokens[at] = 2 + low + random.nextInt(8);
            }
            bars.add(TOY.excerpts().of(tokens));
        }
        return bars;
    }

    private static AttributeVectors learnt(List<TokenSequence> bars) {
        return Evidence.of(TOY, bars, _ -> { }).quarters();
    }

    @Test
    void aDirectionLeadsToMoreOfIt() {
        List<TokenSequence> bars = bars(200);
        AttributeVectors vectors = learnt(bars);
        float[] density = vectors.directions().get(Attribute.DENSITY).vector();
        float[] height = vectors.directions().get(Attribute.HEIGHT).vector();
        for (int at = 0; at < 16; at++) {
            assertEquals(at % 4 == 2 ? 15 : 0, density[at], 8, "notes off the beat");
            assertTrue(at % 4 != 0 || height[at] > 8, "higher notes on the beat");
        }
        assertEquals(1, vectors.directions().get(Attribute.DENSITY).low());
        assertEquals(2, vectors.directions().get(Attribute.DENSITY).high());
        assertTrue(!vectors.directions().containsKey(Attribute.SYNCOPATION), "no bar has any");
    }

    @Test
    void aDirectionAloneLeavesTheOthersAsTheyAre() {
        // The first number of a point is the density, the second the height, which comes along with density.
        Random random = new Random(1);
        Evidence evidence = new Evidence(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 400; i++) {
            double density = 4 * random.nextDouble();
            double height = 60 + density + random.nextGaussian();
            double[] values = new double[Attribute.values().length];
            values[Attribute.DENSITY.ordinal()] = density;
            values[Attribute.HEIGHT.ordinal()] = height;
            evidence.values().add(values);
            evidence.points().add(new float[] {(float) density, (float) height});
        }
        AttributeVectors alone = evidence.alone();
        assertEquals(List.of(Attribute.DENSITY, Attribute.HEIGHT), List.copyOf(alone.directions().keySet()));
        AttributeVectors.Direction density = alone.directions().get(Attribute.DENSITY);
        AttributeVectors.Direction height = alone.directions().get(Attribute.HEIGHT);
        double step = density.high() - density.low();
        double rise = height.high() - height.low();
        assertEquals(1, density.vector()[0] / step, 0.1, "a step of density");
        assertEquals(0, density.vector()[1] / rise, 0.1, "no height");
        assertEquals(0, height.vector()[0] / step, 0.1, "no density");
        assertEquals(1, height.vector()[1] / rise, 0.1, "a step of height");
        float[] mixed = evidence.quarters().directions().get(Attribute.DENSITY).vector();
        assertTrue(mixed[1] > 0.8 * mixed[0], "between quarters the height comes along");
    }

    @Test
    void theFileHoldsItAll() {
        AttributeVectors vectors = learnt(bars(60));
        Path file = folder.resolve(AttributeVectors.FILE);
        AtomicFiles.write(file, vectors.content());
        AttributeVectors read = AttributeVectors.read(file, TOY.latent());
        assertEquals(vectors.directions().keySet(), read.directions().keySet());
        vectors.directions().forEach((attribute, direction) ->
                assertArrayEquals(direction.vector(), read.directions().get(attribute).vector()));
        assertEquals(60, read.excerpts());
        assertEquals("ATTRIBUTES_DAMAGED", assertThrows(ModelException.class, () -> AttributeVectors.read(file, 5)).code());
    }

    @Test
    void damageIsOneSentence() throws Exception {
        Path file = folder.resolve("x.json");
        for (String text : List.of("", "{", "[]", "{\"format\":9}", "{\"format\":1,\"attributes\":{\"density\":{\"vector\":[1,\"a\"]}}}",
                "{\"format\":1,\"attributes\":{\"density\":{\"vector\":[1,1e99]}}}")) {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            assertEquals("ATTRIBUTES_DAMAGED", assertThrows(ModelException.class, () -> AttributeVectors.read(file, 2), text).code());
        }
    }

    @Test
    void excerptsAreSpreadOverThePieces() {
        int[] tokens = new int[100 * 16];
        for (int at = 0; at < tokens.length; at += 4) {
            tokens[at] = 62;
        }
        TokenSequence piece = TOY.tokenizer().sequence(tokens, new Plan(tokens.length, Meter.common(), 0, Optional.empty(), false));
        assertEquals(6000, Evidence.spread(TOY.excerpts(), Collections.nCopies(80, piece)).size());
        assertEquals(4, Evidence.spread(TOY.excerpts(), List.of(piece.slice(0, 16), piece.slice(0, 7), piece.slice(3, 40))).size(),
                "a last bar that is not full counts");
    }

    @Test
    void stepsAddUp() {
        AttributeVectors vectors = learnt(bars(60));
        float[] density = vectors.directions().get(Attribute.DENSITY).vector();
        float[] height = vectors.directions().get(Attribute.HEIGHT).vector();
        float[] point = new float[TOY.latent()];
        float[] moved = vectors.lean(Map.of(Attribute.DENSITY, 2.0, Attribute.HEIGHT, -0.5)).of(point);
        assertArrayEquals(Points.sum(density, 2, height, -0.5), moved, 1e-4f);
        assertEquals("NO_DIRECTION", assertThrows(RequestException.class,
                () -> vectors.lean(Map.of(Attribute.SYNCOPATION, 1.0))).code());
        assertEquals("FEW_EXCERPTS", assertThrows(RequestException.class, () -> learnt(bars(39))).code());
    }
}
