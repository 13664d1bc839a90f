package dev.cadenza.corpus.collection;

import java.util.List;

/// What a piece must be like to be kept. All bounds are included.
///
/// @param leastNotes fewer notes teach nothing
/// @param mostNotes more notes are no piece
/// @param leastBars in bars, the last one begun
/// @param mostBars likewise
/// @param leastSeconds up to the end of the last note
/// @param mostSeconds likewise
/// @param leastPitches how many different pitches a piece that is not for drums alone must have
/// @param mostDensity notes a second, over the whole piece or one second, whichever is longer
/// @param mostTogether notes that begin at one tick
/// @param mostSilence seconds in which nothing sounds between two notes
/// @param metres the metres that a piece may have, as `4/4`; empty for any
public record ImportRules(long leastNotes, long mostNotes, long leastBars, long mostBars, double leastSeconds, double mostSeconds,
        int leastPitches, double mostDensity, int mostTogether, double mostSilence, List<String> metres) {

    /// What holds where nothing else is said: whatever may be music is kept.
    public static final ImportRules USUAL = new ImportRules(8, 100_000, 1, 20_000, 1, 21_600, 2, 200, 64, 600, List.of());

    public ImportRules {
        metres = List.copyOf(metres);
        if (leastNotes < 1 || mostNotes < leastNotes || leastBars < 0 || mostBars < leastBars || !(leastSeconds >= 0)
                || !(mostSeconds >= leastSeconds && mostSeconds < 86_400) || leastPitches < 1 || !(mostDensity > 0) || mostTogether < 1
                || !(mostSilence > 0) || metres.stream().anyMatch(metre -> !metre.matches("[1-9][0-9]{0,2}/[1-9][0-9]{0,2}"))) {
            throw new IllegalArgumentException("rules that no piece can meet");
        }
    }
}
