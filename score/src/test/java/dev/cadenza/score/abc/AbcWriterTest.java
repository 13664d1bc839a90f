package dev.cadenza.score.abc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.form.Playthrough;
import org.junit.jupiter.api.Test;

/// What is written, and that it is read as the same music.
class AbcWriterTest {

    private static Score again(Score score) {
        return Abc.tune(AbcWriter.text(score)).score();
    }

    @Test
    void aTuneAsItLooks() {
        Score score = Abc.inKey("D\n|:\"D\"!mf!(F>A) {g}d2 f4-|f2 (3edc d4|1z8:|2!fermata![FAd]8|]\nw: one two * three").score();
        assertEquals("""
                X:1
                T:Test
                M:4/4
                L:1/8
                Q:1/4=120
                K:D
                |:"D"!mf!(F3/2 A/2) {g}d2 f4- | f2 (3:2:3edc d4 | [1 z8 :| [2 !fermata![dAF]8 |]
                w: one two * three * * * * * *
                """, AbcWriter.text(score));
    }

    @Test
    void readAgainItIsTheSame() {
        String music = "X:1\nT:All\nC:Me\nM:3/4\nL:1/8\nQ:1/4=90\nV:1 name=\"High\"\nV:2\n%%MIDI program 40\nK:Eb\n[V:1]B2|:\"Eb\"e4 f2|"
                + "[1g4 =a2:|[2g6||[K:C][M:4/4][Q:1/4=60]!segno!\"C\"c4 \"G7\"^c2=c2|!<(!{/gf}e4 (d2 .c2)!<)!|c4 & E2 _E2| !fine!c8|!D.S.!G8|]\n"
                + "w: a b c d-e\n[V:2]B,2|:E4 E2|[1E6:|[2E6||[K:C][M:4/4]C8-|C8|C8|C8|C8|]";
        Score score = Abc.tune(music).score();
        Score read = again(score);
        for (int i = 0; i < 2; i++) {
            Part before = score.parts().get(i);
            Part after = read.parts().get(i);
            assertEquals(before.notes(), after.notes());
            assertEquals(before.lyrics(), after.lyrics());
            assertEquals(before.instrument(), after.instrument());
            assertEquals(before.notation(), after.notation());
        }
        assertEquals("High", read.parts().getFirst().name());
        assertEquals(score.chords(), read.chords());
        assertEquals(score.keys(), read.keys());
        assertEquals(score.tempos(), read.tempos());
        assertEquals(score.meters(), read.meters());
        assertEquals(score.repeats(), read.repeats());
        assertEquals(Playthrough.of(score).parts().getFirst().notes(), Playthrough.of(read).parts().getFirst().notes());
        assertEquals(AbcWriter.text(score), AbcWriter.text(read));
    }
}
