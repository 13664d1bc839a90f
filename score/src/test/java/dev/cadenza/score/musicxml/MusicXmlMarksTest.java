package dev.cadenza.score.musicxml;

import static dev.cadenza.score.musicxml.Xml.attributes;
import static dev.cadenza.score.musicxml.Xml.backup;
import static dev.cadenza.score.musicxml.Xml.findings;
import static dev.cadenza.score.musicxml.Xml.firstPart;
import static dev.cadenza.score.musicxml.Xml.note;
import static dev.cadenza.score.musicxml.Xml.notes;
import static dev.cadenza.score.musicxml.Xml.part;
import static dev.cadenza.score.musicxml.Xml.read;
import static dev.cadenza.score.musicxml.Xml.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Control;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Mark.Level;
import dev.cadenza.score.Mark.Sign;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MusicXmlMarksTest {

    private static String notations(String... inside) {
        return "<notations>" + String.join("", inside) + "</notations>";
    }

    private static String direction(String type) {
        return "<direction><direction-type>" + type + "</direction-type></direction>";
    }

    private static List<Mark> marks(String... bars) {
        return firstPart(part(bars)).notation().marks();
    }

    @Test
    void graceNotesBelongToTheNoteTheyAdorn() {
        String grace = "<note><grace slash='yes'/><pitch><step>D</step><octave>5</octave></pitch><type>16th</type></note>";
        String second = grace.replace("<grace slash='yes'/>", "<grace/><chord/>").replace(">D<", ">F<");
        assertEquals(List.of(new GraceNote(480, 1, Pitch.of(74), 16, true, false), new GraceNote(480, 1, Pitch.of(77), 16, false, true)),
                firstPart(part(note("C5", 1), grace + second + note("C5", 3))).notation().graces());
    }

    @Test
    void signsAtNotesAreMarksOfTheirVoice() {
        String sung = notations("<articulations><staccato/><accent/></articulations><fermata/>", "<technical><fingering>3</fingering></technical>");
        assertEquals(List.of(new Mark.Articulation(960, 1, Sign.STACCATO), new Mark.Articulation(960, 1, Sign.ACCENT),
                        new Mark.Articulation(960, 1, Sign.FERMATA), new Mark.Fingering(960, 1, 3)),
                marks(note("C5", 2) + note("D5", 2, sung)));
        String ornaments = notations("<ornaments><trill-mark/></ornaments><arpeggiate/>");
        assertEquals(List.of(new Mark.Articulation(0, 2, Sign.TRILL), new Mark.Articulation(0, 2, Sign.ARPEGGIO)),
                marks(note("E5", 4) + backup(4) + note("C5", 4, voice(2), ornaments)));
        String both = notations("<articulations><tenuto/></articulations>");
        assertEquals(List.of(new Mark.Articulation(0, 1, Sign.TENUTO)), marks(note("C5", 4, both) + note("E5", 4, "<chord/>", both)));
    }

    @Test
    void slursEndAtTheOnsetOfTheirLastNoteInWhateverOrderVoicesAreWritten() {
        String start = notations("<slur type='start' number='1'/>");
        String stop = notations("<slur type='stop' number='1'/>");
        assertEquals(List.of(new Mark.Slur(0, 1, 960), new Mark.Slur(960, 1, 1440)),
                marks(note("C5", 2, start) + note("D5", 1, notations("<slur type='start' number='1'/><slur type='stop' number='1'/>"))
                        + note("E5", 1, stop)));
        assertEquals(List.of(new Mark.Slur(0, 2, 960)),
                marks(note("C5", 2) + note("D5", 2, stop) + backup(4) + note("C4", 4, voice(2), start)));
        assertEquals(List.of("SPAN_OPEN"), findings(part(note("C5", 4, start))));
    }

    @Test
    void dynamicsHairpinsWordsAndPedalsAreRead() {
        String bar = direction("<dynamics><mf/></dynamics>") + direction("<wedge type='crescendo' number='2'/>") + note("C5", 2)
                + direction("<words>dolce</words>") + direction("<pedal type='start'/>") + note("D5", 2)
                + direction("<wedge type='stop' number='2'/>") + direction("<pedal type='stop'/>");
        assertEquals(List.of(new Mark.Dynamic(0, Level.MF), new Mark.Hairpin(0, 1920, true), new Mark.Words(960, "dolce")), marks(bar));
        assertEquals(List.of(new Control.ControlChange(960, 64, 127), new Control.ControlChange(1920, 64, 0)),
                firstPart(part(bar)).controls());
    }

    @Test
    void repeatsAndEndingsStandAtBarLines() {
        String xml = part("<barline location='left'><repeat direction='forward'/></barline>" + note("C5", 4),
                "<barline location='left'><ending number='1, 2' type='start'/></barline>" + note("D5", 4)
                        + "<barline location='right'><ending number='1, 2' type='stop'/><repeat direction='backward' times='3'/></barline>",
                "<barline location='left'><ending number='3' type='start'/></barline>" + note("E5", 4)
                        + "<barline location='right'><ending number='3' type='discontinue'/></barline>");
        assertEquals(List.of(RepeatSign.of(0, Kind.START), new RepeatSign(1920, Kind.ENDING, List.of(1, 2)),
                RepeatSign.of(3840, Kind.ENDING_END), new RepeatSign(3840, Kind.END, List.of(3)),
                new RepeatSign(3840, Kind.ENDING, List.of(3)), RepeatSign.of(5760, Kind.ENDING_END)), read(xml).score().repeats());
        assertEquals(List.of("C5 0.0-4.0", "D5 4.0-8.0", "E5 8.0-12.0"), notes(xml));
    }

    @Test
    void jumpsAreKnownByTheirSoundTheirSignOrTheirWords() {
        String xml = part(direction("<segno/>") + note("C5", 4),
                note("D5", 4) + "<direction><direction-type><words>Ende</words></direction-type><sound fine='yes'/></direction>",
                note("E5", 4) + direction("<words>D.S. al Fine</words>"));
        assertEquals(List.of(RepeatSign.of(0, Kind.SEGNO), RepeatSign.of(3840, Kind.FINE), RepeatSign.of(5760, Kind.DAL_SEGNO)),
                read(xml).score().repeats());
    }

    @Test
    void voicesCountFromOneOnEachStaff() {
        String xml = part(note("E5", 4, voice(3), "<staff>1</staff>") + backup(4) + note("C5", 4, voice(4), "<staff>1</staff>") + backup(4)
                + note("C3", 4, voice(7), "<staff>2</staff>"));
        assertEquals(List.of(5, 2, 1), firstPart(xml).notation().voices());
        String sameName = part(note("E5", 4, "<staff>1</staff>") + backup(4) + note("C3", 4, "<staff>2</staff>"));
        assertEquals(List.of(5, 1), firstPart(sameName).notation().voices());
        String wandering = part(note("E5", 2, "<staff>1</staff>") + note("C3", 1, "<staff>2</staff>") + note("E5", 1, "<staff>1</staff>"));
        assertEquals(List.of(1, 1, 1), firstPart(wandering).notation().voices());
    }

    @Test
    void aBadValueCostsItselfAndNotTheFile() {
        String good = note("E5", 2);
        for (String bad : List.of(note("C5", 2).replace(">2<", ">x<"), note("C5", 2).replace(">2<", ">1e300<"), note("C5", 2).replace(">2<", ">NaN<"),
                note("C5", 2).replace(">2<", ">-2<"))) {
            assertEquals(List.of("E5 0.0-2.0"), notes(part(bad + good)), bad);
            assertEquals(List.of("BAD_VALUE", "NO_PITCH"), findings(part(bad + good)), bad);
            assertEquals(new MusicXmlCount(1, 2, 0, 1, 0, 0), read(part(bad + good)).count(), bad);
        }
        assertEquals(List.of("E5 2.0-4.0"), notes(part(note("H5", 2) + good)));
        assertEquals(List.of("BAD_PITCH"), findings(part(note("H5", 2) + good)));
        assertEquals(List.of("E5 0.0-2.0"), notes(part(attributes(1, 0, 4, 4) + "<attributes><divisions>0</divisions></attributes>" + good)));
        assertEquals(List.of("E5 0.0-1.5"), notes(part(good.replace("<duration>2</duration>", "<type>quarter</type><dot/>"))));
    }

    @Test
    void loudnessStatedAtANoteIsItsVelocity() {
        assertEquals(List.of(45, 80), firstPart(part(note("C5", 2).replace("<note>", "<note dynamics='50'>") + note("D5", 2))).notes().stream()
                .map(n -> n.velocity()).toList());
    }
}
