package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.MergedTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Models;
import dev.cadenza.model.ModelSpec.Cell;
import dev.cadenza.model.Toys;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EventComposerTest {

    private static final Autoregressive BAND = Toys.model(Cell.LSTM, Toys.EVENT, Toys.BAND, 1);
    private static final Autoregressive CLASSIC = Toys.model(Cell.GRU, Toys.ONE_HOT, Toys.BAND, 2);
    private static final Autoregressive ROLL = Toys.model(Cell.GRU, Toys.EVENT, Toys.ROLL, 3);
    private static final Autoregressive HOLDING = holding();
    private static final List<Autoregressive> MODELS = List.of(BAND, CLASSIC, ROLL, HOLDING);
    private static final Instrument BASS = new Instrument(33, false);

    /// Says of whatever sounds that it goes on, and seldom begins anything.
    private static Autoregressive holding() {
        Checkpoint plain = Toys.checkpoint(Cell.GRU, Toys.ONE_HOT, Toys.ONE_ROLL, 4, 0.4);
        float[] bias = new float[Toys.ONE_ROLL.vocabulary().size()];
        for (int token = 0; token < bias.length; token++) {
            bias[token] = Toys.ONE_ROLL.goesOn(token) ? 12 : Toys.ONE_ROLL.begins(token) ? 0 : 6;
        }
        Map<String, Tensor> weights = new TreeMap<>(plain.weights());
        weights.put("output.bias", Tensor.of(bias, bias.length));
        return (Autoregressive) Models.of(new Checkpoint(plain.spec(), Toys.ONE_ROLL, weights, plain.provenance(), List.of()));
    }

    private static GenerationRequest.Compose request(int bars, Meter meter, Optional<KeySignature> key,
            List<Instrument> instruments, long seed, int takes) {
        return new GenerationRequest.Compose(bars, Optional.of(meter), OptionalDouble.of(90), key, instruments,
                new Start.Nothing(), SamplerSettings.usual(), Constraints.usual(), seed, takes);
    }

    @Property(tries = 80, seed = "42")
    void everyTakeKeepsWhatIsCertain(@ForAll long seed, @ForAll @IntRange(max = 3) int which, @ForAll @IntRange(min = 1, max = 6) int bars,
            @ForAll @IntRange(min = -6, max = 6) int fifths, @ForAll Mode mode, @ForAll @IntRange(min = 2, max = 6) int beats,
            @ForAll boolean eighths) {
        KeySignature key = new KeySignature(0, fifths, mode);
        Meter meter = new Meter(0, beats, eighths ? 8 : 4);
        Score score = Composer.compose(MODELS.get(which), request(bars, meter, Optional.of(key), List.of(), seed, 1), 1)
                .getFirst().score();
        assertEquals(List.of(meter), score.meters());
        long end = bars * meter.barTicks(score.resolution());
        assertTrue(score.end() <= end, score.end() + " is behind " + end);
        long latest = 0;
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                boolean drums = part.instrument().drums();
                assertTrue(drums || PlayableRange.of(part.instrument()).contains(note.pitch().midi()), note + " on " + part.name());
                assertTrue(drums || new PitchLimit.InKey(Key.of(key)).holds(note.pitch().midi()), note + " in " + key);
                latest = drums ? latest : Math.max(latest, note.onset());
            }
        }
        long quarter = score.resolution();
        long bar = meter.barTicks(score.resolution());
        assertEquals(end - (bar <= 3 * quarter ? bar : 2 * quarter), latest, "where the last chord begins");
        assertEquals(end, score.end());
        long last = latest;
        List<Integer> degrees = score.parts().stream().filter(part -> !part.instrument().drums())
                .flatMap(part -> part.notes().stream()).filter(note -> note.onset() == last)
                .map(note -> Math.floorMod(note.pitch().midi() - key.tonic(), 12)).toList();
        assertTrue(degrees.contains(0), "the tonic is in the last chord: " + degrees);
        assertTrue(List.of(0, mode == Mode.MAJOR ? 4 : 3, 7).containsAll(degrees), degrees + " is the tonic triad");
    }

    @Property(tries = 20)
    void whatIsHeldMakesRoomForWhatBegins(@ForAll long seed) {
        Score score = Composer.compose(HOLDING, request(6, Meter.common(), Optional.empty(), List.of(), seed, 1), 1)
                .getFirst().score();
        long bar = Meter.common().barTicks(score.resolution());
        long end = 6 * bar;
        long before = 0;
        for (Note note : score.parts().getFirst().notes()) {
            assertTrue(note.onset() - before <= bar, "nothing begins between " + before + " and " + note.onset());
            before = note.onset();
        }
        long last = before;
        assertEquals(end - bar / 2, last);
        for (Note note : score.parts().getFirst().notes()) {
            assertTrue(note.end() <= last || note.onset() == last && note.end() == end, note + " sounds into the last chord");
        }
    }

    @Test
    void equalSeedsMakeEqualMusicOnAnyNumberOfThreads() {
        GenerationRequest.Compose request = request(4, Meter.common(), Optional.empty(), List.of(), 7, 3);
        List<Take> one = Composer.compose(BAND, request, 1);
        assertEquals(one, Composer.compose(BAND, request, 3));
        assertNotEquals(one.get(0).score(), one.get(1).score());
    }

    @Test
    void mergedTokensKeepWhatIsCertain() {
        TokenSequence piece = new TokenSequence(1, Toys.walk(Toys.BAND, 400, 5),
                new int[Toys.BAND.contextRows().size()][Toys.walk(Toys.BAND, 400, 5).length]);
        MergedTokenizer merged = MergedTokenizer.learn(Toys.BAND, List.of(piece, piece), 200);
        assertTrue(merged.merges().size() > 20, merged.merges().size() + " merges");
        KeySignature key = new KeySignature(0, 2, Mode.MAJOR);
        for (long seed = 0; seed < 5; seed++) {
            Score score = Composer.compose(Toys.model(Cell.GRU, Toys.EVENT, merged, 3),
                    request(3, Meter.common(), Optional.of(key), List.of(BASS), seed, 1)).getFirst().score();
            assertEquals(3 * Meter.common().barTicks(score.resolution()), score.end());
            for (Part part : score.parts()) {
                assertTrue(part.notes().isEmpty() || part.instrument().equals(BASS), part.instrument().toString());
                part.notes().forEach(note -> assertTrue(new PitchLimit.InKey(Key.of(key)).holds(note.pitch().midi()), note.toString()));
            }
        }
    }

    @Test
    void onlyTheTracksAskedForPlay() {
        Instrument guitar = new Instrument(24, false);
        Score score = Composer.compose(ROLL, request(4, Meter.common(), Optional.empty(), List.of(guitar), 3, 1)).getFirst().score();
        assertEquals(List.of(guitar), score.parts().stream().map(Part::instrument).toList());
        Instrument violin = new Instrument(40, false);
        Score one = Composer.compose(HOLDING, request(4, Meter.common(), Optional.empty(), List.of(violin), 3, 1)).getFirst().score();
        assertEquals(List.of(violin), one.parts().stream().map(Part::instrument).toList());
    }

    @Test
    void onlyTheInstrumentsAskedForPlay() {
        Score score = Composer.compose(BAND, request(4, Meter.common(), Optional.empty(), List.of(BASS), 3, 1)).getFirst().score();
        assertTrue(score.parts().stream().flatMap(part -> part.notes().stream()).findAny().isPresent());
        score.parts().stream().filter(part -> !part.notes().isEmpty()).forEach(part -> assertEquals(BASS, part.instrument()));
        RequestException refused = assertThrows(RequestException.class, () -> Composer.compose(BAND,
                request(4, Meter.common(), Optional.empty(), List.of(new Instrument(70, false)), 3, 1)));
        assertEquals("INSTRUMENTS_UNKNOWN", refused.code());
    }

    @Test
    void aPrimerStaysAndItsPartsGoOn() {
        Score band = Composer.compose(BAND, request(4, Meter.common(), Optional.empty(), List.of(), 11, 1)).getFirst().score();
        Score more = Composer.compose(BAND, GenerationRequest.Continue.usual(band, 5)).getFirst().score();
        assertEquals(20 * Meter.common().barTicks(more.resolution()), more.end());
        for (int i = 0; i < band.parts().size(); i++) {
            List<Note> all = more.parts().get(i).notes();
            assertEquals(band.parts().get(i).notes(), all.subList(0, band.parts().get(i).notes().size()));
        }
        assertTrue(more.parts().stream().flatMap(part -> part.notes().stream()).anyMatch(note -> note.onset() >= band.end()));
    }

    @Test
    void aWindowOfTheTrainingDataIsHeardAndNotKept() {
        int[] tokens = Toys.walk(Toys.BAND, 80, 5);
        TokenSequence piece = Toys.BAND.sequence(tokens, Plan.OPEN);
        Checkpoint plain = Toys.checkpoint(Cell.LSTM, Toys.EVENT, Toys.BAND, 6, 0.4);
        Checkpoint kept = new Checkpoint(plain.spec(), Toys.BAND, plain.weights(),
                Provenance.unknown().withPieces(Toys.BAND, List.of(piece)), List.of(piece.slice(10, 64)));
        Autoregressive model = (Autoregressive) Models.of(kept);
        GenerationRequest.Compose request = new GenerationRequest.Compose(16, Optional.of(Meter.common()), OptionalDouble.empty(),
                Optional.empty(), List.of(), new Start.TrainingWindow(100), SamplerSettings.usual(), Constraints.none(), 1, 1);
        Score score = Composer.compose(model, request).getFirst().score();
        assertTrue(score.end() <= 7 * Meter.common().barTicks(score.resolution()));
        assertTrue(score.parts().stream().anyMatch(part -> !part.notes().isEmpty()));
    }
}
