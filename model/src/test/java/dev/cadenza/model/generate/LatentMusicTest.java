package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.model.Latent;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Models;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.ToyLatent;
import dev.cadenza.model.Toys;
import dev.cadenza.model.latent.Lean;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LatentMusicTest {

    private static final SamplerSettings LIKELIEST = new SamplerSettings(0, 0, 1, 0);
    private static final SamplerSettings OPEN = new SamplerSettings(1, 0, 1, 0);
    private static final ToyLatent TOY = new ToyLatent(2);
    private static final ModelSpec.MusicVae SPEC = new ModelSpec.MusicVae(6, 5, 0, 1, 7, 8, 9, 2, 16, 0);
    private static final MusicModel RANDOM = Models.of(Toys.checkpoint(SPEC, Toys.MELODY, 3, 0.5));

    /// Quarter notes of a flute at 90.
    private static Score tune(Meter meter, int... pitches) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            notes.add(new Note(i * 480L, 480, Pitch.of(pitches[i]), 80));
        }
        return new Score(480, List.of(Tempo.ofBpm(0, 90)), List.of(meter), List.of(), List.of(), List.of(),
                List.of(new Part("Tune", new Instrument(73, false), notes)), Metadata.NONE);
    }

    private static Score tune(int... pitches) {
        return tune(Meter.common(), pitches);
    }

    private static int[] pitches(Score score) {
        return score.parts().getFirst().notes().stream().mapToInt(note -> note.pitch().midi()).toArray();
    }

    private static List<Take> path(Score from, Score to, int steps, boolean reconstructed) {
        return Composer.compose(TOY, new GenerationRequest.Interpolate(from, to, steps, reconstructed, OptionalDouble.empty(), List.of(),
                LIKELIEST, 1));
    }

    private static GenerationRequest.Vary vary(Score piece, double amount, Lean lean, long seed) {
        return new GenerationRequest.Vary(piece, amount, lean, OptionalDouble.empty(), List.of(), LIKELIEST, seed, 1);
    }

    private static Score varied(MusicModel model, GenerationRequest.Vary request) {
        return Composer.compose(model, request).getFirst().score();
    }

    private static GenerationRequest.Compose compose(int bars, Optional<Meter> meter, Optional<KeySignature> key, Start start) {
        return new GenerationRequest.Compose(bars, meter, OptionalDouble.empty(), key, List.of(), start, SamplerSettings.usual(),
                Constraints.usual(), 1, 1);
    }

    @Test
    void aWayLeadsFromTheOneToTheOther() {
        List<Take> takes = path(tune(60, 62, 64, 65, 67, 65, 64, 62), tune(72, 74, 76, 77, 79, 77, 76, 74), 5, false);
        assertEquals(6, takes.size());
        int before = 0;
        for (Take take : takes.subList(0, 5)) {
            int first = pitches(take.score())[0];
            assertTrue(first > before, "each step is higher");
            before = first;
            assertEquals(73, take.score().parts().getFirst().instrument().program());
            assertEquals(90, take.score().tempos().getFirst().bpm(), 0.1);
        }
        assertEquals(60, pitches(takes.getFirst().score())[0]);
        assertEquals(72, before);
        Score joined = takes.getLast().score();
        assertEquals(5, joined.markers().size());
        assertEquals(4 * 2 * 1920, joined.markers().getLast().tick());
        assertEquals(5 * 2 * 1920, joined.end());
        assertEquals(40, joined.parts().getFirst().notes().size());
    }

    @Test
    void theEndsAreThePiecesUnlessTheyAreReconstructed() {
        Score high = tune(110, 112, 110, 112);
        assertEquals(110, pitches(path(high, tune(60), 2, false).getFirst().score())[0]);
        assertEquals(98, pitches(path(high, tune(60), 2, true).getFirst().score())[0], "the toy knows no higher note");
    }

    @Test
    void theShorterPieceBeginsAgain() {
        Score longer = tune(60, 60, 60, 60, 60, 60, 60, 60, 72, 72, 72, 72, 72, 72, 72, 72, 60);
        List<Take> takes = path(tune(60, 62), longer, 3, false);
        assertEquals(3 * 8 * 480L, Math.ceilDiv(takes.get(1).score().end(), 8 * 480L) * 8 * 480L, "as many sections as the longer");
        assertTrue(takes.getLast().notices().stream().anyMatch(notice -> notice.contains("shorter")), takes.getLast().notices().toString());
        assertTrue(takes.getLast().score().markers().get(1).tick() == 8 * 480, "the first step is as long as the first piece");
    }

    @Test
    void onlyTheMelodyIsTakenAndThatIsSaid() {
        Score alone = tune(60, 62, 64, 65);
        Score chords = alone.withParts(List.of(alone.parts().getFirst(), new Part("Piano", new Instrument(0, false),
                List.of(new Note(0, 960, Pitch.of(40), 80), new Note(0, 960, Pitch.of(47), 80)))));
        Take take = Composer.compose(TOY, vary(chords, 0, Lean.NONE, 1)).getFirst();
        assertTrue(take.notices().getFirst().contains("the melody is taken: 4 of 6 notes"), take.notices().toString());
        assertEquals(List.of(60, 62, 64, 65), java.util.Arrays.stream(pitches(take.score())).boxed().toList());
    }

    @Test
    void anotherMetreIsRefusedInWords() {
        RequestException e = assertThrows(RequestException.class,
                () -> varied(TOY, vary(tune(new Meter(0, 3, 4), 60, 62, 64, 65, 67), 0.3, Lean.NONE, 1)));
        assertEquals("METER_UNSUITED", e.code());
        assertTrue(e.getMessage().contains("3/4") && e.getMessage().contains("4/4"), e.getMessage());
    }

    @Test
    void anUpbeatStaysBeforeTheBarLine() {
        Score upbeat = new Score(480, List.of(), List.of(new Meter(0, 1, 4), new Meter(480, 4, 4)), List.of(), List.of(), List.of(),
                tune(67, 72, 74, 76, 77).parts(), Metadata.NONE);
        Score same = varied(TOY, vary(upbeat, 0, Lean.NONE, 1));
        assertEquals(3 * 480, same.parts().getFirst().notes().getFirst().onset());
        assertEquals(1920, same.parts().getFirst().notes().get(1).onset());
    }

    @Test
    void nothingIsVariedWhereNothingIsAskedFor() {
        Score tune = tune(60, 62, 64, 65, 67, 69, 71, 72, 60);
        assertEquals(9, pitches(varied(RANDOM, vary(tune, 0, Lean.NONE, 1))).length);
        assertEquals(tune.parts().getFirst().notes().stream().map(note -> note.pitch().midi()).toList(),
                varied(RANDOM, vary(tune, 0, Lean.NONE, 5)).parts().getFirst().notes().stream().map(note -> note.pitch().midi()).toList());
    }

    @Test
    void seedsVaryAndSectionsThatAreEqualStayEqual() {
        int[] twice = {60, 62, 64, 65, 67, 65, 64, 62, 60, 62, 64, 65, 67, 65, 64, 62};
        List<Score> takes = Composer.compose(TOY, new GenerationRequest.Vary(tune(twice), 0.4, Lean.NONE, OptionalDouble.empty(), List.of(),
                OPEN, 1, 3)).stream().map(Take::score).toList();
        assertNotEquals(takes.get(0), takes.get(1));
        for (Score take : takes) {
            List<Note> notes = take.parts().getFirst().notes();
            long half = 8 * 480;
            List<Note> first = notes.stream().filter(note -> note.onset() < half).toList();
            List<Note> again = notes.stream().filter(note -> note.onset() >= half)
                    .map(note -> new Note(note.onset() - half, note.duration(), note.pitch(), note.velocity())).toList();
            assertEquals(first.stream().map(Note::onset).toList(), again.stream().map(Note::onset).toList());
            assertEquals(first.stream().map(note -> note.pitch().midi()).toList(), again.stream().map(note -> note.pitch().midi()).toList());
        }
        assertEquals(takes.get(2), varied(TOY, new GenerationRequest.Vary(tune(twice), 0.4, Lean.NONE, OptionalDouble.empty(), List.of(),
                OPEN, 3, 1)));
    }

    @Test
    void aLeanMovesAllSections() {
        float[] up = new float[TOY.latent()];
        for (int at = 0; at < up.length; at += 4) {
            up[at] = 5;
        }
        assertEquals(65, pitches(varied(TOY, vary(tune(60, 60, 60, 60), 0, new Lean(up), 1)))[0]);
    }

    @Test
    void samplesBecomeWholePieces() {
        KeySignature key = new KeySignature(0, 3, Mode.MAJOR);
        for (int bars : new int[] {1, 5, 8}) {
            Take take = Composer.compose(RANDOM, compose(bars, Optional.empty(), Optional.of(key), new Start.Nothing())).getFirst();
            assertEquals(bars * 1920L, take.score().end());
            assertEquals(9, take.score().parts().getFirst().notes().getLast().pitch().midi() % 12, "it ends on the tonic, A");
            take.score().parts().getFirst().notes().forEach(note ->
                    assertTrue(List.of(9, 11, 1, 2, 4, 6, 8).contains(note.pitch().midi() % 12), note.toString()));
            assertEquals(take.score(), Composer.compose(RANDOM, compose(bars, Optional.empty(), Optional.of(key), new Start.Nothing()), 1)
                    .getFirst().score());
        }
    }

    @Test
    void fourVoicesAreSampledVariedAndLedToo() {
        Latent voices = (Latent) Models.of(Toys.checkpoint(SPEC, SatbTokenizer.SIXTEENTHS, 3, 0.5));
        Score piece = Composer.compose(voices, compose(4, Optional.empty(), Optional.empty(), new Start.Nothing())).getFirst().score();
        assertEquals(4, piece.parts().size());
        assertEquals(4, varied(voices, vary(piece, 0.5, Lean.NONE, 1)).parts().size());
        List<Take> path = Composer.compose(voices, new GenerationRequest.Interpolate(piece, piece, 3, true, OptionalDouble.of(70), List.of(),
                OPEN, 1));
        assertEquals(4, path.getLast().score().parts().size());
    }

    @Test
    void whatCannotBeIsRefusedNamingTheFlag() {
        MusicModel left = Models.of(Toys.checkpoint(ModelSpec.Cell.GRU, Toys.STEP, new MelodyTokenizer(4), 3, 0.5));
        assertEquals("NOT_LATENT", code(left, vary(tune(60), 0.3, Lean.NONE, 1)));
        assertEquals("NOT_LATENT", code(left, new GenerationRequest.Interpolate(tune(60), tune(62), 3, false, OptionalDouble.empty(),
                List.of(), LIKELIEST, 1)));
        assertEquals("NOT_LATENT", code(left, compose(4, Optional.empty(), Optional.empty(), new Start.Leaning(new Lean(new float[5])))));
        assertEquals("MODEL_UNSUITED", code(RANDOM, GenerationRequest.Continue.usual(tune(60), 1)));
        assertEquals("METER_UNSUITED", code(RANDOM, compose(4, Optional.of(new Meter(0, 3, 4)), Optional.empty(), new Start.Nothing())));
        assertEquals("LATENT", code(RANDOM, compose(4, Optional.empty(), Optional.empty(), new Start.TrainingWindow(10))));
    }

    private static String code(MusicModel model, GenerationRequest request) {
        return assertThrows(RequestException.class, () -> Composer.compose(model, request)).code();
    }
}
