package dev.cadenza.score.notation;

/// One written symbol: a chord, a part of a chord tied to the rest of it, or a rest.
///
/// @param start in units
/// @param length in units
/// @param chord what it belongs to
/// @param value how it is written; [NoteValue#NONE] for a rest that fills its bar
/// @param firstOfTuplet whether a triplet begins with it
/// @param lastOfTuplet whether a triplet ends with it
record Piece(long start, long length, Chord chord, NoteValue value, boolean firstOfTuplet, boolean lastOfTuplet) {

    long end() {
        return start + length;
    }

    boolean tiedFromBefore(QuantizedNote note) {
        return note.start() < start;
    }

    boolean tiedOn(QuantizedNote note) {
        return note.end() > end();
    }
}
