package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.ModelSpec.Cell;
import dev.cadenza.model.Toys;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.constraint.Cadence;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.harmony.ChordProgression;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Scale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LimitsTest {

    private static final Autoregressive CHORALES = Toys.model(Cell.GRU, Toys.STEP, Toys.SATB, 1);
    private static final Autoregressive MELODIES = Toys.model(Cell.LSTM, Toys.STEP, Toys.MELODY, 2);
    private static final KeySignature C = new KeySignature(0, 0, Mode.MAJOR);

    private static Take take(Autoregressive model, int bars, Meter meter, Constraints constraints, long seed) {
        return Composer.compose(model, new GenerationRequest.Compose(bars, Optional.of(meter), OptionalDouble.of(90),
                Optional.of(C), List.of(), new Start.Nothing(), SamplerSettings.usual(), constraints, seed, 1)).getFirst();
    }

    private static Constraints limited(PitchLimit limit) {
        return Constraints.usual().limited(List.of(limit), Optional.empty());
    }

    @Property(tries = 20, seed = "7")
    void onEveryBeatOnlyTheChordSounds(@ForAll long seed, @ForAll boolean four) {
        OnChords chords = OnChords.of(ChordProgression.parse("C | F G7 | Am | Dm G C/E -", Key.of(C)), Meter.common());
        Take take = take(four ? CHORALES : MELODIES, 8, Meter.common(), limited(chords), seed);
        Score score = take.score();
        int fit = 0;
        for (int beat = 0; beat < 32; beat++) {
            long tick = (long) beat * score.resolution();
            List<Integer> tones = chords.chordAt(beat).orElseThrow().pitchClasses();
            for (Part part : score.parts()) {
                for (Note note : part.notes()) {
                    if (note.onset() <= tick && note.end() > tick) {
                        fit++;
                        assertTrue(tones.contains(note.pitch().midi() % 12) || !take.notices().isEmpty(),
                                () -> note + " at " + tick + " is none of " + tones + ", and nothing was said");
                    }
                }
            }
        }
        assertTrue(fit > 20, "only " + fit + " notes on beats");
    }

    @Property(tries = 20, seed = "8")
    void aScaleHoldsForEveryNote(@ForAll long seed, @ForAll @IntRange(max = 11) int tonic) {
        PitchLimit.InScale scale = new PitchLimit.InScale(tonic, Scale.DORIAN);
        Take take = Composer.compose(MELODIES, new GenerationRequest.Compose(4, Optional.of(Meter.common()),
                OptionalDouble.empty(), Optional.of(Key.on(tonic, Mode.MINOR).signature(0)), List.of(), new Start.Nothing(),
                SamplerSettings.usual(), limited(scale), seed, 1)).getFirst();
        for (Note note : take.score().parts().getFirst().notes()) {
            assertTrue(scale.scale().contains(tonic, note.pitch().midi()), note::toString);
        }
    }

    @Property(tries = 20, seed = "9")
    void aRangeHoldsForEveryNote(@ForAll long seed) {
        PitchLimit.InRanges range = new PitchLimit.InRanges(List.of(new PitchLimit.Range(64, 72)));
        Score score = take(MELODIES, 4, new Meter(0, 3, 4), limited(range), seed).score();
        assertTrue(score.parts().getFirst().notes().stream().mapToInt(note -> note.pitch().midi())
                .allMatch(pitch -> pitch >= 64 && pitch <= 72));
    }

    @Property(tries = 20, seed = "10")
    void aHalfCadenceStaysOpen(@ForAll long seed) {
        Constraints half = Constraints.usual().limited(List.of(), Optional.of(Cadence.HALF));
        Score score = take(CHORALES, 4, Meter.common(), half, seed).score();
        List<Note> bass = score.parts().getLast().notes();
        assertEquals(7, bass.getLast().pitch().midi() % 12);
    }
}
