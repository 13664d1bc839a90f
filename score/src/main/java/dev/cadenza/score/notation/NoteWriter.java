package dev.cadenza.score.notation;

import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Pitch;
import java.util.List;

/// Writes the symbols of one voice of one bar.
final class NoteWriter {

    private static final String[] GRACES = {"whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th", "256th",
        "512th", "1024th"};

    private final Xml xml;
    private final String partId;
    private final boolean drums;
    private final boolean staffNumbered;
    private final Grid grid;
    private final PartPage page;
    private final NotationsWriter notations;

    NoteWriter(Xml xml, Grid grid, String partId, boolean drums, boolean staffNumbered, PartPage page) {
        this.xml = xml;
        this.grid = grid;
        notations = new NotationsWriter(xml);
        this.partId = partId;
        this.drums = drums;
        this.staffNumbered = staffNumbered;
        this.page = page;
    }

    /// @param beams of each piece, from [Beams]
    void write(List<Piece> pieces, List<List<String>> beams, Accidentals accidentals, Staff staff, int voiceIndex) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            graces(staff, voiceIndex, i == 0 ? piece.start() : pieces.get(i - 1).start() + 1, piece.start() + 1);
            if (piece.chord().isRest()) {
                rest(piece, staff, voiceIndex);
                continue;
            }
            for (int k = 0; k < piece.chord().notes().size(); k++) {
                note(piece, k, k == 0 ? beams.get(i) : List.of(), accidentals, staff, voiceIndex);
            }
        }
    }

    /// Grace notes of a voice from one unit to before another.
    void graces(Staff staff, int voiceIndex, long from, long to) {
        int voice = staff.numbers().get(voiceIndex);
        List<GraceNote> graces = page.graces(voice, from, to);
        for (int i = 0; i < graces.size(); i++) {
            GraceNote grace = graces.get(i);
            xml.open("note");
            if (grace.slashed()) {
                xml.empty("grace", "slash", "yes");
            } else {
                xml.empty("grace");
            }
            if (grace.chord()) {
                xml.empty("chord");
            }
            pitch(grace.pitch());
            if (drums) {
                xml.empty("instrument", "id", partId + "-I" + grace.pitch().midi());
            }
            xml.text("voice", voice);
            xml.text("type", GRACES[Integer.numberOfTrailingZeros(grace.denominator())]);
            if (staffNumbered) {
                xml.text("staff", staff.number());
            }
            xml.close("note");
        }
    }

    private void pitch(Pitch pitch) {
        if (drums) {
            DrumLine line = DrumLine.of(pitch.midi());
            xml.open("unpitched");
            xml.text("display-step", line.step());
            xml.text("display-octave", line.octave());
            xml.close("unpitched");
            return;
        }
        xml.open("pitch");
        xml.text("step", pitch.spelling().letter());
        if (pitch.spelling().alter() != 0) {
            xml.text("alter", pitch.spelling().alter());
        }
        xml.text("octave", pitch.octave());
        xml.close("pitch");
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
        xml.text("duration", grid.written(piece.length()));
        xml.text("voice", staff.numbers().get(voiceIndex));
        if (!wholeBar) {
            value(piece);
        }
        timeModification(piece);
        if (staffNumbered) {
            xml.text("staff", staff.number());
        }
        notations.write(piece, 0, List.of(), page.marks(slot(piece, staff, voiceIndex)));
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
        pitch(pitch);
        xml.text("duration", grid.written(piece.length()));
        if (piece.tiedFromBefore(note)) {
            xml.empty("tie", "type", "stop");
        }
        if (piece.tiedOn(note)) {
            xml.empty("tie", "type", "start");
        }
        if (drums) {
            xml.empty("instrument", "id", partId + "-I" + pitch.midi());
        }
        xml.text("voice", staff.numbers().get(voiceIndex));
        value(piece);
        if (!drums && accidentals.shows(piece, pitch)) {
            xml.text("accidental", Accidentals.word(pitch.spelling().alter()));
        }
        timeModification(piece);
        if (staff.voices().size() > 1) {
            xml.text("stem", voiceIndex % 2 == 0 ? "up" : "down");
        }
        if (drums) {
            xml.text("notehead", DrumLine.of(pitch.midi()).head());
        }
        if (staffNumbered) {
            xml.text("staff", staff.number());
        }
        for (int level = 0; level < beams.size(); level++) {
            xml.text("beam", beams.get(level), "number", String.valueOf(level + 1));
        }
        Slot slot = slot(piece, staff, voiceIndex);
        notations.write(piece, index, page.slurs(slot), page.marks(slot));
        if (index == 0) {
            page.syllables(slot).forEach(this::lyric);
        }
        xml.close("note");
    }

    private void value(Piece piece) {
        if (piece.value() == NoteValue.UNWRITABLE) {
            return;
        }
        xml.text("type", piece.value().type());
        if (piece.value().dots() > 0) {
            xml.empty("dot");
        }
    }

    private void timeModification(Piece piece) {
        if (piece.value().inTuplet()) {
            xml.open("time-modification");
            xml.text("actual-notes", piece.value().actual());
            xml.text("normal-notes", piece.value().normal());
            xml.close("time-modification");
        }
    }

    private static Slot slot(Piece piece, Staff staff, int voiceIndex) {
        return new Slot(staff.numbers().get(voiceIndex), piece.start());
    }

    private void lyric(PartPage.Syllable syllable) {
        xml.open("lyric", "number", String.valueOf(syllable.verse()));
        xml.text("syllabic", syllable.syllabic());
        xml.text("text", syllable.text());
        xml.close("lyric");
    }
}
