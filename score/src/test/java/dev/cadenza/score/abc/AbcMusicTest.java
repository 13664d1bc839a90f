package dev.cadenza.score.abc;

import static dev.cadenza.score.abc.Abc.codes;
import static dev.cadenza.score.abc.Abc.inKey;
import static dev.cadenza.score.abc.Abc.line;
import static dev.cadenza.score.abc.Abc.pitches;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Mark.Sign;
import dev.cadenza.score.Notation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What stands between two bar lines.
class AbcMusicTest {

    @Test
    void lettersOctavesAndLengths() {
        assertEquals("C4@0+2 C5@2+2 C3@4+4 C6@8+1 D6@9+3 E4@12+6",
                line(inKey("C\nC c C,2 c'/ d'3/2 E3")));
        assertEquals("B4@0+60t C5@60t+60t", line(inKey("C\nB// c/4")));
    }

    @Test
    void accidentalsHoldInTheirBarInEveryOctave() {
        assertEquals("F#4 C#5 F4 F5 F#4 G##4 Abb4 Bb4", pitches(inKey("D\nF c =F f | F ^^G __A _B")));
        assertEquals("F#4 F#5 F4", pitches(inKey("C\n^F f | F")));
    }

    @Test
    void accidentalsReachAsFarAsADirectiveSays() {
        assertEquals("F#4 F5 F#4", pitches(inKey("C\n%%propagate-accidentals octave\n^F f F")));
        assertEquals("F#4 F4", pitches(inKey("C\nI:propagate-accidentals not\n^F F")));
    }

    @Test
    void tiesJoinNotesEvenOverBarLines() {
        assertEquals("F#4@0+16 F4@16+2", line(inKey("C\n^F4-|F4|F")));
        assertEquals("C4@0+4 E4@0+2 E4@2+2", line(inKey("C\n[C-E][CE]")));
        AbcTune.Read slur = inKey("C\nC-D");
        assertEquals("C4@0+2 D4@2+2", line(slur));
        assertEquals(List.of("TIE line 6"), codes(slur));
    }

    @Test
    void brokenRhythm() {
        assertEquals("A4@0+3 B4@3+1 C5@4+1 D5@5+3", line(inKey("C\nA>B c < d")));
        assertEquals("A4@0+420t B4@420t+60t", line(inKey("C\nA>>B")));
    }

    @Test
    void tuplets() {
        assertEquals("A4@0+160t B4@160t+160t C5@320t+160t D5@4+2", line(inKey("C\n(3ABc d")));
        assertEquals("A4@0+3 B4@3+3 C5@6+2", line(inKey("C\n(2AB c")));
        assertEquals("A4@0+320t B4@320t+160t C5@4+2", line(inKey("C\n(3:2:2A2B c")));
        assertEquals("A4@0+2 B4@2+2", line(inKey("C\n(A(B))")));
    }

    @Test
    void whatTicksCannotExpressIsRoundedAndReported() {
        AbcTune.Read seven = inKey("C\n(7:4:7A/B/c/d/e/f/g/ a4");
        assertEquals("A4@0+69t B4@69t+68t C5@137t+69t D5@206t+68t E5@274t+69t F5@343t+68t G5@411t+69t A5@4+8", line(seven));
        assertEquals(List.of("ROUNDED line 6"), codes(seven));
    }

    @Test
    void chordsAreAsLongAsTheirFirstNote() {
        assertEquals("C4@0+4 E4@0+4 G4@0+4 C5@4+2", line(inKey("C\n[CEG]2 c")));
        assertEquals("C4@0+4 E4@0+8 C5@4+2", line(inKey("C\n[C2E4] c")));
    }

    @Test
    void rests() {
        assertEquals("C4@2+2 D4@8+2 E4@44+2", line(inKey("C\nz C x2 D | Z2 | zE")));
    }

    @Test
    void chordSymbolsAreReadAndOtherTextsAreKeptAsWords() {
        AbcTune.Read tune = inKey("C\n\"Gm7\"C2 \"^slowly\"D2 \"A7/c+\"E2 \"^4\"F2 | \"N.C.\"G8|\"odd\"G8");
        assertEquals(List.of(new ChordSymbol(0, "Gm7"), new ChordSymbol(960, "A7/C#"), new ChordSymbol(1920, "")),
                tune.score().chords());
        assertEquals(List.of("CHORD_UNKNOWN line 6"), codes(tune));
    }

    @Test
    void ornamentsAndGraceNotes() {
        AbcTune.Read tune = inKey("C\n~A .B uc vd !trill!e +fermata+f {gf}g {a}HT\\a`b y");
        assertEquals("A4 B4 C5 D5 E5 F5 G5 A5 B5", pitches(tune));
        assertEquals(List.of("DECORATION line 6"), codes(tune));
        Notation notation = tune.score().parts().getFirst().notation();
        assertEquals(List.of(Sign.STACCATO, Sign.UP_BOW, Sign.DOWN_BOW, Sign.TRILL, Sign.FERMATA, Sign.FERMATA, Sign.TRILL),
                notation.marks().stream().map(mark -> ((Mark.Articulation) mark).sign()).toList());
        assertEquals(List.of("G5 16", "F5 16", "A5 8"), notation.graces().stream()
                .map(grace -> grace.pitch() + " " + grace.denominator()).toList());
    }

    @Test
    void linesContinueAndCommentsAreSkipped() {
        assertEquals("A4@0+3 B4@3+1 C5@4+2", line(inKey("C\nA> % a comment with notes CDE\n%abc\n\\\nw: la la\nBc")));
    }
}
