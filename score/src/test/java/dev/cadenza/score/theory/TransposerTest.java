package dev.cadenza.score.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransposerTest {

    private static final Part DRUMS = new Part("", Instrument.DRUM_KIT, List.of(new Note(0, 4, Pitch.of(38), 80)));

    private static Score score(int fifths, Pitch pitch, String chord) {
        Part part = new Part("", Instrument.PIANO, List.of(new Note(0, 4, pitch, 80)));
        return new Score(4, List.of(), List.of(), List.of(new KeySignature(0, fifths, Mode.MAJOR)),
                List.of(new ChordSymbol(0, chord)), List.of(), List.of(part, DRUMS), Metadata.NONE);
    }

    private static String text(Score score) {
        return score.parts().getFirst().notes().getFirst().pitch() + " " + Key.of(score.keys().getFirst()) + " "
                + score.chords().getFirst().text() + " " + score.parts().getLast().notes().getFirst().pitch().midi();
    }

    @Test
    void keepsSpelling() {
        Score score = score(0, new Pitch(66, new Spelling(Letter.F, 1)), "D7/F#");
        assertEquals("A4 Eb major F7/A 38", text(Transposer.up(score, Interval.MINOR_THIRD)));
        assertEquals("D#4 A major B7/D# 38", text(Transposer.down(score, Interval.MINOR_THIRD)));
        assertEquals(score, Transposer.down(Transposer.up(score, Interval.MAJOR_SIXTH), Interval.MAJOR_SIXTH));
    }

    @Test
    void takesTheKeyThatCanBeWritten() {
        assertEquals("A4 D major A 38", text(Transposer.up(score(5, new Pitch(66, new Spelling(Letter.F, 1)), "F#"), new Interval(2, 3))));
        assertEquals("E4 F major tacet 38", text(Transposer.down(score(-6, new Pitch(65, new Spelling(Letter.F, 0)), "tacet"), new Interval(1, 1))));
    }

    @Test
    void refusesToLeaveTheKeyboard() {
        assertEquals("PITCH_OUT_OF_RANGE",
                assertThrows(RequestException.class, () -> Transposer.up(score(0, Pitch.of(120), "C"), Interval.OCTAVE)).code());
    }
}
