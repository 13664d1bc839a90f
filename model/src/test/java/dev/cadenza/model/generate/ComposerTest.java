package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.ModelSpec.Cell;
import dev.cadenza.model.Layout;
import dev.cadenza.model.Models;
import dev.cadenza.model.Toys;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposerTest {

    private static final Autoregressive CHORALES = Toys.model(Cell.GRU, Toys.STEP, Toys.SATB, 1);
    private static final Autoregressive MELODIES = Toys.model(Cell.LSTM, Toys.STEP, Toys.MELODY, 2);
    private static final Autoregressive CLASSIC = Toys.model(Cell.LSTM, Toys.ONE_HOT, Toys.SATB, 3);
    private static final Autoregressive CLASSIC_MELODIES = Toys.model(Cell.RNN, Toys.EMBEDDING, Toys.MELODY, 4);
    private static final List<Autoregressive> MODELS = List.of(CHORALES, MELODIES, CLASSIC, CLASSIC_MELODIES);

    /// Steps that the last chord takes at most: three quarter notes.
    private static final int LONGEST_CHORD = 12;

    private static GenerationRequest.Compose request(int bars, Meter meter, Optional<KeySignature> key, long seed, int takes) {
        return new GenerationRequest.Compose(bars, Optional.of(meter), OptionalDouble.of(90), key, List.of(),
                new Start.Nothing(), SamplerSettings.usual(), Constraints.usual(), seed, takes);
    }

    @Property(tries = 60, seed = "42")
    void everyTakeKeepsWhatIsCertain(@ForAll long seed, @ForAll @IntRange(max = 3) int which,
                                     @ForAll @IntRange(min = 1, max = 6) int bars,
                                     @ForAll @IntRange(min = -6, max = 6) int fifths, @ForAll Mode mode,
                                     @ForAll @IntRange(min = 2, max = 7) int beats, @ForAll boolean eighths) {
        Autoregressive model = MODELS.get(which);
        KeySignature key = new KeySignature(0, fifths, mode);
        Meter meter = new Meter(0, beats, eighths ? 8 : 4);
        Score score = Composer.compose(model, request(bars, meter, Optional.of(key), seed, 1), 1).getFirst().score();
        assertEquals(List.of(meter), score.meters());
        assertEquals(List.of(key), score.keys());
        assertEquals(bars * meter.barTicks(score.resolution()), score.end());
        Set<Integer> scale = scale(key);
        for (int place = 0; place < score.parts().size(); place++) {
            for (Note note : score.parts().get(place).notes()) {
                assertTrue(Ranges.of(model.tokenizer(), model.provenance()).get(place).contains(note.pitch().midi()));
                assertTrue(scale.contains(note.pitch().pitchClass()), note + " in " + key);
            }
        }
        assertEndsOnTheTonic(score, key);
        assertNoLongRest(score, Math.max(score.resolution() / 4, meter.barTicks(score.resolution()) / 2));
        assertVoicesInOrder(score);
        assertNoParallels(model.tokenizer().encode(score), Layout.grid(model.tokenizer()));
        assertEquals(score, Composer.compose(model, request(bars, meter, Optional.of(key), seed, 1), 1).getFirst().score());
    }

    private static Set<Integer> scale(KeySignature key) {
        List<Integer> degrees = key.mode() == Mode.MAJOR ? List.of(0, 2, 4, 5, 7, 9, 11) : List.of(0, 2, 3, 5, 7, 8, 10, 11);
        return degrees.stream().map(degree -> (degree + key.tonic()) % 12).collect(Collectors.toSet());
    }

    private static void assertEndsOnTheTonic(Score score, KeySignature key) {
        List<Note> last = score.parts().stream().map(part -> part.notes().getLast()).toList();
        assertTrue(last.stream().allMatch(note -> note.end() == score.end()));
        assertEquals(key.tonic(), last.getLast().pitch().pitchClass());
        if (last.size() > 1) {
            Set<Integer> chord = last.stream().map(note -> Math.floorMod(note.pitch().midi() - key.tonic(), 12))
                    .collect(Collectors.toSet());
            assertTrue(chord.contains(key.mode() == Mode.MAJOR ? 4 : 3), "a third: " + chord);
            assertTrue(Set.of(0, 3, 4, 7).containsAll(chord), chord.toString());
        }
    }

    private static void assertNoLongRest(Score score, long longest) {
        for (Part part : score.parts()) {
            long sounded = 0;
            for (Note note : part.notes()) {
                assertTrue(note.onset() - sounded <= longest, part.name() + " is silent before " + note);
                sounded = note.end();
            }
        }
    }

    private static void assertVoicesInOrder(Score score) {
        for (int place = 1; place < score.parts().size(); place++) {
            for (Note lower : score.parts().get(place).notes()) {
                for (Note upper : score.parts().get(place - 1).notes()) {
                    boolean together = lower.onset() < upper.end() && upper.onset() < lower.end();
                    assertFalse(together && lower.pitch().midi() > upper.pitch().midi(), lower + " above " + upper);
                }
            }
        }
    }

    /// The last chord may have to be taken in parallel: it stands under more constraints than the others.
    private static void assertNoParallels(TokenSequence sequence, GridTokenizer tokenizer) {
        int[] before = null;
        for (int step = 0; step < sequence.steps(); step++) {
            int[] now = new int[sequence.width()];
            for (int place = 0; place < now.length; place++) {
                now[place] = tokenizer.sounding(sequence.token(step, place), before == null ? -1 : before[place]);
            }
            for (int low = 1; low < now.length && before != null && step < sequence.steps() - LONGEST_CHORD; low++) {
                for (int high = 0; high < low; high++) {
                    int interval = Math.floorMod(now[high] - now[low], 12);
                    boolean parallel = Integer.signum(now[low] - before[low]) * Integer.signum(now[high] - before[high]) > 0
                            && interval % 7 == 0 && interval == Math.floorMod(before[high] - before[low], 12);
                    assertFalse(parallel && before[low] >= 0 && before[high] >= 0 && now[low] >= 0 && now[high] >= 0,
                            "parallel at step " + step);
                }
            }
            before = now;
        }
    }

    @Test
    void takesAreEqualOnAnyNumberOfThreads() {
        for (Autoregressive model : MODELS) {
            GenerationRequest.Compose request = request(4, Meter.common(), Optional.empty(), 99, 5);
            List<Take> one = Composer.compose(model, request, 1);
            assertEquals(one, Composer.compose(model, request, 4));
            assertEquals(5, new HashSet<>(one.stream().map(Take::score).toList()).size());
        }
    }

    @Test
    void theSeedOfATakeMakesItAgain() {
        for (Take take : Composer.compose(CHORALES, request(3, Meter.common(), Optional.empty(), 7, 4), 2)) {
            Take again = Composer.compose(CHORALES, request(3, Meter.common(), Optional.empty(), take.seed(), 1), 1).getFirst();
            assertEquals(take.score(), again.score());
        }
    }

    @Test
    void withoutConstraintsTheModelIsFreeButForTheGrammar() {
        boolean outside = false;
        for (Autoregressive model : MODELS) {
            GenerationRequest.Compose wild = new GenerationRequest.Compose(4, Optional.empty(), OptionalDouble.empty(),
                    Optional.of(new KeySignature(0, 0, Mode.MAJOR)), List.of(), new Start.Nothing(),
                    new SamplerSettings(2, 0, 1, 0), Constraints.none(), 5, 3);
            for (Take take : Composer.compose(model, wild, 2)) {
                outside |= take.score().parts().stream().flatMap(part -> part.notes().stream())
                        .anyMatch(note -> Set.of(1, 3, 6, 8, 10).contains(note.pitch().pitchClass()));
                assertEquals(4 * 4 * 480, take.score().end());
            }
        }
        assertTrue(outside);
    }

    @Test
    void wishesShowInTheScore() {
        GenerationRequest.Compose request = new GenerationRequest.Compose(2, Optional.of(new Meter(0, 3, 4)),
                OptionalDouble.of(72), Optional.of(new KeySignature(0, -3, Mode.MINOR)),
                List.of(new Instrument(40, false), new Instrument(42, false)), new Start.Nothing(), SamplerSettings.usual(),
                Constraints.usual(), 3, 1);
        Score score = Composer.compose(CHORALES, request, 1).getFirst().score();
        assertEquals(List.of(Tempo.ofBpm(0, 72)), score.tempos());
        assertEquals("Piece in C minor", score.metadata().title());
        assertEquals(List.of(40, 42, 42, 42), score.parts().stream().map(part -> part.instrument().program()).toList());
        assertEquals(List.of("Soprano", "Alto", "Tenor", "Bass"), score.parts().stream().map(Part::name).toList());
    }

    @ParameterizedTest
    @CsvSource({"chorale, Chorale", "game, Game music", "melody, Melody", "melody-vae, Melody", "lead sheet, Lead sheet", "'', Piece"})
    void titlesAreWordsOfMusicians(String style, String kind) {
        Provenance facts = new Provenance(style, "", Optional.empty(), 1, List.of(), new TreeMap<>(), 100, List.of(), List.of(), List.of(),
                new TreeMap<>());
        assertEquals(kind + " in G major", Choices.title(facts, new KeySignature(0, 1, Mode.MAJOR)).title());
    }

    @Test
    void aMetreOffTheGridIsRefused() {
        RequestException e = assertThrows(RequestException.class,
                () -> Composer.compose(CHORALES, request(2, new Meter(0, 5, 32), Optional.empty(), 1, 1)));
        assertEquals("--meter", e.source());
        assertEquals("--bars", assertThrows(RequestException.class,
                () -> Composer.compose(CHORALES, request(512, new Meter(0, 255, 1), Optional.empty(), 1, 1))).source());
    }

    @Test
    void requestsOutOfRangeNameTheirFlag() {
        assertEquals("--bars", assertThrows(RequestException.class,
                () -> request(0, Meter.common(), Optional.empty(), 1, 1)).source());
        assertEquals("--takes", assertThrows(RequestException.class,
                () -> request(1, Meter.common(), Optional.empty(), 1, 0)).source());
        assertEquals("--steps", assertThrows(RequestException.class, () -> new Start.TrainingWindow(0)).source());
    }

    @Test
    void theUsualKeysAndMetresAreThoseOfTheTrainingData() {
        Checkpoint plain = Toys.checkpoint(Cell.GRU, Toys.STEP, Toys.SATB, 1, 0.4);
        int[][] context = Toys.SATB.context(new Plan(24, new Meter(0, 3, 4), 0,
                Optional.of(new KeySignature(0, 3, Mode.MAJOR)), true));
        int[] tokens = new int[96];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = 2 + 69 - 12 * (i % 4) / 2 - 40;
        }
        TokenSequence piece = new TokenSequence(4, tokens, context);
        Provenance provenance = Provenance.unknown().withPieces(Toys.SATB, List.of(piece));
        Autoregressive model = model(plain.withProvenance(provenance));
        Score score = Composer.compose(model, GenerationRequest.Compose.usual(5)).getFirst().score();
        assertEquals(List.of(new Meter(0, 3, 4)), score.meters());
        assertEquals(List.of(new KeySignature(0, 3, Mode.MAJOR)), score.keys());
    }

    @Test
    void aWindowOfTheTrainingDataIsHeardAndNotKept() {
        Checkpoint plain = Toys.checkpoint(Cell.GRU, Toys.STEP, Toys.MELODY, 6, 0.4);
        int[] tokens = new int[32];
        int[][] context = Toys.MELODY.context(new Plan(32, Meter.common(), 0,
                Optional.of(new KeySignature(0, 1, Mode.MAJOR)), true));
        for (int i = 0; i < 32; i++) {
            tokens[i] = i % 2 == 0 ? 2 + 67 + i % 5 : 0;
        }
        Autoregressive model = model(new Checkpoint(plain.spec(), plain.tokenizer(), plain.weights(), plain.provenance(),
                List.of(new TokenSequence(1, tokens, context))));
        GenerationRequest.Compose heard = new GenerationRequest.Compose(1, Optional.empty(), OptionalDouble.empty(),
                Optional.empty(), List.of(), new Start.TrainingWindow(100), SamplerSettings.usual(), Constraints.usual(), 1, 1);
        Score score = Composer.compose(model, heard).getFirst().score();
        assertEquals(112 * 120, score.end());       // 100 steps, to the end of the seventh bar
        assertEquals(List.of(new KeySignature(0, 1, Mode.MAJOR)), score.keys());
        assertNotEquals(score, Composer.compose(model, request(7, Meter.common(),
                Optional.of(new KeySignature(0, 1, Mode.MAJOR)), 1, 1)).getFirst().score());
        assertThrows(RequestException.class, () -> Composer.compose(MELODIES, heard));
    }

    private static Autoregressive model(Checkpoint checkpoint) {
        return (Autoregressive) Models.of(checkpoint);
    }
}
