package dev.cadenza.score.musicxml;

import static dev.cadenza.score.musicxml.Xml.attributes;
import static dev.cadenza.score.musicxml.Xml.findings;
import static dev.cadenza.score.musicxml.Xml.firstPart;
import static dev.cadenza.score.musicxml.Xml.note;
import static dev.cadenza.score.musicxml.Xml.notes;
import static dev.cadenza.score.musicxml.Xml.part;
import static dev.cadenza.score.musicxml.Xml.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.List;
import org.junit.jupiter.api.Test;

class MusicXmlSignsTest {

    private static String harmony(String step, int alter, String kind, String more) {
        return "<harmony><root><root-step>" + step + "</root-step><root-alter>" + alter + "</root-alter></root><kind>" + kind + "</kind>"
                + more + "</harmony>";
    }

    private static String degree(int value, int alter, String type) {
        return "<degree><degree-value>" + value + "</degree-value><degree-alter>" + alter + "</degree-alter><degree-type>" + type
                + "</degree-type></degree>";
    }

    private static List<String> chords(String harmony) {
        return read(part(harmony + note("C4", 4))).score().chords().stream().map(ChordSymbol::text).toList();
    }

    @Test
    void chordSymbolsKeepTheirRootAndUseOneVocabulary() {
        assertEquals(List.of("Cmaj7"), chords(harmony("C", 0, "major-seventh", "")));
        assertEquals(List.of("F#m7b5"), chords(harmony("F", 1, "half-diminished", "")));
        assertEquals(List.of("Gbaug"), chords(harmony("G", -1, "augmented", "")));
        assertEquals(List.of("C/E"), chords(harmony("C", 0, "major", "<bass><bass-step>E</bass-step></bass>")));
        assertEquals(List.of("G7b9"), chords(harmony("G", 0, "dominant", degree(9, -1, "add"))));
        assertEquals(List.of("Cadd9"), chords(harmony("C", 0, "major", degree(9, 0, "add"))));
        assertEquals(List.of("C7b5"), chords(harmony("C", 0, "dominant", degree(5, -1, "alter"))));
        assertEquals(List.of("C9#11"), chords(harmony("C", 0, "dominant-ninth", degree(11, 1, "add"))));
        assertEquals(List.of(""), chords("<harmony><root><root-step>C</root-step></root><kind text='N.C.'>none</kind></harmony>"));
    }

    @Test
    void analysesAndUnknownKindsAreLeftOutAndSaid() {
        assertEquals(List.of("ANALYSIS"), findings(part("<harmony><function>V7</function><kind>none</kind></harmony>")));
        assertEquals(List.of("CHORD_UNKNOWN"), findings(part(harmony("C", 0, "Tristan", ""))));
    }

    @Test
    void temposComeFromSoundOrMetronome() {
        String metronome = "<direction><direction-type><metronome><beat-unit>quarter</beat-unit><beat-unit-dot/><per-minute>c. 60</per-minute>"
                + "</metronome></direction-type></direction>";
        Score score = read(part("<direction><direction-type><words>Allegro</words></direction-type><sound tempo='120'/></direction>"
                + note("C4", 4), metronome + note("C4", 4))).score();
        assertEquals(List.of(Tempo.ofBpm(0, 120), Tempo.ofBpm(4 * 480, 90)), score.tempos());
        assertEquals(List.of("TEMPO"), findings(part("<sound tempo='1'/>")));
    }

    @Test
    void transposingPartsAreReadAsTheySound() {
        String clarinet = "<attributes><key><fifths>2</fifths></key><transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose></attributes>";
        String transposed = part("<attributes><transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose>"
                + "<key><fifths>3</fifths><mode>minor</mode></key></attributes>" + note("F#4", 2) + note("C4", 2));
        assertEquals(List.of("E4 0.0-2.0", "Bb3 2.0-4.0"), notes(transposed));
        assertEquals(0, read(part(clarinet + note("D4", 4))).score().keys().getFirst().fifths());
        assertEquals(1, read(transposed).score().keys().getFirst().fifths());
        assertEquals(Mode.MINOR, read(transposed).score().keys().getFirst().mode());
    }

