package dev.cadenza.evaluate.originality;

/// How much human pieces that are not in an index repeat what is in it: of each its weightiest match.
///
/// @param pieces how many were looked at; 0 where there were none, and then nothing is beyond the band
/// @param percentile share of the pieces without a tune in common with the index whose weightiest match is within the band, in
///                   per cent
/// @param excess largest [Match#excess] within the band, in bits
/// @param usualNotes notes of the longest verbatim match in the middle one of the pieces
/// @param mostNotes notes of the longest verbatim match in a piece that is within the band
public record Band(int pieces, double percentile, double excess, int usualNotes, int mostNotes) {

    /// Nobody looked.
    public static final Band UNKNOWN = new Band(0, 0, Double.POSITIVE_INFINITY, 0, 0);

    public Band {
        if (pieces < 0 || usualNotes < 0 || mostNotes < 0 || !(percentile >= 0 && percentile <= 100) || Double.isNaN(excess)) {
            throw new IllegalArgumentException("a band of " + pieces + " pieces, " + percentile + " %, " + excess + " bits, "
                    + usualNotes + " and " + mostNotes + " notes");
        }
    }
}
