package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.ModelSpec.Cell;
import dev.cadenza.model.Toys;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeadSheetComposerTest {

    private static final List<Autoregressive> MODELS = List.of(Toys.model(Cell.LSTM, Toys.STEP, Toys.SHEET, 1),
            Toys.model(Cell.GRU, Toys.STEP, Toys.SHEET, 2), Toys.model(Cell.LSTM, Toys.ONE_HOT, Toys.SHEET, 3));

    private static Take compose(Autoregressive model, int bars, Meter meter, KeySignature key, Constraints constraints, long seed) {
        return Composer.compose(model, new GenerationRequest.Compose(bars, Optional.of(meter), OptionalDouble.of(90),
                Optional.of(key), List.of(), new Start.Nothing(), SamplerSettings.usual(), constraints, seed, 1), 1).getFirst();
    }

    @Property(tries = 40, seed = "7")
    void melodyAndChordsKeepToTheKeyAndEndOnItsTonic(@ForAll long seed, @ForAll @IntRange(max = 2) int which,
                                                     @ForAll @IntRange(min = 1, max = 5) int bars,
                                                     @ForAll @IntRange(min = -6, max = 6) int fifths, @ForAll Mode mode,
                                                     @ForAll @IntRange(min = 2, max = 7) int beats) {
        Autoregressive model = MODELS.get(which);
        KeySignature key = new KeySignature(0, fifths, mode);
        Meter meter = new Meter(0, beats, 4);
        Score sheet = compose(model, bars, meter, key, Constraints.usual(), seed).score();
        assertEquals(List.of("Melody", "Chords"), sheet.parts().stream().map(Part::name).toList());
        assertEquals(bars * meter.barTicks(sheet.resolution()), sheet.end());
        Set<Integer> scale = scale(key);
        for (Part part : sheet.parts()) {
            for (Note note : part.notes()) {
                assertTrue(scale.contains(note.pitch().pitchClass()), part.name() + ": " + note + " in " + key);
            }
        }
        Note last = sheet.parts().getFirst().notes().getLast();
        assertEquals(key.tonic(), last.pitch().pitchClass());
        assertEquals(sheet.end(), last.end());
        Chord home = Chord.parse(sheet.chords().getLast()).understood().orElseThrow();
        assertEquals(key.tonic(), home.root().pitchClass());
        assertEquals(mode == Mode.MAJOR ? ChordQuality.MAJOR : ChordQuality.MINOR, home.quality());
        assertTrue(sheet.chords().getLast().tick() <= last.onset() + 12 * 120);
        assertNoLongRest(sheet.parts().getFirst(), Math.max(sheet.resolution() / 4, meter.barTicks(sheet.resolution()) / 2));
    }

    private static void assertNoLongRest(Part melody, long longest) {
        long sounded = 0;
        for (Note note : melody.notes()) {
            assertTrue(note.onset() - sounded <= longest, "silence before " + note);
            sounded = note.end();
        }
    }

    private static Set<Integer> scale(KeySignature key) {
        List<Integer> degrees = key.mode() == Mode.MAJOR ? List.of(0, 2, 4, 5, 7, 9, 11) : List.of(0, 2, 3, 5, 7, 8, 10, 11);
        return degrees.stream().map(degree -> (degree + key.tonic()) % 12).collect(Collectors.toSet());
    }

    @Test
    void everyTakeIsReadBackAsItIs() {
        for (Autoregressive model : MODELS) {
            for (long seed = 0; seed < 4; seed++) {
                for (Constraints constraints : List.of(Constraints.usual(), Constraints.none())) {
                    KeySignature key = new KeySignature(0, 2, Mode.MAJOR);
                    Score sheet = compose(model, 3, Meter.common(), key, constraints, seed).score();
                    TokenSequence read = model.tokenizer().encode(sheet);
                    assertEquals(3 * 16, read.steps(), "the melody sounds to the end");
                    assertEquals(read, Toys.SHEET.sequence(read.tokens(),
                            new Plan(48, Meter.common(), 0, Optional.of(key), true)));
                    assertEquals(sheet.chords(), model.tokenizer().decode(read).chords());
                }
            }
        }
    }

    @Test
    void voiceLeadingDoesNotReachFromTheMelodyToTheChords() {
        Autoregressive model = MODELS.getFirst();
        Constraints free = new Constraints(true, true, false, true, true, 0);
        KeySignature key = new KeySignature(0, 0, Mode.MAJOR);
        for (long seed = 0; seed < 5; seed++) {
            assertEquals(compose(model, 4, Meter.common(), key, free, seed),
                    compose(model, 4, Meter.common(), key, Constraints.usual(), seed));
        }
    }

    @Test
    void theMelodyKeepsToTheUsualRangeOfSongs() {
        Autoregressive model = MODELS.getFirst();
        assertEquals(1, Ranges.of(model.tokenizer(), model.provenance()).size());
        Score sheet = compose(model, 8, Meter.common(), new KeySignature(0, 0, Mode.MAJOR), Constraints.usual(), 11).score();
        assertTrue(sheet.parts().getFirst().notes().stream().allMatch(note -> note.pitch().midi() >= 55 && note.pitch().midi() <= 81));
    }

    @Test
    void aChordThatGoesOnOverTheEndOfAPrimerIsStruckAnew() {
        Part chords = new Part("Chords", Instrument.PIANO, List.of(new Note(0, 480, Pitch.of(48), 60),
                new Note(480, 960, Pitch.of(50), 60), new Note(480, 960, Pitch.of(53), 60), new Note(1440, 480, Pitch.of(52), 60)));
        assertEquals(List.of("960+480 50", "960+480 53", "1440+480 52"), Primers.from(chords, 960).notes().stream()
                .map(note -> note.onset() + "+" + note.duration() + " " + note.pitch().midi()).toList());
    }

    private static Score song(List<ChordSymbol> chords) {
        List<Note> notes = IntStream.range(0, 7).mapToObj(i -> new Note(96L * i, 96, Pitch.of(60 + 2 * (i % 4)), 70)).toList();
        return new Score(96, List.of(), List.of(Meter.common()), List.of(new KeySignature(0, 1, Mode.MAJOR)), chords, List.of(),
                List.of(new Part("Voice", Instrument.PIANO, notes)), Metadata.titled("Song"));
    }

    @Test
    void aPrimerGoesOnWithChordsInAPartOfTheirOwn() {
        List<ChordSymbol> symbols = List.of(new ChordSymbol(0, "G"), new ChordSymbol(384, "D7/F#"));
        Score primer = song(symbols);
        Score whole = Composer.compose(MODELS.getFirst(), new GenerationRequest.Continue(primer, 2, Optional.empty(),
                SamplerSettings.usual(), Constraints.usual(), 4, 1), 1).getFirst().score();
        assertEquals(symbols, whole.chords().subList(0, 2));
        assertTrue(whole.chords().size() > 2 && whole.chords().get(2).tick() >= 7 * 96);
        assertEquals(List.of("Voice", "Chords"), whole.parts().stream().map(Part::name).toList());
        Part chords = whole.parts().getLast();
        assertFalse(chords.notes().isEmpty());
        assertTrue(chords.notes().getFirst().onset() >= 7 * 96);
        assertEquals(primer.parts().getFirst().notes(), whole.parts().getFirst().notes().subList(0, 7));
        assertTrue(Composer.compose(MODELS.getFirst(), new GenerationRequest.Continue(song(List.of()), 2, Optional.empty(),
                SamplerSettings.usual(), Constraints.usual(), 4, 1), 1).getFirst().score().chords().getFirst().tick() >= 7 * 96);
    }
}
