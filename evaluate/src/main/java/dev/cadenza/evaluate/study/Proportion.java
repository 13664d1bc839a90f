package dev.cadenza.evaluate.study;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/// In how many of the answers of several listeners something was so, and what that says of all listeners there are.
///
/// Answers of one listener are more alike than those of several: Clopper and Pearson's interval (1934), which takes each answer for
/// independent, is then too narrow. So `interval` is theirs for the *effective* number of answers after Korn and Graubard (1998):
/// fewer by the design effect (never below 1), and fewer again where there are few listeners to tell it from.
///
/// @param hits answers in which it was so
/// @param answers all of them, 1 or more
/// @param listeners who gave them, 1 or more
/// @param interval for the share among all listeners like these; 0 to 1 where only one was asked
/// @param independent Clopper and Pearson's, as though each answer were of a listener of its own
/// @param resampled from 2,000 draws of listeners with replacement, 2.5th to 97.5th percentile; too narrow for few listeners
public record Proportion(int hits, int answers, int listeners, Interval interval, Interval independent, Interval resampled) {

    private static final int DRAWS = 2000;

    /// What one listener answered.
    record Tally(int hits, int answers) {
        Tally {
            if (hits < 0 || answers < 1 || hits > answers) {
                throw new IllegalArgumentException(hits + " of " + answers + " cannot be");
            }
        }
    }

    /// @param tallies one a listener, at least one
    static Proportion of(List<Tally> tallies, RandomGenerator random) {
        int hits = tallies.stream().mapToInt(Tally::hits).sum();
        int answers = tallies.stream().mapToInt(Tally::answers).sum();
        var plain = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(answers, hits, Interval.ERROR);
        return new Proportion(hits, answers, tallies.size(), byListeners(tallies, hits, answers),
                new Interval(plain.getLowerBound(), plain.getUpperBound()), resampled(tallies, random));
    }

    /// The share itself, 0..1.
    public double share() {
        return (double) hits / answers;
    }

    private static Interval byListeners(List<Tally> tallies, int hits, int answers) {
        int listeners = tallies.size();
        if (listeners == 1) {
            return new Interval(0, 1);
        }
        double share = (double) hits / answers;
        double squares = tallies.stream().mapToDouble(one -> one.hits() - share * one.answers()).map(rest -> rest * rest).sum();
        double variance = squares * listeners / (listeners - 1) / answers / answers;
        double binomial = share * (1 - share) / answers;
        double designEffect = binomial > 0 ? Math.max(1, variance / binomial) : 1;
        double fewListeners = quantile(answers - 1) / quantile(listeners - 1);
        double effective = answers / designEffect * Math.min(1, fewListeners * fewListeners);
        double seen = share * effective;
        return new Interval(hits == 0 ? 0 : BetaDistribution.of(seen, effective - seen + 1).inverseCumulativeProbability(Interval.ERROR / 2),
                hits == answers ? 1 : BetaDistribution.of(seen + 1, effective - seen).inverseCumulativeProbability(1 - Interval.ERROR / 2));
    }

    /// Student's t beyond which 2.5 % lie.
    static double quantile(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(1 - Interval.ERROR / 2);
    }

    private static Interval resampled(List<Tally> tallies, RandomGenerator random) {
        double[] shares = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            int hits = 0;
            int answers = 0;
            for (int i = 0; i < tallies.size(); i++) {
                Tally one = tallies.get(random.nextInt(tallies.size()));
                hits += one.hits();
                answers += one.answers();
            }
            shares[draw] = (double) hits / answers;
        }
        Arrays.sort(shares);
        int outside = (int) Math.round(DRAWS * Interval.ERROR / 2);
        return new Interval(shares[outside], shares[DRAWS - 1 - outside]);
    }
}
