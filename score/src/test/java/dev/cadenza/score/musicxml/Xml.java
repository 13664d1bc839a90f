package dev.cadenza.score.musicxml;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/// Small files, written by hand.
final class Xml {

    static final String SONG_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://host.invalid/partwise.dtd">
            <score-partwise version="4.0"><work><work-title>Song &amp; dance</work-title></work>
            """;

    private Xml() {
    }

    /// A score of one part with these bars.
    static String part(String... bars) {
        return score("<score-part id='P1'><part-name>Voice</part-name></score-part>", part("P1", bars));
    }

    static String score(String partList, String... parts) {
        return SONG_HEAD + "<part-list>" + partList + "</part-list>" + String.join("", parts) + "</score-partwise>";
    }

    static String part(String id, String[] bars) {
        StringBuilder all = new StringBuilder("<part id='" + id + "'>");
        for (int i = 0; i < bars.length; i++) {
            all.append("<measure number='").append(i + 1).append("'>").append(bars[i]).append("</measure>");
        }
        return all.append("</part>").toString();
    }

    static String attributes(int divisions, int fifths, int beats, int unit) {
        return "<attributes><divisions>" + divisions + "</divisions><key><fifths>" + fifths + "</fifths></key><time><beats>" + beats
                + "</beats><beat-type>" + unit + "</beat-type></time></attributes>";
    }

    /// @param pitch `C4`, `F#5`, `Bb3`; empty for a rest
    /// @param more further elements
    static String note(String pitch, int duration, String... more) {
        String what = pitch.isEmpty() ? "<rest/>" : "<pitch><step>" + pitch.charAt(0) + "</step>"
                + (pitch.contains("#") ? "<alter>1</alter>" : pitch.indexOf('b') > 0 ? "<alter>-1</alter>" : "")
                + "<octave>" + pitch.charAt(pitch.length() - 1) + "</octave></pitch>";
        String all = String.join("", more);
        return all.contains("<chord/>") ? "<note><chord/>" + what + "<duration>" + duration + "</duration>" + all.replace("<chord/>", "") + "</note>"
                : "<note>" + what + "<duration>" + duration + "</duration>" + all + "</note>";
    }

    static String voice(int number) {
        return "<voice>" + number + "</voice>";
    }

    static String backup(int duration) {
        return "<backup><duration>" + duration + "</duration></backup>";
    }

    static MusicXmlRead read(String xml) {
        return MusicXmlReader.read(xml.getBytes(StandardCharsets.UTF_8), "song.musicxml");
    }

    static List<String> notes(Score score, int part) {
        double quarter = score.resolution();
        return score.parts().get(part).notes().stream()
                .map(n -> n.pitch() + " " + n.onset() / quarter + "-" + n.end() / quarter).toList();
    }

    static List<String> notes(String xml) {
        return notes(read(xml).score(), 0);
    }

    static Part firstPart(String xml) {
        return read(xml).score().parts().getFirst();
    }

    static List<String> findings(String xml) {
        return read(xml).diagnostics().stream().map(Diagnostic::code).toList();
    }

    static String code(String xml) {
        return Assertions.assertThrows(InputException.class, () -> read(xml), () -> xml.substring(0, Math.min(99, xml.length()))).code();
    }
}
