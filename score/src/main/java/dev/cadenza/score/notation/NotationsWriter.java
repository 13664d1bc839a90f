package dev.cadenza.score.notation;

import dev.cadenza.score.Mark;
import dev.cadenza.score.Mark.Sign;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes what stands at a note: ties, tuplets, slurs, articulations, ornaments, fermatas.
final class NotationsWriter {

    private static final Map<Sign, String> ARTICULATIONS = Map.of(Sign.STACCATO, "staccato", Sign.STACCATISSIMO, "staccatissimo",
            Sign.TENUTO, "tenuto", Sign.PORTATO, "detached-legato", Sign.ACCENT, "accent", Sign.MARCATO, "strong-accent",
            Sign.BREATH, "breath-mark", Sign.CAESURA, "caesura");
    private static final Map<Sign, String> ORNAMENTS = Map.of(Sign.TRILL, "trill-mark", Sign.MORDENT, "mordent", Sign.INVERTED_MORDENT,
            "inverted-mordent", Sign.TURN, "turn", Sign.INVERTED_TURN, "inverted-turn", Sign.TREMOLO, "tremolo");
    private static final Map<Sign, String> TECHNICAL = Map.of(Sign.UP_BOW, "up-bow", Sign.DOWN_BOW, "down-bow", Sign.HARMONIC, "harmonic",
            Sign.OPEN_STRING, "open-string", Sign.PLUCKED, "stopped");
    private static final String STROKES = "3";

    private final Xml xml;

    NotationsWriter(Xml xml) {
        this.xml = xml;
    }

    /// @param index of the note in its chord: the first bears what the chord has
    void write(Piece piece, int index, List<PartPage.SlurEnd> slurs, List<Mark> marks) {
        boolean first = index == 0;
        boolean stops = !piece.chord().isRest() && piece.tiedFromBefore(piece.chord().notes().get(index));
        boolean starts = !piece.chord().isRest() && piece.tiedOn(piece.chord().notes().get(index));
        boolean tuplet = first && (piece.firstOfTuplet() || piece.lastOfTuplet());
        boolean signs = first && !(slurs.isEmpty() && marks.isEmpty());
        if (!tuplet && !signs && !stops && !starts) {
            return;
        }
        xml.open("notations");
        if (stops) {
            xml.empty("tied", "type", "stop");
        }
        if (starts) {
            xml.empty("tied", "type", "start");
        }
        if (first) {
            slurs(slurs);
            tuplet(piece);
            marks(marks);
        }
        xml.close("notations");
    }

    void slurs(List<PartPage.SlurEnd> slurs) {
        for (PartPage.SlurEnd slur : slurs) {
            xml.empty("slur", "type", slur.starts() ? "start" : "stop", "number", String.valueOf(slur.number()));
        }
    }

    private void tuplet(Piece piece) {
        if (piece.firstOfTuplet()) {
            xml.open("tuplet", "type", "start", "number", "1");
            portion("tuplet-actual", piece.value().actual());
            portion("tuplet-normal", piece.value().normal());
            xml.close("tuplet");
        }
        if (piece.lastOfTuplet()) {
            xml.empty("tuplet", "type", "stop", "number", "1");
        }
    }

    private void portion(String element, int number) {
        xml.open(element);
        xml.text("tuplet-number", number);
        xml.close(element);
    }

    private void marks(List<Mark> marks) {
        List<Sign> signs = marks.stream().filter(Mark.Articulation.class::isInstance).map(mark -> ((Mark.Articulation) mark).sign()).toList();
        group("ornaments", ORNAMENTS, signs);
        List<Mark.Fingering> fingers = marks.stream().filter(Mark.Fingering.class::isInstance).map(Mark.Fingering.class::cast).toList();
        if (!fingers.isEmpty()) {
            xml.open("technical");
            fingers.forEach(finger -> xml.text("fingering", finger.finger()));
            xml.close("technical");
        }
        group("technical", TECHNICAL, signs);
        group("articulations", ARTICULATIONS, signs);
        if (signs.contains(Sign.FERMATA)) {
            xml.empty("fermata", "type", "upright");
        }
        if (signs.contains(Sign.ARPEGGIO)) {
            xml.empty("arpeggiate");
        }
    }

    private void group(String element, Map<Sign, String> names, List<Sign> signs) {
        Set<Sign> known = names.keySet();
        if (signs.stream().noneMatch(known::contains)) {
            return;
        }
        xml.open(element);
        for (Sign sign : signs) {
            if (sign == Sign.TREMOLO && known.contains(sign)) {
                xml.text("tremolo", STROKES, "type", "single");
            } else if (known.contains(sign)) {
                xml.empty(names.get(sign));
            }
        }
        xml.close(element);
    }
}
