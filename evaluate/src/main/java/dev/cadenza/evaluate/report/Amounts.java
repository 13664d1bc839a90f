package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.Metric;
import java.util.Locale;
import java.util.Set;

/// Numbers as one reads them.
final class Amounts {

    private static final String SHARE = "share";
    private static final Set<String> UNSPOKEN = Set.of("", SHARE, "%", "0 to 1", "correlation");

    private Amounts() {
    }

    /// `3.1`; shares as `31 %`.
    static String number(Metric metric, double value) {
        return metric.unit().equals(SHARE) ? digits(100 * value) + " %" : digits(value) + (metric.unit().equals("%") ? " %" : "");
    }

    /// With its unit: `3.1 semitones`.
    static String text(Metric metric, double value) {
        boolean said = UNSPOKEN.contains(metric.unit());
        return number(metric, value) + (said ? "" : " " + metric.unit());
    }

    /// Three digits that count.
    static String digits(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return "-";
        }
        String text = String.format(Locale.ROOT, size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f", value);
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }

    /// The name of a metric for people: `Pitch range`.
    static String title(Metric metric) {
        String words = metric.name().replaceFirst("^n_", "").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
