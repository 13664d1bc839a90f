package dev.cadenza.cli;

import dev.cadenza.app.FileReport;
import dev.cadenza.score.Place;
import dev.cadenza.score.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a file of music holds, for a person and for a program.
final class FileText {

    private static final int MOST_NAMES = 8;

    private FileText() {
    }

    static String lines(FileReport report) {
        StringBuilder text = new StringBuilder(Shown.text(report.file().toString())).append(report.piece().isEmpty() ? "" : " #"
                + report.piece()).append('\n');
        if (report.error().isPresent()) {
            FileReport.Finding error = report.error().get();
            return text.append("  refused, ").append(error.code()).append(place(error)).append(": ").append(error.message()).append('\n').toString();
        }
        FileReport.Contents held = report.contents();
        if (!held.title().isEmpty() || !held.composer().isEmpty()) {
            text.append("  ").append(Shown.text(held.title())).append(held.title().isEmpty() || held.composer().isEmpty() ? "" : ", ")
                    .append(Shown.text(held.composer())).append('\n');
        }
        text.append(String.format(Locale.ROOT, "  %s, %s in %s, %s, %s%n", report.format(), number(report.notes(), "note"),
                number(report.parts(), "part"), number(held.bars(), "bar"), length(report.seconds())));
        text.append("  ").append(report.key().isEmpty() ? "no key" : held.keys().size() > 1 ? String.join(" ", held.keys()) : report.key())
                .append(report.keyStated() || report.key().isEmpty() ? "" : " (estimated)").append(", ")
                .append(String.join(" ", report.meters())).append(", ")
                .append(report.ticksPerQuarter().isPresent()
                        ? report.ticksPerQuarter().getAsInt() + " ticks a quarter" : "timed in frames (SMPTE)").append('\n');
        if (!held.partNames().isEmpty()) {
            text.append("  parts: ").append(names(held.partNames())).append('\n');
        }
        if (!held.also().isEmpty()) {
            text.append("  with ").append(held.also().entrySet().stream().map(entry -> number(entry.getValue(), entry.getKey()))
                    .collect(Collectors.joining(", "))).append('\n');
        }
        for (FileReport.Finding finding : report.diagnostics()) {
            text.append("  ").append(finding.code()).append(place(finding)).append(": ").append(finding.message()).append('\n');
        }
        return text.toString();
    }

    private static String number(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    private static String names(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(Shown::text).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }

    private static String place(FileReport.Finding finding) {
        return finding.place() instanceof Place.Nowhere ? "" : " at " + finding.place();
    }

    private static String length(double seconds) {
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d:%02d min", (long) seconds / 60, (long) seconds % 60);
    }

    static ObjectNode json(FileReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", report.file().toString());
        if (!report.piece().isEmpty()) {
            node.put("piece", report.piece());
        }
        boolean read = report.error().isEmpty();
        node.put("format", read ? report.format() : null);
        node.put("title", report.contents().title());
        node.put("composer", report.contents().composer());
        node.put("notes", report.notes());
        node.put("parts", report.parts());
        texts(node.putArray("partNames"), report.contents().partNames());
        node.put("bars", report.contents().bars());
        node.put("ticksPerQuarter", report.ticksPerQuarter().isPresent() ? (Integer) report.ticksPerQuarter().getAsInt() : null);
        node.put("seconds", read ? (Double) report.seconds() : null);
        node.put("key", report.key().isEmpty() ? null : report.key());
        texts(node.putArray("keys"), report.contents().keys());
        texts(node.putArray("meters"), report.meters());
        ObjectNode also = node.putObject("also");
        for (Map.Entry<String, Integer> entry : report.contents().also().entrySet()) {
            also.put(entry.getKey(), entry.getValue());
        }
        ArrayNode diagnostics = node.putArray("diagnostics");
        report.diagnostics().forEach(finding -> diagnostics.add(json(finding)));
        node.set("error", report.error().isPresent() ? json(report.error().get()) : JsonNodeFactory.instance.nullNode());
        return node;
    }

    private static void texts(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }

    private static ObjectNode json(FileReport.Finding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("code", finding.code());
        node.put("offset", finding.place() instanceof Place.ByteOffset(long at) ? (Long) at : null);
        node.put("place", finding.place() instanceof Place.Nowhere ? null : finding.place().toString());
        node.put("message", finding.message());
        return node;
    }
}
