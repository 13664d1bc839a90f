package dev.cadenza.model.musegan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TrackKind;
import dev.cadenza.model.Adversarial;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.MuseGan.Kind;
import dev.cadenza.model.ModelSpec.MuseGan.Neurons;
import dev.cadenza.model.Models;
import dev.cadenza.model.Shapes;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.generate.Noise;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Meter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MuseGanModelTest {

    private static final RollTokenizer ROLLS = new RollTokenizer(4, false);
    private static final Meter WALTZ = new Meter(0, 3, 4);

    private static ModelSpec.MuseGan spec(Kind kind, boolean accompanies, Neurons neurons) {
        return new ModelSpec.MuseGan(kind, accompanies, 2, List.of(4, 3), 36, 4, 5, 3, neurons);
    }

    private static Checkpoint checkpoint(ModelSpec.MuseGan spec) {
        Random random = new Random(3);
        Map<String, Tensor> weights = new TreeMap<>();
        Shapes.of(spec, ROLLS).forEach((name, shape) -> {
            float[] data = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (float) random.nextGaussian() / 2;
            }
            weights.put(name, Tensor.of(data, shape));
        });
        return new Checkpoint(spec, ROLLS, weights, Provenance.unknown(), List.of());
    }

    private static Adversarial model(Kind kind, boolean accompanies) {
        return (Adversarial) Models.of(checkpoint(spec(kind, accompanies, Neurons.DETERMINISTIC)));
    }

    /// A scale of the guitar, two bars long.
    private static PianoRoll scale(int first) {
        List<PianoRoll.Track> tracks = new ArrayList<>();
        for (TrackKind kind : TrackKind.FIVE) {
            BitSet onsets = new BitSet();
            BitSet held = new BitSet();
            int[] degrees = {0, 2, 4, 5, 7, 9, 11, 12};
            for (int i = 0; i < 8 && kind.name().equals("Guitar"); i++) {
                onsets.set(4 * i * PianoRoll.PITCHES + first + degrees[i]);
                held.set((4 * i + 1) * PianoRoll.PITCHES + first + degrees[i]);
            }
            tracks.add(new PianoRoll.Track(kind.name(), onsets, held));
        }
        return PianoRoll.of(tracks, new Plan(32, Meter.common(), 0, Optional.empty(), true), 4);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void equalNoiseMakesEqualPhrasesInEachMetre(Kind kind) {
        Adversarial model = model(kind, false);
        float[] noise = Noise.draw(model.noise(), new Random(1));
        float[] other = Noise.draw(model.noise(), new Random(2));
        assertEquals(List.of("4/4", "3/4"), model.meters().stream().map(Meter::toString).toList());
        assertEquals(32, model.phrase(noise, Meter.common()).steps());
        assertEquals(24, model.phrase(noise, WALTZ).steps());
        assertEquals(TrackKind.FIVE.size(), model.phrase(noise, WALTZ).tracks().size());
        assertEquals(model.phrase(noise, Meter.common()), model(kind, false).phrase(noise, Meter.common()));
        assertNotEquals(model.phrase(noise, Meter.common()), model.phrase(other, Meter.common()));
        assertEquals(2 * model.steady(), model.noise());
    }

    @Test
    void eachHalfOfTheNoiseIsHeard() {
        Adversarial model = model(Kind.HYBRID, false);
        float[] noise = Noise.draw(model.noise(), new Random(1));
        for (int place : new int[] {0, model.steady() - 1, model.steady(), model.noise() - 1}) {
            float[] changed = noise.clone();
            changed[place] += 3;
            assertNotEquals(model.phrase(noise, Meter.common()), model.phrase(changed, Meter.common()), "noise " + place);
        }
    }

    @Test
    void chanceIsDrawnFromTheNoise() {
        Adversarial model = (Adversarial) Models.of(checkpoint(spec(Kind.HYBRID, false, Neurons.STOCHASTIC)));
        float[] noise = Noise.draw(model.noise(), new Random(1));
        assertEquals(model.phrase(noise, WALTZ), model.phrase(noise, WALTZ));
    }

    @Test
    void whatIsGivenIsHeardAndKeysAreFollowed() {
        Adversarial model = model(Kind.JAMMING, true);
        float[] noise = Noise.draw(model.noise(), new Random(1));
        PianoRoll alone = model.phrase(noise, Meter.common());
        PianoRoll joined = model.accompaniment(noise, Meter.common(), scale(48));
        assertNotEquals(alone, joined);
        PianoRoll higher = model.accompaniment(noise, Meter.common(), scale(50));
        for (int track = 0; track < TrackKind.FIVE.size(); track++) {
            boolean drums = TrackKind.FIVE.get(track).drums();
            BitSet moved = new BitSet();
            joined.tracks().get(track).onsets().stream().forEach(bit -> moved.set(bit + (drums ? 0 : 2)));
            assertEquals(moved, higher.tracks().get(track).onsets(), "a whole tone higher");
        }
        assertThrows(IllegalArgumentException.class, () -> model(Kind.JAMMING, false).accompaniment(noise, WALTZ, scale(48)));
        assertThrows(IllegalArgumentException.class, () -> model.accompaniment(noise, WALTZ, scale(48)));
    }

    @Test
    void cellsHoldWhatIsPlayedInRange() {
        RollGrid grid = RollGrid.of(spec(Kind.HYBRID, false, Neurons.NONE), ROLLS);
        assertEquals(0, grid.shift(scale(48)));
        assertEquals(-2, grid.shift(scale(50)));
        assertEquals(5, grid.shift(scale(55)));
        List<Integer> cells = new ArrayList<>();
        grid.cells(scale(48), 0, cells::add);
        assertEquals(3 * 8, cells.size());
        assertTrue(cells.contains(grid.cell(0, 2, 12)) && cells.contains(grid.cell(0, 2, 12) + 1));
        assertTrue(cells.contains(grid.cell(1, 2, 12)));
        assertFalse(cells.contains(grid.cell(1, 2, 12) + 1));
        List<Integer> low = new ArrayList<>();
        grid.cells(scale(12), 0, low::add);
        assertTrue(low.contains(grid.cell(0, 2, 0)), "an octave or two higher");
        assertTrue(cells.stream().allMatch(cell -> cell < grid.size(4)));
    }

    @Test
    void aCheckpointIsReadAsItWasWritten(@TempDir Path folder) {
        Checkpoint written = checkpoint(spec(Kind.HYBRID, true, Neurons.DETERMINISTIC));
        written.write(folder.resolve("m"), Map.of());
        Adversarial read = (Adversarial) Models.load(folder.resolve("m"));
        assertEquals(written.spec(), read.spec());
        assertEquals(written.hash(), read.hash());
        assertTrue(read.accompanies());
        float[] zeros = new float[read.noise()];
        assertArrayEquals(((MuseGanModel) Models.of(written)).logits(zeros, 3, new float[4 * 3 * 4 * 4 * 5 * 12 * 2 / 2]),
                ((MuseGanModel) read).logits(zeros, 3, new float[4 * 3 * 4 * 4 * 5 * 12 * 2 / 2]));
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThrows(RequestException.class, () -> new ModelSpec.MuseGan(Kind.HYBRID, false, 4, List.of(), 24, 7, 8, 8, Neurons.NONE));
        assertThrows(RequestException.class, () -> new ModelSpec.MuseGan(Kind.HYBRID, false, 4, List.of(4, 4), 24, 7, 8, 8, Neurons.NONE));
        assertThrows(RequestException.class, () -> new ModelSpec.MuseGan(Kind.HYBRID, false, 4, List.of(4), 60, 7, 8, 8, Neurons.NONE));
        ModelSpec.MuseGan spec = spec(Kind.COMPOSER, false, Neurons.NONE);
        assertEquals("REPRESENTATION_UNSUITED", assertThrows(RequestException.class, () -> Shapes.of(spec, new MelodyTokenizer(4))).code());
        assertEquals("REPRESENTATION_UNSUITED", assertThrows(RequestException.class, () -> Shapes.of(spec, new RollTokenizer(4, true))).code());
        assertTrue(spec.words().contains("composer") && spec.words().contains("4/4 or 3/4"), spec.words());
    }
}
