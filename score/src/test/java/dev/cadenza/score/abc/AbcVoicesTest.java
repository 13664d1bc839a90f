package dev.cadenza.score.abc;

import static dev.cadenza.score.abc.Abc.codes;
import static dev.cadenza.score.abc.Abc.inKey;
import static dev.cadenza.score.abc.Abc.pitches;
import static dev.cadenza.score.abc.Abc.tune;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.form.Playthrough;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Voices, words, signs and abbreviations.
class AbcVoicesTest {

    private static String pitchesOf(Part part) {
        return part.notes().stream().map(note -> note.pitch() + "@" + note.onset() / 240).collect(Collectors.joining(" "));
    }

    private static List<String> words(AbcTune.Read tune) {
        return tune.score().parts().getFirst().lyrics().stream().map(l -> l.tick() / 240 + l.text() + l.verse()).toList();
    }

    @Test
    void voicesBecomeParts() {
        AbcTune.Read tune = tune("X:1\nL:1/8\nV:S name=\"Soprano\"\nV:2 clef=treble-8\n%%MIDI program 52\nK:C\n"
                + "V:S\nCD|\nV:2\nEF|\nV:S\nGA|\n[V:2]c2|[V:S]B2|[V:2]d2|");
        assertEquals(List.of("Soprano", "2"), tune.score().parts().stream().map(Part::name).toList());
        assertEquals("C4@0 D4@1 G4@2 A4@3 B4@4", pitchesOf(tune.score().parts().get(0)));
        assertEquals("E3@0 F3@1 C4@2 D4@4", pitchesOf(tune.score().parts().get(1)));
        assertEquals(new Instrument(52, false), tune.score().parts().get(1).instrument());
        assertEquals(List.of(), codes(tune));
    }

    @Test
    void aFirstVoiceWithoutANameIsTheFirst() {
        AbcTune.Read tune = tune("X:1\nL:1/8\nK:C\nCD|\nV:2\nEF|\nV:1\nGA|");
        assertEquals("C4@0 D4@1 G4@2 A4@3", pitchesOf(tune.score().parts().get(0)));
        assertEquals(List.of("1", "2"), tune.score().parts().stream().map(Part::name).toList());
        assertEquals(List.of("UNEVEN_VOICES line 1"), codes(tune));
    }

    @Test
    void transpositionShiftsKeyAndSpelling() {
        AbcTune.Read tune = inKey("D transpose=-2\nF ^G c [K:D octave=1]F");
        assertEquals("E4 F#4 B4 F#5", pitches(tune));
        assertEquals(List.of(0, 2), tune.score().keys().stream().map(KeySignature::fifths).toList());
        assertEquals("Bb4", pitches(tune("X:1\nL:1/8\nK:C clef=treble transpose=10\nC|")));
    }

    @Test
    void modesKeepTheirName() {
        AbcTune.Read tune = inKey("A dorian\nA F c");
        assertEquals("A4 F#4 C5", pitches(tune));
        assertEquals(new KeySignature(0, 1, Mode.MINOR), tune.score().keys().getFirst());
        assertEquals("A dorian", tune.header().key());
    }

    @Test
    void linesOverEachOtherBecomeVoices() {
        AbcTune.Read tune = inKey("C\nc4 d4 & C8 | e8 & E4 F4 & G,8|f8|");
        Part part = tune.score().parts().getFirst();
        assertEquals("C4@0 C5@0 D5@4 G3@8 E4@8 E5@8 F4@12 F5@16", pitchesOf(part));
        assertEquals(List.of(2, 1, 1, 3, 2, 1, 2, 1), part.notation().voices());
        assertEquals(List.of(), codes(tune));
    }

