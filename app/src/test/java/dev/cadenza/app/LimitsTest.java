package dev.cadenza.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.constraint.Cadence;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void scalesAreReadWithTheirNote() {
        assertEquals(new PitchLimit.InScale(2, Scale.DORIAN), Limits.scale("--scale", "D dorian"));
        assertEquals(new PitchLimit.InScale(10, Scale.MINOR_PENTATONIC), Limits.scale("--scale", " Bb  minor pentatonic "));
        for (String wrong : List.of("dorian", "H dorian", "D", "D doric")) {
            assertEquals("SCALE_UNKNOWN", assertThrows(RequestException.class, () -> Limits.scale("--scale", wrong)).code());
        }
    }

    @Test
    void rangesAreNotesOrNumbers() {
        assertEquals(List.of(new PitchLimit.Range(60, 79)), Limits.ranges("--range", "C4-G5"));
        assertEquals(List.of(new PitchLimit.Range(61, 81), new PitchLimit.Range(34, 55)), Limits.ranges("--range", "61-81, Bb1 - g3"));
        for (String wrong : List.of("", "C4", "G5-C4", "C4-H5", "0-128", "C4-G5,")) {
            assertEquals("RANGE_UNKNOWN", assertThrows(RequestException.class, () -> Limits.ranges("--range", wrong)).code(), wrong);
        }
    }

    @Test
    void chordsFindTheirKey() {
        assertEquals(Key.on(7, Mode.MAJOR), Limits.chords("G | C D | G", Optional.empty()).key());
        assertEquals(Key.on(9, Mode.MINOR), Limits.chords("Am | Dm E | Am", Optional.empty()).key());
        assertEquals(Key.on(2, Mode.MAJOR), Limits.chords("I | IV V7 | I in D", Optional.empty()).key());
        assertEquals(Key.on(5, Mode.MAJOR), Limits.chords("G | C", Optional.of(new KeySignature(0, -1, Mode.MAJOR))).key());
        assertEquals("CHORD_UNKNOWN", assertThrows(RequestException.class, () -> Limits.chords("C | X", Optional.empty())).code());
    }

    /// Numerals under a melody in D are chords of D, whatever they would be alone.
    @Test
    void chordsBetweenGivenNotesAreInTheKeyOfTheMusic() {
        Score inD = new Score(480, List.of(), List.of(), List.of(new KeySignature(0, 2, Mode.MAJOR)), List.of(), List.of(), List.of(), Metadata.NONE);
        Score unsaid = new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(new Part("", Instrument.PIANO,
                IntStream.of(65, 67, 69, 70, 72, 74, 76, 77).mapToObj(pitch -> new Note(pitch * 480L, 480, Pitch.of(pitch), 70)).toList())), Metadata.NONE);
        Limits open = Limits.NONE.withChords("I | V", Optional.empty());
        assertEquals(Optional.empty(), open.key(), "the chords ask for no key");
        assertEquals("D | A", open.within(inD, 0).chords().orElseThrow().text());
        assertEquals(Key.on(2, Mode.MAJOR), open.within(inD, 0).chords().orElseThrow().key());
        assertEquals("F | C", open.within(unsaid, 0).chords().orElseThrow().text());
        assertEquals("C | G", Limits.NONE.withChords("C | G", Optional.empty()).within(inD, 0).chords().orElseThrow().text());
        assertEquals("G | D", Limits.NONE.withChords("I | V in G", Optional.empty()).within(inD, 0).chords().orElseThrow().text());
        assertEquals("E | B", Limits.NONE.withChords("I | V", Optional.of(new KeySignature(0, 4, Mode.MAJOR))).within(inD, 0).chords().orElseThrow().text());
        GenerationRequest.Continue behind = Wishes.amid(Optional.empty(), SamplerSettings.usual(), open, 1, 1).goOn(inD, 0, 1);
        assertEquals(List.of(2), behind.constraints().limits().stream().filter(OnChords.class::isInstance)
                .map(limit -> ((OnChords) limit).chordAt(0).orElseThrow().root().pitchClass()).toList());
        Score leaving = new Score(480, List.of(), List.of(), List.of(new KeySignature(0, 2, Mode.MAJOR), new KeySignature(7680, -1, Mode.MAJOR)), List.of(),
                List.of(), unsaid.parts(), Metadata.NONE);
        assertEquals("D | A", open.within(leaving, 7679).chords().orElseThrow().text());
        assertEquals("F | C", open.within(leaving, 7680).chords().orElseThrow().text());
        Function<String, Constraints> filled = bars -> Wishes.amid(Optional.empty(), SamplerSettings.usual(), open, 1, 1)
                .fill(leaving, new Origin.Filled(Path.of("leaving.mid"), Optional.of(bars), List.of(), false), 0, 1).constraints();
        assertEquals(List.of(2, 5), Stream.of("4", "5-6").map(bars -> ((OnChords) filled.apply(bars).limits().getFirst()).chordAt(0).orElseThrow().root()
                .pitchClass()).toList(), "bar 5 begins in F");
        assertEquals("CHORD_UNKNOWN", assertThrows(RequestException.class, () -> Limits.NONE.withChords("I | X", Optional.empty())).code());
    }

    @Test
    void aScaleSpeaksOfAKeyAndChordsExcludeIt() {
        Limits limits = new Limits(Optional.of(new PitchLimit.InScale(2, Scale.DORIAN)), Optional.empty(), List.of(), Optional.empty());
        assertEquals(Optional.of(Key.on(2, Mode.MINOR).signature(0)), limits.key());
        assertEquals("FLAGS_EXCLUDE", assertThrows(RequestException.class, () -> new Limits(limits.scale(),
                Optional.of(Limits.chords("C | G", Optional.empty())), List.of(), Optional.empty())).code());
    }

    @Test
    void cadencesHaveNames() {
        assertEquals(Cadence.HALF, Limits.closing("--cadence", "half"));
        assertTrue(assertThrows(RequestException.class, () -> Limits.closing("--cadence", "full")).getMessage()
                .contains("[authentic, plagal, half, deceptive]"));
    }
}
