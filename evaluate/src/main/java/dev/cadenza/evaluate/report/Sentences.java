package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.statistics.TwoSampleTest;
import java.util.Locale;
import java.util.Optional;

/// Numbers in words.
final class Sentences {

    /// A tenth of the corpus itself lies outside of its usual range.
    private static final double MANY_OUTSIDE = 0.2;
    private static final double SMALL = 0.5;

    private Sentences() {
    }

    static String of(MetricComparison compared) {
        String numbers = Amounts.number(compared.metric(), compared.takes().mean()) + " against "
                + Amounts.text(compared.metric(), compared.corpus().mean());
        if (!compared.clear()) {
            return "No clear difference in " + subject(compared.metric()) + ": " + numbers + ".";
        }
        boolean more = compared.distance().value() > 0;
        String what = Wording.of(compared.metric()).map(wording -> "Your pieces " + (more ? wording.more() : wording.less())
                + " than the corpus").orElseGet(() -> "Your pieces lie " + (more ? "higher" : "lower") + " than the corpus in "
                        + subject(compared.metric()));
        return (Math.abs(compared.distance().value()) < SMALL ? "A small difference: " + lower(what) : what) + ": " + numbers
                + outside(compared) + ".";
    }

    private static String outside(MetricComparison compared) {
        if (compared.outside() < MANY_OUTSIDE * compared.takes().n()) {
            return "";
        }
        return "; " + compared.outside() + " of " + compared.takes().n() + (compared.takes().n() == 1 ? " lies" : " lie")
                + " outside of what is usual there";
    }

    /// What a metric is about, as it goes on after `in`.
    private static String subject(Metric metric) {
        String meaning = metric.meaning();
        return meaning.startsWith("How ") && meaning.endsWith(".") ? lower(meaning.substring(0, meaning.length() - 1))
                : Amounts.title(metric).toLowerCase(Locale.ROOT);
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    static String of(Optional<TwoSampleTest> test) {
        if (test.isEmpty()) {
            return "There are too few pieces to tell whether a classifier could tell yours from the corpus; " + TwoSampleTest.LEAST
                    + " in each set are needed.";
        }
        TwoSampleTest found = test.get();
        String numbers = String.format(Locale.ROOT, " (AUC %.2f, 95 %% interval %.2f to %.2f; .5 is guessing).", found.auc(),
                found.interval().low(), found.interval().high());
        if (found.interval().low() <= 0.5) {
            return "From these numbers a classifier does not tell your pieces from the corpus better than by guessing" + numbers;
        }
        String how = found.auc() < 0.6 ? "a little better than by guessing" : found.auc() < 0.75 ? "clearly better than by guessing"
                : found.auc() < 0.9 ? "most of the time" : "nearly always";
        return "From these numbers a classifier tells your pieces from the corpus " + how + numbers;
    }
}