    @Test
    void instrumentsAndDrums() {
        String list = "<score-part id='P1'><part-name>Kit</part-name><score-instrument id='K'/><score-instrument id='S'/>"
                + "<midi-instrument id='K'><midi-channel>10</midi-channel><midi-unpitched>37</midi-unpitched></midi-instrument>"
                + "<midi-instrument id='S'><midi-channel>10</midi-channel><midi-unpitched>39</midi-unpitched></midi-instrument></score-part>"
                + "<score-part id='P2'><part-name>Horn</part-name><score-instrument id='H'/>"
                + "<midi-instrument id='H'><midi-channel>1</midi-channel><midi-program>61</midi-program></midi-instrument></score-part>";
        String hit = "<note><unpitched><display-step>F</display-step><display-octave>4</display-octave></unpitched><duration>2</duration>"
                + "<instrument id='%s'/></note>";
        Score score = read(Xml.score(list, Xml.part("P1", new String[] {hit.formatted("K") + hit.formatted("S")}),
                Xml.part("P2", new String[] {note("F4", 4)}))).score();
        assertEquals(Instrument.DRUM_KIT, score.parts().getFirst().instrument());
        assertEquals(List.of(36, 38), score.parts().getFirst().notes().stream().map(n -> n.pitch().midi()).toList());
        assertEquals(new Instrument(60, false), score.parts().get(1).instrument());
        assertEquals("Horn", score.parts().get(1).name());
    }

    @Test
    void allVersesAreKept() {
        String xml = part(note("C4", 2, "<lyric number='1'><syllabic>begin</syllabic><text>Hal</text></lyric><lyric number='2'><text>oh</text></lyric>")
                + note("D4", 2, "<lyric number='1'><syllabic>end</syllabic><text>lo</text></lyric>"));
        assertEquals(List.of(new Lyric(0, "Hal-"), new Lyric(0, "oh", 2), new Lyric(2 * 480, "lo")), firstPart(xml).lyrics());
        assertEquals(List.of(), findings(xml));
    }

    @Test
    void cueNotesAreLeftOutAndCounted() {
        String xml = part("<barline><repeat direction='forward'/></barline>" + note("F5", 0, "<grace/>").replace("<duration>0</duration>", "")
                + note("A4", 2) + note("D5", 2, "<cue/>"));
        assertEquals(List.of("A4 0.0-2.0"), notes(xml));
        assertEquals(List.of("CUE_NOTE"), findings(xml));
        assertEquals(new MusicXmlCount(1, 1, 0, 0, 1, 1), read(xml).count());
    }

    @Test
    void upbeatsAndCutBarsKeepTheBarLines() {
        Score upbeat = read(part(attributes(1, -1, 3, 4) + note("C5", 1), note("F5", 3))).score();
        assertEquals(List.of(new Meter(0, 3, 4), new Meter(480, 3, 4)), upbeat.meters());
        Score cut = read(part(attributes(1, 0, 4, 4) + note("C5", 4), note("C5", 4), note("C5", 3), note("C5", 1), note("C5", 4))).score();
        assertEquals(List.of(new Meter(0, 4, 4)), cut.meters());
    }

    @Test
    void partsInDifferentMetresShareTheirBars() {
        String list = "<score-part id='P1'/><score-part id='P2'/>";
        String xml = Xml.score(list, Xml.part("P1", new String[] {attributes(1, 0, 2, 4) + note("C5", 2), note("D5", 2)}),
                Xml.part("P2", new String[] {attributes(2, 0, 6, 8) + note("C4", 3) + note("E4", 3), note("G4", 6)}));
        assertEquals(List.of("C4 0.0-1.0", "E4 1.0-2.0", "G4 2.0-4.0"), notes(read(xml).score(), 1));
        assertEquals(List.of("METERS_DIFFER"), findings(xml));
    }

    @Test
    void timewiseScoresAreReadLikePartwiseOnes() {
        String xml = "<score-timewise><movement-title>T</movement-title><identification><creator>A</creator><creator type='composer'>B</creator>"
                + "</identification><part-list><score-part id='P1'/><score-part id='P2'/></part-list>"
                + "<measure><part id='P1'>" + note("C4", 4) + "</part></measure><measure><part id='P1'>" + note("D4", 4) + "</part><part id='P2'>"
                + note("E4", 4) + "</part></measure></score-timewise>";
        Score score = read(xml).score();
        assertEquals(List.of("C4 0.0-4.0", "D4 4.0-8.0"), notes(score, 0));
        assertEquals(List.of("E4 4.0-8.0"), notes(score, 1));
        assertEquals(new Metadata("T", "B", ""), score.metadata());
    }
}
