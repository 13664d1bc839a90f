package dev.cadenza.score.form;

import static dev.cadenza.score.form.Form.BAR;
import static dev.cadenza.score.form.Form.played;
import static dev.cadenza.score.form.Form.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Control;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The order of bars as a player of the page would have it, and what moves along.
class PlaythroughTest {

    @ParameterizedTest
    @CsvSource({
        "a b c, abc",
        "|: a b :|, abab",
        "a b :|, abab",
        "a |: b :| c, abbc",
        "a :| b :| c, aabbc",
        "|: a :|3 b, aaab",
        "|: a :|1 b, ab",
        "|: a [1 b ] :| [2 c ] d, abacd",
        "|: a [12 b ] :| [3 c ] d, ababacd",
        "|: a [1 b ] :| c, abac",
        "|: a [1 b :| [2 c ] |: d :|, abacdd",
        "|: a [1 b ] :| [2 c ] :| d, abacd",
        "|: a [1 b ] :| [2 c ] :| [3 d ] e, abacade",
        "|: a [13 b ] :| [24 c ] :| d, abacabacd",
        "a b F c DC, abcab",
        "|: a :| b F c DC, aabcab",
        "a S b c F d DS, abcdbc",
        "a >O b DC O c, abac",
        "a S b >O c DS O d :| e, abcbdde",
        "a S b >O c DS O |: d :|, abcbdd",
        "|: a [1 b ] :| [2 c ] F d DC, abacdac",
        "a DC b, aab",
        "a DS b, aab",
        "S a DC DS, aa"})
    void order(String form, String played) {
        assertEquals(played, played(form));
    }

    @Test
    void aScoreWithoutRepeatsStaysItself() {
        Score score = score("a b c");
        assertSame(score, Playthrough.of(score));
        assertEquals(score, Playthrough.of(score("|: a b c")));
    }

    @Test
    void explosionsAreRefused() {
        assertEquals("REPEATS_TOO_LONG", assertThrows(RequestException.class, () -> played("a b :|2000000000 c")).code());
        String notes = "a ".repeat(1_000);
        assertEquals("REPEATS_TOO_LONG", assertThrows(RequestException.class, () -> played(notes + ":|100 c")).code());
        assertEquals(60_001, played(notes + ":|60 c").length());
    }

    private static Score with(Part part, List<Meter> meters, RepeatSign... signs) {
        return new Score(480, List.of(new Tempo(0, 500_000), new Tempo(BAR, 400_000)), meters,
                List.of(new KeySignature(0, 1, Mode.MAJOR), new KeySignature(BAR, 2, Mode.MAJOR)), List.of(), List.of(),
                List.of(part), Metadata.NONE, List.of(signs));
    }

    @Test
    void everythingMovesAlong() {
        Part part = new Part("p", new Instrument(3, false),
                List.of(new Note(0, 2 * BAR, Pitch.of(60), 80), new Note(BAR, BAR, Pitch.of(62), 80)),
                List.of(new Control.ProgramChange(BAR, 9), new Control.ControlChange(BAR, 64, 127)),
                List.of(new Lyric(0, "one", 1), new Lyric(0, "two", 2), new Lyric(BAR, "end", 1)),
                new Notation(List.of(1, 2), List.of(new GraceNote(BAR, 2, Pitch.of(64), 8, true, false)),
                        List.of(new Mark.Dynamic(0, Mark.Level.F), new Mark.Hairpin(0, 2 * BAR, true), new Mark.Slur(0, 1, BAR))));
        Score played = Playthrough.of(with(part, List.of(Meter.common()), new RepeatSign(BAR, Kind.END, List.of(3))));
        Part out = played.parts().getFirst();
        assertEquals(List.of(new Note(0, BAR, Pitch.of(60), 80), new Note(BAR, BAR, Pitch.of(60), 80),
                new Note(2 * BAR, 2 * BAR, Pitch.of(60), 80), new Note(3 * BAR, BAR, Pitch.of(62), 80)), out.notes());
        assertEquals(List.of(1, 1, 1, 2), out.notation().voices());
        assertEquals(List.of(new Lyric(0, "one"), new Lyric(BAR, "two"), new Lyric(2 * BAR, "two"), new Lyric(3 * BAR, "end")), out.lyrics());
        assertEquals(3 * BAR, out.notation().graces().getFirst().tick());
        assertEquals(List.of(new Mark.Dynamic(0, Mark.Level.F), new Mark.Hairpin(0, BAR, true), new Mark.Dynamic(BAR, Mark.Level.F),
                new Mark.Hairpin(BAR, 2 * BAR, true), new Mark.Dynamic(2 * BAR, Mark.Level.F),
                new Mark.Hairpin(2 * BAR, 4 * BAR, true), new Mark.Slur(2 * BAR, 1, 3 * BAR)), out.notation().marks());
        assertEquals(List.of(new Tempo(0, 500_000), new Tempo(3 * BAR, 400_000)), played.tempos());
        assertEquals(3 * BAR, played.keys().get(1).tick());
        assertEquals(List.of(), played.repeats());
    }

    @Test
    void whatHoldsAtTheTargetIsStatedAgain() {
        Part part = new Part("p", new Instrument(3, false),
                List.of(new Note(0, BAR, Pitch.of(60), 80), new Note(BAR, BAR, Pitch.of(62), 80)),
                List.of(new Control.ProgramChange(BAR, 9), new Control.ControlChange(BAR, 64, 127)), List.of());
        Score played = Playthrough.of(with(part, List.of(Meter.common()), RepeatSign.of(2 * BAR, Kind.END)));
        assertEquals(List.of(new Control.ProgramChange(BAR, 9), new Control.ControlChange(BAR, 64, 127),
                new Control.ProgramChange(2 * BAR, 3), new Control.ControlChange(2 * BAR, 64, 0),
                new Control.ProgramChange(3 * BAR, 9), new Control.ControlChange(3 * BAR, 64, 127)),
                played.parts().getFirst().controls());
        assertEquals(List.of(0L, (long) BAR, 2L * BAR, 3L * BAR), played.tempos().stream().map(Tempo::tick).toList());
        assertEquals(List.of(1, 2, 1, 2), played.keys().stream().map(KeySignature::fifths).toList());
    }

    @Test
    void barsThatMeetAtARepeatAreWhole() {
        // An upbeat of a quarter, three bars and three quarters, from the beginning again.
        Part part = new Part("", Instrument.PIANO, List.of(new Note(0, 480, Pitch.of(60), 80), new Note(480, 2 * BAR - 480, Pitch.of(62), 80)));
        Score played = Playthrough.of(new Score(480, List.of(), List.of(new Meter(0, 4, 4), new Meter(480, 4, 4)), List.of(), List.of(),
                List.of(), List.of(part), Metadata.NONE, List.of(RepeatSign.of(2 * BAR, Kind.END))));
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(480, 4, 4)), played.meters());
        assertEquals(4 * BAR, played.end());
    }
}
