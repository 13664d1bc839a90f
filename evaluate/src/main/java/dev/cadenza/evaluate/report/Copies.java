package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.originality.Band;
import dev.cadenza.evaluate.originality.Match;
import dev.cadenza.evaluate.originality.Originality;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.evaluate.statistics.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/// What takes repeat of a corpus.
///
/// @param pieces of the corpus they were compared with
/// @param band how much human pieces repeat of it
/// @param takes how many takes were looked at
/// @param longest notes of the longest passage that each take repeats note by note; repeated notes count once
/// @param copied the takes that repeat more than human pieces do, the weightiest first
public record Copies(int pieces, Band band, int takes, Summary longest, List<Copied> copied) {

    public Copies {
        copied = List.copyOf(copied);
    }

    /// A take and the weightiest passage that it repeats.
    public record Copied(String take, Match match) {
    }

    /// Looks at takes.
    ///
    /// @param done told how many were looked at
    public static Copies of(List<Heard> takes, PassageIndex index, IntConsumer done) {
        List<Copied> copied = new ArrayList<>();
        double[] longest = new double[takes.size()];
        for (int i = 0; i < longest.length; i++) {
            Heard take = takes.get(i);
            Originality found = index.matches(take.score());
            longest[i] = found.longestVerbatim().map(Match::notes).orElse(0);
            found.copies().stream().limit(1).forEach(match -> copied.add(new Copied(take.name(), match)));
            done.accept(i + 1);
        }
        copied.sort(Comparator.comparingDouble((Copied one) -> -one.match().excess()));
        return new Copies(index.pieces().size(), index.band(), longest.length, Summary.of(longest), copied);
    }

    /// What that means.
    public String sentence() {
        if (band.pieces() == 0) {
            return "Of the corpus your pieces repeat " + (int) longest.median() + " notes in a row (median); how much of it other human"
                    + " music repeats cannot be told from so little music.";
        }
        if (copied.isEmpty()) {
            return "None of your pieces repeats more of the corpus than its own pieces repeat of each other.";
        }
        Copied worst = copied.getFirst();
        return copied.size() + " of " + takes + (takes == 1 ? " piece repeats" : " pieces repeat") + " more of the corpus than its own"
                + " pieces repeat of each other; the clearest is " + worst.take() + ": " + worst.match().sentence() + ".";
    }
}