    @Test
    void wordsStandUnderTheirNotes() {
        assertEquals(List.of("0time1", "1and1", "2tide-1", "3s1"), words(inKey("C\nC D E F|\nw: time and tide-s")));
        assertEquals(List.of("0ah1", "3o me1"), words(inKey("C\nC D z E F G|\nw: ah _ o~me")));
        assertEquals(List.of("0a1", "4b1", "5c-d1"), words(inKey("C\nC D E F|G A|\nw: a * | b c\\-d")));
        assertEquals(List.of("0one1", "0two2", "1more1"), words(inKey("C\nC D|\nw: one more\nw: two")));
        assertEquals(List.of("0one1", "2two1"), words(inKey("C\nC z D|\nw: one\n+: two")));
        assertEquals(List.of("0a1", "1b1", "2c1"), words(inKey("C\nC D|\nw: a b\nE|\nw:c")));
        assertEquals(List.of("WORDS line 7"), codes(inKey("C\nC|\nw: one two")));
    }

    @Test
    void versesFollowThePasses() {
        AbcTune.Read tune = inKey("C\n|:C4D4:|\nw: a b\nw: c d\nW: not sung");
        assertEquals(List.of(new Lyric(0, "a"), new Lyric(960, "b"), new Lyric(1920, "c"), new Lyric(2880, "d")),
                Playthrough.of(tune.score()).parts().getFirst().lyrics());
        assertEquals(List.of("not sung"), tune.header().words());
    }

    @Test
    void marks() {
        AbcTune.Read tune = inKey("C\n!mf!(C \"_p\"D) !<(!E F!<)!G \"4\"A \"^dolce\"B|");
        assertEquals(List.of(new Mark.Dynamic(0, Mark.Level.MF), new Mark.Slur(0, 1, 240), new Mark.Dynamic(240, Mark.Level.P),
                new Mark.Hairpin(480, 1200, true), new Mark.Fingering(1200, 1, 4), new Mark.Words(1440, "dolce")),
                tune.score().parts().getFirst().notation().marks());
        assertEquals(List.of(), codes(tune));
    }

    @Test
    void signsAsWritten() {
        AbcTune.Read tune = inKey("C\nP:A\n|:C8|1D8:|2E8||!segno!F8|!fine!G8|\nP:B\nA8 \"^D.S. al Fine\"|]");
        assertEquals("1920 START; 1920 ENDING; 3840 END; 3840 ENDING_END; 3840 ENDING; 5760 ENDING_END; 5760 SEGNO; 9600 FINE; 11520 DAL_SEGNO",
                tune.score().repeats().stream().map(sign -> (sign.kind() == RepeatSign.Kind.START ? 1920 : sign.tick()) + " " + sign.kind())
                        .collect(Collectors.joining("; ")));
        assertEquals(List.of(new Marker(0, "A"), new Marker(9600, "B")), tune.score().markers());
        assertEquals("cdcefgafg", Abc.notes(Playthrough.of(tune.score())).stream().map(Note::pitch)
                .map(p -> p.spelling().letter().toString().toLowerCase(Locale.ROOT)).collect(Collectors.joining()));
    }

    @Test
    void macrosAndLettersThatAreRedefined() {
        assertEquals("A4 G4 F4 G4 C4", pitches(tune("X:1\nL:1/8\nm: ~G2 = {A}GFG\nm: ~n3 = n o m\nK:C\n{A}AGFGC|")));
        assertEquals("G4 F4 G4 C5 D5 B4", pitches(tune("X:1\nL:1/8\nm: ~G2 = GFG\nm: ~n3 = n o m\nK:C\n~G2 ~c3|")));
        AbcTune.Read user = tune("X:1\nL:1/8\nU: T = !fermata!\nU: u = nil\nK:C\nTC uD|");
        assertEquals(List.of(new Mark.Articulation(0, 1, Mark.Sign.FERMATA)), user.score().parts().getFirst().notation().marks());
    }

    @Test
    void macrosThatGrowAreBounded() {
        String wide = "m: ab = " + "C".repeat(200) + "\n";
        AbcTune.Read tune = tune("X:1\nL:1/8\n" + wide + "K:C\n" + "ab".repeat(900) + "|");
        assertEquals(180_000, Abc.notes(tune.score()).size());
    }
}
