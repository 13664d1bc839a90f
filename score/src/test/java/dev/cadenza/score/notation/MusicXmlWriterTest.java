package dev.cadenza.score.notation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.Tempo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class MusicXmlWriterTest {

    private static final int QUARTER = 480;
    private static final Instrument VIOLIN = new Instrument(40, false);

    private static Note note(double onset, double length, int pitch) {
        return new Note(Math.round(onset * QUARTER), Math.round(length * QUARTER), Pitch.of(pitch), 90);
    }

    private static Score score(List<Meter> meters, Part... parts) {
        return new Score(QUARTER, List.of(), meters, List.of(), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }

    private static WrittenXml written(Note... notes) {
        return written(score(List.of(), new Part("", VIOLIN, List.of(notes))));
    }

    private static WrittenXml written(Score score) {
        return WrittenXml.read(MusicXmlWriter.write(score));
    }

    @Test
    void notesAndRestsFillTheBar() {
        WrittenXml notation = written(note(0, 1, 60), note(1, 0.5, 62), note(1.5, 0.5, 64), note(3, 1, 65));
        assertEquals(List.of("C4 quarter", "D4 eighth", "E4 eighth", "rest quarter", "F4 quarter"), notation.symbols(0, 0));
    }

    @Test
    void tiesCrossBarLinesAndLengthsWithoutAValueOfTheirOwn() {
        WrittenXml notation = written(note(3, 3, 60), note(6, 1.25, 62), note(7.25, 0.75, 64));
        assertEquals(List.of("rest half", "rest quarter", "C4~ quarter"), notation.symbols(0, 0));
        assertEquals(List.of("C4 half", "D4~ quarter", "D4 16th", "E4 eighth."), notation.symbols(0, 1));
        assertEquals(List.of("start", "stop", "start", "stop"),
                notation.all("tied").stream().map(tied -> tied.getAttribute("type")).toList());
    }

    @Test
    void syncopationsStayWholeAndTheMiddleOfTheBarShows() {
        WrittenXml notation = written(note(0, 0.5, 60), note(0.5, 1, 62), note(1.5, 1, 64), note(2.5, 1.5, 65));
        assertEquals(List.of("C4 eighth", "D4 quarter", "E4~ eighth", "E4 eighth", "F4~ eighth", "F4 quarter"),
                notation.symbols(0, 0));
    }

    @Test
    void tripletsAreWrittenAsTuplets() {
        double third = 1 / 3.0;
        WrittenXml notation = written(note(0, third, 60), note(third, third, 62), note(2 * third, third, 64), note(1, 1, 65),
                note(2, 2 * third, 67), note(2 + 2 * third, third + 1, 69));
        assertEquals(List.of("C4 eighth3", "D4 eighth3", "E4 eighth3", "F4 quarter", "G4 quarter3", "A4 half3"), notation.symbols(0, 0));
        assertEquals(List.of("start", "stop", "start", "stop"),
                notation.all("tuplet").stream().map(tuplet -> tuplet.getAttribute("type")).toList());
    }

    @Test
    void notesThatEndApartTakeVoicesAndNotesThatEndTogetherAreChords() {
        WrittenXml notation = written(note(0, 4, 67), note(0, 1, 60), note(1, 3, 62), note(1, 3, 59));
        assertEquals(List.of("G4 whole", "C4 quarter", "D4 half.", "+B3 half."), notation.symbols(0, 0));
        assertEquals(List.of("1", "2", "2", "2"), notation.all("voice").stream().map(Element::getTextContent).toList());
    }

    @Test
    void compoundMetresGroupByDottedQuarters() {
        WrittenXml notation = written(score(List.of(new Meter(0, 6, 8)),
                new Part("", VIOLIN, List.of(note(0, 1.5, 60), note(1.5, 0.5, 62), note(2, 0.5, 64)))));
        assertEquals(List.of("C4 quarter.", "D4 eighth", "E4 eighth", "rest eighth"), notation.symbols(0, 0));
        assertEquals(List.of("begin", "end"), notation.all("beam").stream().map(Element::getTextContent).toList());
    }

    @Test
    void aNewMetreCutsTheBar() {
        Score score = score(List.of(new Meter(0, 4, 4), new Meter(2 * QUARTER, 3, 4)),
                new Part("", VIOLIN, List.of(note(0, 5, 60))));
        WrittenXml notation = written(score);
        assertEquals(List.of("C4~ half"), notation.symbols(0, 0));
        assertEquals("yes", notation.measure(0, 0).getAttribute("implicit"));
        assertEquals(List.of("C4 half."), notation.symbols(0, 1));
        assertEquals("3", WrittenXml.text(notation.measure(0, 1), "beats"));
    }

    @Test
    void playedMusicIsTidied() {
        WrittenXml notation = written(note(0.02, 0.93, 60), note(1.03, 0.45, 62), note(1.48, 0.55, 64), note(1.98, 2.1, 65));
        assertEquals(List.of("C4 quarter", "D4 eighth", "E4 eighth", "F4 half"), notation.symbols(0, 0));
    }

    @Test
    void accidentalsShowOnceABarAndNeverWithinTheKey() {
        Score plain = score(List.of(), new Part("", VIOLIN,
                List.of(note(0, 1, 66), note(1, 1, 66), note(2, 1, 65), note(3, 1, 70), note(4, 1, 66), note(5, 1, 70))));
        assertEquals(List.of("natural", "flat", "flat"),
                written(in(1, plain)).all("accidental").stream().map(Element::getTextContent).toList());
        assertEquals(List.of("sharp", "natural", "flat", "sharp", "flat"),
                written(in(0, plain)).all("accidental").stream().map(Element::getTextContent).toList());
    }

    private static Score in(int fifths, Score score) {
        return new Score(QUARTER, List.of(), List.of(), List.of(new KeySignature(0, fifths, Mode.MAJOR)), List.of(),
                List.of(), score.parts(), Metadata.NONE);
    }

    @Test
    void keysAndSpellingsAreFoundWhereNoneAreStated() {
        int[] scale = {57, 59, 61, 62, 64, 66, 68, 69, 64, 61, 57};
        Note[] notes = new Note[scale.length];
        for (int i = 0; i < scale.length; i++) {
            notes[i] = note(i, 1, scale[i]);
        }
        WrittenXml notation = written(notes);
        assertEquals("3", notation.all("fifths").getFirst().getTextContent());
        assertEquals(List.of("A3 quarter", "B3 quarter", "C#4 quarter", "D4 quarter"), notation.symbols(0, 0));
        assertEquals(List.of("E4 quarter", "F#4 quarter", "G#4 quarter", "A4 quarter"), notation.symbols(0, 1));
        Note own = new Note(0, QUARTER, new Pitch(66, new Spelling(Letter.G, -1)), 90);
        assertEquals("Gb4 quarter", written(in(1, score(List.of(), new Part("", VIOLIN, List.of(own))))).symbols(0, 0).getFirst());
    }

    @Test
    void clefsFollowTheRange() {
        WrittenXml notation = written(score(List.of(), new Part("", VIOLIN, List.of(note(0, 1, 72))),
                new Part("", VIOLIN, List.of(note(0, 1, 45))), new Part("", VIOLIN, List.of(note(0, 1, 50), note(1, 1, 66))),
                new Part("", Instrument.PIANO, List.of(note(0, 1, 36), note(0, 2, 76))),
                new Part("", Instrument.DRUM_KIT, List.of(note(0, 1, 36)))));
        assertEquals(List.of("G", "F", "G", "G", "F", "percussion"),
                notation.all("sign").stream().map(Element::getTextContent).toList());
        assertEquals(1, notation.all("clef-octave-change").size());
        assertEquals(List.of("2"), notation.all("staves").stream().map(Element::getTextContent).toList());
        assertEquals(1, notation.all("unpitched").size());
    }

    @Test
    void wordsAreEscapedAndSignsAreWhereTheyBelong() {
        Part part = new Part("Flute & <Horn>\u0000", VIOLIN, List.of(note(0, 4, 60), note(4, 4, 62)), List.of(),
                List.of(new Lyric(0, "Glo-"), new Lyric(4 * QUARTER, "\"ria\"")));
        Score score = new Score(QUARTER, List.of(Tempo.ofBpm(0, 96)), List.of(), List.of(),
                List.of(new ChordSymbol(0, "F#m7b5/A"), new ChordSymbol(2 * QUARTER, "weird")),
                List.of(new Marker(4 * QUARTER, "B <2>")), List.of(part), new Metadata("Tom & \"Jerry\"", "A < B", "(c)"));
        WrittenXml notation = written(score);
        assertEquals("Tom & \"Jerry\"", notation.all("work-title").getFirst().getTextContent());
        assertEquals("Flute & <Horn>\uFFFD", notation.all("part-name").getFirst().getTextContent());
        assertEquals("B <2>", WrittenXml.text(notation.measure(0, 1), "rehearsal"));
        assertEquals("96", notation.all("sound").getFirst().getAttribute("tempo"));
        assertEquals(List.of("half-diminished", "none"), notation.all("kind").stream().map(Element::getTextContent).toList());
        assertEquals("A", notation.all("bass-step").getFirst().getTextContent());
        assertEquals(List.of("Glo", "\"ria\""), notation.all("text").stream().map(Element::getTextContent).toList());
        assertEquals(List.of("begin", "end"), notation.all("syllabic").stream().map(Element::getTextContent).toList());
        assertArrayEquals(MusicXmlWriter.write(score), MusicXmlWriter.write(score));
    }

    @Test
    void emptyScoresGiveOneBarOfRest() {
        WrittenXml notation = written(score(List.of()));
        assertEquals(List.of("rest "), notation.symbols(0, 0));
    }

    @Test
    void endlessScoresAreRefusedInWords() {
        for (long onset : new long[] {Long.MAX_VALUE / 2, 30_000L * 4 * QUARTER}) {
            Score endless = score(List.of(), new Part("", VIOLIN, List.of(new Note(onset, 1, Pitch.of(60), 90))));
            RequestException refused = assertThrows(RequestException.class, () -> MusicXmlWriter.write(endless));
            assertEquals("TOO_MANY_BARS", refused.code());
            assertTrue(refused.getMessage().contains("20000 bars"));
        }
    }
}
