package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException;
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
import dev.cadenza.score.Tempo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemiTokenizerTest {

    private static final RemiTokenizer PLAIN = new RemiTokenizer(4, RemiOptions.PLAIN);
    private static final RemiTokenizer BAND = new RemiTokenizer(4, RemiOptions.BAND);

    private static Part part(Instrument instrument, int... onsetDurationPitch) {
        Note[] notes = new Note[onsetDurationPitch.length / 3];
        Arrays.setAll(notes, i -> new Note(onsetDurationPitch[3 * i], onsetDurationPitch[3 * i + 1],
                Pitch.of(onsetDurationPitch[3 * i + 2]), 64));
        return new Part("", instrument, List.of(notes));
    }

    private static Part piano(int... onsetDurationPitch) {
        return part(Instrument.PIANO, onsetDurationPitch);
    }

    private static Score score(List<Meter> meters, Part... parts) {
        return new Score(480, List.of(new Tempo(960, 600_000)), meters, List.of(new KeySignature(0, 2, Mode.MAJOR)),
                List.of(new ChordSymbol(480, "Am7/G")), List.of(), List.of(parts), Metadata.NONE);
    }

    private static String names(EventTokenizer tokenizer, Score score) {
        return String.join(" ", Arrays.stream(tokenizer.encode(score).tokens()).mapToObj(tokenizer.vocabulary()::name).toList());
    }

    private static List<Integer> row(EventTokenizer tokenizer, String name, Score score) {
        int row = tokenizer.contextRows().stream().map(ContextRow::name).toList().indexOf(name);
        return Arrays.stream(Contexts.row(tokenizer.encode(score), row)).boxed().toList();
    }

    @Test
    void tokensAndContextOfAKnownPhrase() {
        Score phrase = score(List.of(new Meter(0, 3, 4)), piano(0, 480, 60, 0, 960, 64, 2880, 240, 62));
        assertEquals("Bar Meter_3/4 Position_0 Pitch_60 Duration_4 Pitch_64 Duration_8 Bar Bar Position_0 Pitch_62 Duration_2",
                names(PLAIN, phrase));
        assertEquals(List.of(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), row(PLAIN, "bar", phrase));
        assertEquals(List.of(0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2), row(PLAIN, "metre", phrase));
        assertEquals(List.of(0, 0, 3, 3, 3, 3, 3, 3, 2, 1, 1, 1), row(PLAIN, "left", phrase));
        assertEquals(List.of(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3), row(PLAIN, "key", phrase));
        assertEquals(9, PLAIN.quarters(PLAIN.encode(phrase)));
        assertEquals(3, PLAIN.notes(PLAIN.encode(phrase)));
    }

    @Test
    void anUpbeatCountsFromTheEndOfItsBar() {
        String expected = "Bar Meter_4/4 Length_4 Position_12 Pitch_60 Duration_4 Bar Position_0 Pitch_62 Duration_4";
        Part notes = piano(0, 480, 60, 480, 480, 62);
        assertEquals(expected, names(PLAIN, score(List.of(new Meter(0, 1, 4), new Meter(480, 4, 4)), notes)));
        Score again = score(List.of(new Meter(0, 4, 4), new Meter(480, 4, 4)), notes);
        assertEquals(expected, names(PLAIN, again));
        assertEquals(again.meters(), PLAIN.reduce(again).meters());
        assertEquals(List.of(0, 1, 1, 13, 13, 13, 13, 1, 1, 1), row(PLAIN, "bar", again));
    }

    @Test
    void barsThatHaveNoTokenLoseNoTime() {
        String seven = "Bar Meter_4/4 Bar Meter_3/4 Bar Meter_4/4 Position_0 Pitch_60 Duration_4";
        assertEquals(seven, names(PLAIN, score(List.of(new Meter(0, 7, 4)), piano(7 * 480, 480, 60))));
        assertEquals("Bar Meter_3/16 Bar Meter_1/8 Position_0 Pitch_60 Duration_4",
                names(PLAIN, score(List.of(new Meter(0, 5, 32)), piano(360, 480, 60))));
        for (Meter meter : List.of(new Meter(0, 255, 1), new Meter(0, 11, 64), new Meter(0, 1, 128), new Meter(0, 19, 8))) {
            Score far = score(List.of(meter), piano(100 * 480, 480, 60));
            assertEquals(100 * 480, PLAIN.reduce(far).parts().getFirst().notes().getFirst().onset(), meter.toString());
        }
    }

    @Test
    void tempoAndChordsAreSaidWhereTheyChange() {
        RemiTokenizer lead = new RemiTokenizer(4, new RemiOptions(false, true, true, false));
        assertEquals("Bar Meter_4/4 Position_0 Tempo_120 Pitch_60 Duration_4 Position_4 Chord_A:min7 Position_8 Tempo_97 "
                + "Position_12 Pitch_62 Duration_4", names(lead, score(List.of(), piano(0, 480, 60, 1440, 480, 62))));
    }

    @Test
    void equalInstrumentsStayApartAndDrumsNameNoPitch() {
        Instrument violin = new Instrument(40, false);
        int[] counts = new int[128];
        counts[40] = 2;
        RemiTokenizer strings = new RemiTokenizer(4, new RemiOptions(false, false, false, true), new ProgramSlots(counts, true));
        Score quartet = score(List.of(), part(violin, 480, 480, 67), part(violin, 0, 480, 60, 480, 480, 67),
                part(new Instrument(41, false), 480, 480, 50), part(Instrument.DRUM_KIT, 0, 1, 36, 480, 1, 99),
                part(Instrument.PIANO, 0, 480, 30));
        assertEquals("Bar Meter_4/4 Position_0 Program_40 Pitch_60 Duration_4 Program_drums Drum_36 Duration_1 "
                + "Position_4 Program_40 Pitch_67 Duration_4 Program_40.2 Pitch_50 Duration_4 Pitch_67 Duration_4",
                names(strings, quartet));
        List<Part> parts = strings.reduce(quartet).parts();
        assertEquals(List.of("Violin", "Violin 2", "Drums"), parts.stream().map(Part::name).toList());
        int drum = strings.vocabulary().number("Drum_36");
        assertEquals(-1, strings.pitch(drum, 0));
        assertTrue(strings.begins(drum));
        assertEquals(drum, strings.transpose(drum, 5));
        assertEquals(-1, strings.transpose(strings.vocabulary().number("Pitch_127"), 1));
        assertEquals(Optional.of(violin), strings.instrument(strings.vocabulary().number("Program_40.2")));
    }

    @Test
    void notesOfOnePitchNeverOverlap() {
        assertEquals("Bar Meter_4/4 Position_0 Pitch_60 Duration_4 Position_4 Pitch_60 Duration_8",
                names(PLAIN, score(List.of(), piano(0, 1920, 60, 480, 480, 60), piano(480, 960, 60))));
        Grammar.State state = PLAIN.grammar().start();
        for (String name : List.of("Bar", "Meter_4/4", "Position_0", "Pitch_60", "Duration_8", "Position_4")) {
            state = state.after(PLAIN.vocabulary().number(name));
        }
        assertFalse(state.allowed().get(PLAIN.vocabulary().number("Pitch_60")));
        assertTrue(state.allowed().get(PLAIN.vocabulary().number("Pitch_61")));
        assertFalse(state.mayEnd());
    }

    @Test
    void slotsAreFittedToWhatOccurs() {
        Score duo = score(List.of(), piano(0, 480, 60), piano(0, 480, 64), part(Instrument.DRUM_KIT, 0, 1, 36));
        Score solo = score(List.of(), part(new Instrument(40, false), 0, 480, 60));
        RemiTokenizer fitted = RemiTokenizer.fitted(12, RemiOptions.BAND, List.of(duo, solo));
        assertEquals(List.of("0", "0.2", "40", "drums"), fitted.slots().slots().stream().map(ProgramSlots.Slot::name).toList());
        assertEquals(fitted.vocabulary().names(),
                Representations.fitted(Representations.named("remi+programs+velocity", 12), List.of(duo, solo)).vocabulary().names());
    }

    @Test
    void whatHasNoNotesIsRefused() {
        Score drums = score(List.of(), part(Instrument.DRUM_KIT, 0, 480, 40));
        assertEquals("NO_NOTES", assertThrows(CadenzaException.RequestException.class, () -> PLAIN.encode(drums)).code());
        assertEquals(1, BAND.notes(BAND.encode(drums)));
        Score far = score(List.of(), piano(Integer.MAX_VALUE, 480, 60));
        assertEquals("TOO_LONG", assertThrows(CadenzaException.RequestException.class, () -> PLAIN.encode(far)).code());
    }

    @Test
    void plansAreContradictedByOtherMetresAndUpbeats() {
        Plan waltz = new Plan(48, new Meter(0, 3, 4), 4, Optional.empty(), true);
        for (String name : List.of("Meter_4/4", "Length_3")) {
            assertTrue(PLAIN.contradicts(PLAIN.vocabulary().number(name), waltz), name);
        }
        for (String name : List.of("Meter_3/4", "Length_4", "Bar", "Pitch_60")) {
            assertFalse(PLAIN.contradicts(PLAIN.vocabulary().number(name), waltz), name);
        }
    }
}
