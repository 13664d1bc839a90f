package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {

    private static final ToyBand BAND = new ToyBand(false, false);
    private static final KeySignature D_MAJOR = new KeySignature(0, 2, Mode.MAJOR);

    private static GenerationRequest.Compose compose(int bars, Optional<Meter> meter, Optional<KeySignature> key,
            List<Instrument> instruments, Start start, SamplerSettings sampling) {
        return new GenerationRequest.Compose(bars, meter, OptionalDouble.of(90), key, instruments, start, sampling, Constraints.usual(),
                5, 1);
    }

    private static Score composed(int bars, Optional<Meter> meter, Optional<KeySignature> key) {
        return Composer.compose(BAND, compose(bars, meter, key, List.of(), new Start.Nothing(), SamplerSettings.usual())).getFirst()
                .score();
    }

    private static Part part(Score score, String name) {
        return score.parts().stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "7, 4", "8, 3", "16, 4"})
    void aPieceHasAllTracksAndTheLengthAskedFor(int bars, int beats) {
        Score score = composed(bars, Optional.of(new Meter(0, beats, 4)), Optional.empty());
        assertEquals(5, score.parts().size());
        assertEquals((long) bars * beats * 480, score.end());
        assertEquals(90, score.tempos().getFirst().bpm(), 1e-3);
        assertEquals(List.of(new Meter(0, beats, 4)), score.meters());
        assertEquals(score, composed(bars, Optional.of(new Meter(0, beats, 4)), Optional.empty()), "equal seeds");
    }

    @Test
    void itEndsWithTheTriadOnTheTonicHeldForTheLastBar() {
        Score score = composed(8, Optional.empty(), Optional.of(D_MAJOR));
        long last = 7 * 4 * 480L;
        for (Part part : score.parts()) {
            List<Note> ending = part.notes().stream().filter(note -> note.end() > last).toList();
            assertTrue(ending.stream().allMatch(note -> note.onset() == last), part.name());
            if (!part.instrument().drums()) {
                assertTrue(ending.stream().allMatch(note -> note.end() == score.end()
                        && new Key(2, Mode.MAJOR).tonicTriad().contains(note.pitch().pitchClass())), part.name());
            }
        }
        assertEquals(2, part(score, "Bass").notes().getLast().pitch().pitchClass());
        assertEquals(3, part(score, "Guitar").notes().stream().filter(note -> note.onset() == last).count(), "chords end with one");
        assertTrue(part(score, "Drums").notes().getLast().end() < score.end());
    }

    @Test
    void aKeyIsKeptTo() {
        Score score = composed(8, Optional.empty(), Optional.of(D_MAJOR));
        assertEquals(List.of(D_MAJOR), score.keys());
        PitchLimit.InKey scale = new PitchLimit.InKey(Key.of(D_MAJOR));
        score.parts().stream().filter(part -> !part.instrument().drums()).flatMap(part -> part.notes().stream())
                .forEach(note -> assertTrue(scale.holds(note.pitch().midi()), note.toString()));
    }

    @Test
    void theFirstPhraseComesBack() {
        int same = 0;
        int contrast = 0;
        for (long seed = 1; seed <= 10; seed++) {
            GenerationRequest request = new GenerationRequest.Compose(16, Optional.empty(), OptionalDouble.empty(), Optional.empty(),
                    List.of(), new Start.Nothing(), SamplerSettings.usual(), Constraints.none(), seed, 1);
            List<Integer> piano = part(Composer.compose(BAND, request).getFirst().score(), "Piano").notes().stream()
                    .map(note -> note.pitch().midi()).toList();
            for (int beat = 0; beat < 8; beat++) {
                same += piano.get(beat).equals(piano.get(beat + 8)) ? 1 : 0;
                contrast += piano.get(beat).equals(piano.get(beat + 16)) ? 1 : 0;
            }
        }
        int again = same;
        int other = contrast;
        assertTrue(again > other, () -> again + " notes come back at once, " + other + " in the third phrase");
    }

    @Test
    void whatCannotBeIsRefusedByItsFlag() {
        List<String> flags = new ArrayList<>();
        for (GenerationRequest request : List.of(
                compose(8, Optional.of(new Meter(0, 6, 8)), Optional.empty(), List.of(), new Start.Nothing(), SamplerSettings.usual()),
                compose(8, Optional.empty(), Optional.empty(), List.of(Instrument.PIANO), new Start.Nothing(), SamplerSettings.usual()),
                compose(8, Optional.empty(), Optional.empty(), List.of(), new Start.TrainingWindow(9), SamplerSettings.usual()),
                compose(8, Optional.empty(), Optional.empty(), List.of(), new Start.Nothing(), new SamplerSettings(1, 0, 1, 0)),
                GenerationRequest.Continue.usual(tune(Meter.common()), 1),
                join(List.of("kazoo"), tune(Meter.common()), Constraints.usual()),
                join(List.of("piano"), tune(Meter.common()), Constraints.usual()),
                join(List.of("bass"), tune(new Meter(0, 6, 8)), Constraints.usual()))) {
            flags.add(assertThrows(RequestException.class, () -> Composer.compose(BAND, request)).source());
        }
        flags.add(assertThrows(RequestException.class, () -> Composer.compose(new ToyBand(false, true),
                join(List.of("bass"), tune(Meter.common()), Constraints.usual()))).source());
        assertEquals(List.of("--meter", "--instruments", "--from-window", "--temperature", "--model", "--tracks", "--tracks", "FILE",
                "--model"), flags);
    }

    /// Five bars of a tune in F minor on a piano, at an odd resolution, with an upbeat of a beat.
    private static Score tune(Meter meter) {
        List<Note> notes = new ArrayList<>();
        int[] pitches = {65, 67, 68, 70, 72, 73, 76, 77};
        for (int i = 0; i < 21; i++) {
            notes.add(new Note(i * 101L, 90, Pitch.of(pitches[i % pitches.length]), 40 + i));
        }
        return new Score(101, List.of(Tempo.ofBpm(0, 72)), List.of(new Meter(0, 1, 4), new Meter(101, meter.numerator(),
                meter.denominator())), List.of(new KeySignature(0, -4, Mode.MINOR)), List.of(), List.of(),
                List.of(new Part("Tune", Instrument.PIANO, notes)), Metadata.titled("Tune"));
    }

    private static GenerationRequest.Accompany join(List<String> tracks, Score given, Constraints constraints) {
        return new GenerationRequest.Accompany(given, tracks, Optional.empty(), constraints, 5, 1);
    }

    @Test
    void whatIsGivenStaysAndTheTracksAskedForJoinIt() {
        Score given = tune(Meter.common());
        Score joined = Composer.compose(BAND, join(List.of("bass", "DRUMS"), given, Constraints.usual())).getFirst().score();
        assertEquals(given, joined.withParts(joined.parts().subList(0, 1)));
        assertEquals(List.of("Tune", "Bass", "Drums"), joined.parts().stream().map(Part::name).toList());
        assertEquals(given.end(), joined.end());
        for (Part part : joined.parts().subList(1, 3)) {
            assertEquals(101, part.notes().getFirst().onset(), "nothing joins the upbeat");
            part.notes().forEach(note -> assertEquals(0, note.onset() % 101, "beats are beats of the music"));
        }
        Note downbeat = part(joined, "Bass").notes().getFirst();
        assertTrue(downbeat.velocity() > part(joined, "Bass").notes().get(1).velocity());
        assertEquals(downbeat.pitch().midi(), part(joined, "Bass").notes().getFirst().pitch().midi());
    }

    @Test
    void notesThatDoNotFitAreMovedUnlessTheyAreWantedAsMade() {
        Score given = tune(Meter.common());
        Score placed = Composer.compose(BAND, join(List.of("guitar"), given, Constraints.usual())).getFirst().score();
        Score asMade = Composer.compose(BAND, join(List.of("guitar"), given, Constraints.none())).getFirst().score();
        PitchLimit.InKey scale = new PitchLimit.InKey(new Key(-4, Mode.MINOR));
        assertTrue(part(placed, "Guitar").notes().stream().allMatch(note -> scale.holds(note.pitch().midi())));
        assertTrue(part(asMade, "Guitar").notes().stream().anyMatch(note -> !scale.holds(note.pitch().midi())));
    }

    @Test
    void allRestWhereThePieceRestsOnItsTonic() {
        for (int finalPitch : new int[] {60, 62}) {
            List<Note> notes = new ArrayList<>();
            for (int beat = 0; beat < 13; beat++) {
                boolean last = beat == 12;
                notes.add(new Note(beat * 480L, last ? 1920 : 480, Pitch.of(last ? finalPitch : 60 + new int[] {0, 4, 7}[beat % 3]), 80));
            }
            Score given = new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of(new Part("Tune", Instrument.PIANO, notes)), Metadata.NONE);
            GenerationRequest request = new GenerationRequest.Accompany(given, List.of("bass", "drums"),
                    Optional.of(new KeySignature(0, 0, Mode.MAJOR)), Constraints.usual(), 5, 1);
            Score joined = Composer.compose(BAND, request).getFirst().score();
            Note bass = part(joined, "Bass").notes().getLast();
            boolean rests = bass.onset() == 12 * 480 && bass.end() == given.end() && bass.pitch().pitchClass() == 0;
            assertEquals(finalPitch == 60, rests, () -> "after " + notes.getLast() + ": " + bass);
        }
    }

    @Test
    void theModelHearsThePhraseThatItJoins() {
        Score asMade = Composer.compose(BAND, join(List.of("bass"), tune(Meter.common()), Constraints.none())).getFirst().score();
        assertEquals(65, part(asMade, "Bass").notes().getFirst().pitch().midi(), "the lowest note of the first phrase");
    }

    @Test
    void aTrackThatStaysSilentIsTriedAgainAndToldOf() {
        Take take = Composer.compose(new ToyBand(true, false), join(List.of("drums"), tune(Meter.common()), Constraints.usual())).getFirst();
        assertNotEquals(5, take.seed());
        assertTrue(take.notices().getLast().contains("leaves out the drums"), take.notices().toString());
    }

    @Test
    void phrasesAreWholeBarsInOneMetre() {
        Score given = new Score(480, List.of(), List.of(new Meter(0, 3, 4), new Meter(3 * 3 * 480, 4, 4), new Meter(9 * 480 + 3000, 4, 4)),
                List.of(), List.of(), List.of(), List.of(new Part("x", Instrument.PIANO,
                        List.of(new Note(0, 9 * 480 + 3000 + 1, Pitch.of(60), 80)))), Metadata.NONE);
        Score march = new Score(480, List.of(), List.of(new Meter(0, 2, 4), new Meter(5 * 960, 2, 2)), List.of(), List.of(), List.of(),
                List.of(new Part("x", Instrument.PIANO, List.of(new Note(0, 5 * 960 + 1920, Pitch.of(60), 80)))), Metadata.NONE);
        assertEquals(List.of(new Phrase(0, 3840, Meter.common()), new Phrase(3840, 4800, Meter.common()),
                new Phrase(4800, 6720, Meter.common())), Phrase.of(march, 2), "even metres are heard as common time");
        assertEquals(List.of(new Phrase(0, 2880, new Meter(0, 3, 4)), new Phrase(2880, 4320, new Meter(0, 3, 4)),
                new Phrase(4320, 6240, Meter.common()), new Phrase(7320, 9240, Meter.common())), Phrase.of(given, 2));
    }
}
