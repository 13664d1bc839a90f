package dev.cadenza.score.notation;

import java.util.List;

/// Where the lines of a staff lie.
///
/// Each has the MIDI pitches that need at most one ledger line.
enum Clef {
    TREBLE("G", 2, 0, 60, 81), BASS("F", 4, 0, 40, 60), TREBLE_OCTAVE_LOWER("G", 2, -1, 48, 69),
    PERCUSSION("percussion", 2, 0, 0, 127);

    private final String sign;
    private final int line;
    private final int octaveChange;
    private final int lowest;
    private final int highest;

    Clef(String sign, int line, int octaveChange, int lowest, int highest) {
        this.sign = sign;
        this.line = line;
        this.octaveChange = octaveChange;
        this.lowest = lowest;
        this.highest = highest;
    }

    /// The clef that needs the fewest ledger lines; the transposing one only where it saves many.
    static Clef of(List<QuantizedNote> notes) {
        long treble = TREBLE.ledgers(notes);
        long bass = BASS.ledgers(notes);
        long lower = TREBLE_OCTAVE_LOWER.ledgers(notes) + notes.size() / 4;
        return treble <= bass && treble <= lower ? TREBLE : bass <= lower ? BASS : TREBLE_OCTAVE_LOWER;
    }

    private long ledgers(List<QuantizedNote> notes) {
        long sum = 0;
        for (QuantizedNote note : notes) {
            sum += Math.max(0, Math.max(lowest - note.midi(), note.midi() - highest));
        }
        return sum;
    }

    void write(Xml xml, int staff, boolean numbered) {
        if (numbered) {
            xml.open("clef", "number", String.valueOf(staff));
        } else {
            xml.open("clef");
        }
        xml.text("sign", sign);
        if (this != PERCUSSION) {
            xml.text("line", line);
        }
        if (octaveChange != 0) {
            xml.text("clef-octave-change", octaveChange);
        }
        xml.close("clef");
    }
}
