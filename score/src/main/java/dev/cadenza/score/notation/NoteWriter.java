package dev.cadenza.score.notation;

import dev.cadenza.score.Pitch;
import java.util.List;
import java.util.Map;

/// Writes the symbols of one voice of one bar.
final class NoteWriter {

    private final Xml xml;
    private final String partId;
    private final boolean drums;
    private final boolean staffNumbered;
    private final Map<Long, String> lyrics;

    /// @param lyrics syllables by the unit at which their note begins
    NoteWriter(Xml xml, String partId, boolean drums, boolean staffNumbered, Map<Long, String> lyrics) {
        this.xml = xml;
        this.partId = partId;
        this.drums = drums;
        this.staffNumbered = staffNumbered;
        this.lyrics = lyrics;
    }

    /// @param beams of each piece, from [Beams]
    void write(List<Piece> pieces, List<List<String>> beams, Accidentals accidentals, Staff staff, int voiceIndex) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.chord().isRest()) {
                rest(piece, staff, voiceIndex);
                continue;
            }
            for (int k = 0; k < piece.chord().notes().size(); k++) {
                note(piece, k, k == 0 ? beams.get(i) : List.of(), accidentals, staff, voiceIndex);
            }
        }
    }

    private void rest(Piece piece, Staff staff, int voiceIndex) {
        if (voiceIndex > 0) {
            // The first voice shows the rests; the others would only clutter.
            xml.open("note", "print-object", "no");
        } else {
            xml.open("note");
        }
        boolean wholeBar = piece.value() == NoteValue.NONE;
        if (wholeBar) {
            xml.empty("rest", "measure", "yes");
        } else {
            xml.empty("rest");
        }
        xml.text("duration", piece.length());
        xml.text("voice", staff.voiceNumber(voiceIndex));
        if (!wholeBar) {
            value(piece);
        }
        timeModification(piece);
        if (staffNumbered) {
            xml.text("staff", staff.number());
        }
        notations(piece, true);
        xml.close("note");
    }

    private void note(Piece piece, int index, List<String> beams, Accidentals accidentals, Staff staff, int voiceIndex) {
        QuantizedNote note = piece.chord().notes().get(index);
        Pitch pitch = note.note().pitch();
        // MusicXML counts loudness in hundredths of a forte of velocity 90.
        xml.open("note", "dynamics", String.valueOf(Math.round(note.note().velocity() * 100 / 90.0)));
        if (index > 0) {
            xml.empty("chord");
        }
        DrumLine line = DrumLine.of(pitch.midi());
        if (drums) {
            xml.open("unpitched");
            xml.text("display-step", line.step());
            xml.text("display-octave", line.octave());
            xml.close("unpitched");
        } else {
            xml.open("pitch");
            xml.text("step", pitch.spelling().letter());
            if (pitch.spelling().alter() != 0) {
                xml.text("alter", pitch.spelling().alter());
            }
            xml.text("octave", pitch.octave());
            xml.close("pitch");
        }
        xml.text("duration", piece.length());
        tie("tie", piece);
        if (drums) {
            xml.empty("instrument", "id", partId + "-I" + pitch.midi());
        }
        xml.text("voice", staff.voiceNumber(voiceIndex));
        value(piece);
        if (!drums && accidentals.shows(piece, pitch)) {
            xml.text("accidental", Accidentals.word(pitch.spelling().alter()));
        }
        timeModification(piece);
        if (staff.voices().size() > 1) {
            xml.text("stem", voiceIndex % 2 == 0 ? "up" : "down");
        }
        if (drums) {
            xml.text("notehead", line.head());
        }
        if (staffNumbered) {
            xml.text("staff", staff.number());
        }
        for (int level = 0; level < beams.size(); level++) {
            xml.text("beam", beams.get(level), "number", String.valueOf(level + 1));
        }
        notations(piece, index == 0);
        lyric(piece, index, staff, voiceIndex);
        xml.close("note");
    }

    private void value(Piece piece) {
        xml.text("type", piece.value().type());
        if (piece.value().dots() > 0) {
            xml.empty("dot");
        }
    }

    private void timeModification(Piece piece) {
        if (piece.value().triplet()) {
            xml.open("time-modification");
            xml.text("actual-notes", 3);
            xml.text("normal-notes", 2);
            xml.close("time-modification");
        }
    }

    private void tie(String element, Piece piece) {
        if (piece.tiedFromBefore()) {
            xml.empty(element, "type", "stop");
        }
        if (piece.tiedOn()) {
            xml.empty(element, "type", "start");
        }
    }

    private void notations(Piece piece, boolean withTuplet) {
        boolean tuplet = withTuplet && (piece.firstOfTuplet() || piece.lastOfTuplet());
        if (!tuplet && !piece.tiedFromBefore() && !piece.tiedOn()) {
            return;
        }
        xml.open("notations");
        tie("tied", piece);
        if (withTuplet && piece.firstOfTuplet()) {
            xml.open("tuplet", "type", "start", "number", "1");
            tupletPortion("tuplet-actual", 3);
            tupletPortion("tuplet-normal", 2);
            xml.close("tuplet");
        }
        if (withTuplet && piece.lastOfTuplet()) {
            xml.empty("tuplet", "type", "stop", "number", "1");
        }
        xml.close("notations");
    }

    private void tupletPortion(String element, int number) {
        xml.open(element);
        xml.text("tuplet-number", number);
        xml.text("tuplet-type", "eighth");
        xml.close(element);
    }

    private void lyric(Piece piece, int index, Staff staff, int voiceIndex) {
        if (index > 0 || voiceIndex > 0 || staff.number() > 1 || piece.tiedFromBefore()) {
            return;
        }
        String text = lyrics.get(piece.start());
        if (text == null || text.isBlank()) {
            return;
        }
        boolean goesOn = text.endsWith("-") && text.length() > 1;
        xml.open("lyric", "number", "1");
        xml.text("syllabic", goesOn ? "begin" : "single");
        xml.text("text", (goesOn ? text.substring(0, text.length() - 1) : text).strip());
        xml.close("lyric");
    }
}
