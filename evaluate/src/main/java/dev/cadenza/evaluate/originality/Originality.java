package dev.cadenza.evaluate.originality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a take repeats of the pieces of an index.
///
/// @param matches the weightiest (see [Match#bits]) first; of verbatim matches, and of others, that overlap in one part only the
///                weightiest
/// @param pieces how many pieces it was compared with
/// @param whole whether these are all that the model was learnt from
/// @param band that of human pieces
public record Originality(List<Match> matches, int pieces, boolean whole, Band band) {

    private static final Comparator<Match> BY_NOTES = Comparator.comparingInt(Match::notes).thenComparingDouble(Match::bits);

    public Originality {
        matches = List.copyOf(matches);
    }

    /// The longest passage that is repeated note by note.
    public Optional<Match> longestVerbatim() {
        return longest(true);
    }

    /// The longest passage that is repeated with changes.
    public Optional<Match> longestNear() {
        return longest(false);
    }

    private Optional<Match> longest(boolean verbatim) {
        // reduce, not max: of equal ones the first counts.
        return matches.stream().filter(match -> match.verbatim() == verbatim)
                .reduce((first, next) -> BY_NOTES.compare(next, first) > 0 ? next : first);
    }

    /// The excess of the weightiest match; 0 where there is none.
    public double excess() {
        return matches.stream().mapToDouble(Match::excess).max().orElse(0);
    }

    /// What is repeated beyond the band of human pieces; of matches of the same bars with the same piece (in several parts, or
    /// verbatim inside a near one) the weightiest.
    public List<Match> copies() {
        List<Match> copies = new ArrayList<>();
        for (Match match : matches) {
            if (match.beyondBand() && copies.stream().noneMatch(match::echoes)) {
                copies.add(match);
            }
        }
        return copies;
    }
}
