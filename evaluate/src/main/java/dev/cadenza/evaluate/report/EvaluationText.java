package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A comparison as lines of text.
public final class EvaluationText {

    private EvaluationText() {
    }

    private static final int STANDING_OUT = 6;
    private static final int HUGE = 99;

    /// A table by aspect, then what was found of the sets as wholes, and what stands out as sentences.
    public static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        String section = "";
        for (MetricComparison one : comparison.metrics()) {
            if (one.same()) {
                continue;
            }
            if (!name(one.metric().aspect()).equals(section)) {
                section = name(one.metric().aspect());
                lines.add("");
                lines.add(format("%-36s %10s %10s %19s %9s %15s %8s %8s", section, "yours", "corpus", "usual", "distance",
                        "95 % interval", "overlap", "outside"));
            }
            lines.add(row(one));
        }
        lines.add("");
        lines.add(format("Frechet distance over these numbers (frechet_cadenza): %s; between halves of the corpus: %s",
                Amounts.digits(comparison.frechet()), Amounts.digits(comparison.frechetWithin())));
        lines.add(comparison.toldApartSentence());
        if (!comparison.same().isEmpty()) {
            lines.add("The same in all pieces of both: " + comparison.same().stream().map(Metric::name).collect(Collectors.joining(", "))
                    + ".");
        }
        lines.add("");
        lines.add("What stands out:");
        comparison.outstanding().stream().limit(STANDING_OUT).forEach(one -> lines.add("  " + one.sentence()));
        if (comparison.outstanding().isEmpty()) {
            lines.add("  No single number lies clearly apart from the corpus.");
        }
        lines.add("");
        return lines;
    }

    private static String row(MetricComparison one) {
        return format("  %-34s %10s %10s %19s %9s %15s %8s %8s", one.metric().name(), Amounts.number(one.metric(), one.takes().mean()),
                Amounts.number(one.metric(), one.corpus().mean()), Amounts.number(one.metric(), one.corpus().low()) + " .. "
                        + Amounts.number(one.metric(), one.corpus().high()),
                signed(one.distance().value()), signed(one.distance().interval().low()) + " .. " + signed(one.distance().interval().high()),
                format("%.2f", one.overlapArea()), one.outside() + "/" + one.takes().n());
    }

    /// The name of an aspect for people.
    static String name(Aspect aspect) {
        return aspect.name().charAt(0) + aspect.name().substring(1).toLowerCase(Locale.ROOT);
    }

    static String signed(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "always +" : "always -";
        }
        return Math.abs(value) > HUGE ? (value > 0 ? "> +" : "< -") + HUGE : format(Math.abs(value) < 10 ? "%+.2f" : "%+.0f", value);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
