package dev.cadenza.evaluate.originality;

/// A passage of a take that stands in an indexed piece as well, in the same or in another key.
///
/// Bars are counted from 1, an upbeat being one. Repeated notes count once.
///
/// @param part number of the take's part, from 1
/// @param firstBar of the take
/// @param lastBar of the take
/// @param piece id of the piece
/// @param pieceFirstBar of the piece; of the section, where a section of a song was learnt as a piece of its own
/// @param pieceLastBar likewise
/// @param notes how many are the same
/// @param quarters from the first onset to the last, in quarter notes of the take
/// @param verbatim whether all notes of the passage are the same; otherwise four of five are
/// @param transposition how many semitones the take is higher than the piece
/// @param bits how surprising the passage is to one who knows how frequent each step is in the index
/// @param excess `bits` less the logarithm of how many places the take has for it: what chance does not explain
/// @param beyondBand whether that is more than in human pieces, see [Band]
public record Match(int part, int firstBar, int lastBar, String piece, int pieceFirstBar, int pieceLastBar, int notes,
        double quarters, boolean verbatim, int transposition, double bits, double excess, boolean beyondBand) {

    /// `bars 5-6 repeat bars 9-10 of train/117, 14 notes, in another key`.
    public String sentence() {
        String verb = verbatim ? "" : "nearly ";
        boolean one = firstBar == lastBar;
        return bars(firstBar, lastBar) + " " + verb + (one ? "repeats " : "repeat ") + bars(pieceFirstBar, pieceLastBar) + " of " + piece
                + ", " + notes + " notes" + (transposition % 12 == 0 ? "" : ", in another key");
    }

    private static String bars(int from, int to) {
        return from == to ? "bar " + from : "bars " + from + "-" + to;
    }

    /// Whether another match tells much the same of the take: same bars, same piece.
    boolean echoes(Match other) {
        return piece.equals(other.piece) && firstBar <= other.lastBar && other.firstBar <= lastBar;
    }
}
