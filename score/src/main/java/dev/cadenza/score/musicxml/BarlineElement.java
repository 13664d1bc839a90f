package dev.cadenza.score.musicxml;

import dev.cadenza.score.RepeatSign.Kind;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `barline` elements: repeats and endings.
final class BarlineElement {

    private static final int MOST_PASSES = 64;
    private static final Pattern PASSES = Pattern.compile("([0-9]{1,2})(?:\\s*\\.?\\s*-\\s*([0-9]{1,2}))?");

    private final XmlCursor cursor;
    private final PartState state;
    private final WrittenPart part;

    BarlineElement(XmlCursor cursor, PartState state, WrittenPart part) {
        this.cursor = cursor;
        this.state = state;
        this.part = part;
    }

    /// Reads the element that the cursor has just entered, and leaves it.
    ///
    /// @param now where in the bar it stands in the file
    void read(Moment now) {
        String location = cursor.attribute("location");
        boolean atStart = location.equals("left") || location.isEmpty() && now.quarters() == 0;
        boolean inside = location.equals("middle");
        int bar = now.bar() + (atStart || inside ? 0 : 1);
        double quarters = inside ? now.quarters() : 0;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "repeat" -> repeat(bar, quarters);
                case "ending" -> ending(bar, quarters);
                default -> cursor.skip();
            }
        }
    }

    private void repeat(int bar, double quarters) {
        boolean forward = cursor.attribute("direction").equals("forward");
        String times = cursor.attribute("times").strip();
        int played = times.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(times), 1, MOST_PASSES) : 2;
        add(bar, quarters, forward ? Kind.START : Kind.END, forward ? List.of() : List.of(played));
        cursor.skip();
    }

    private void ending(int bar, double quarters) {
        boolean begins = cursor.attribute("type").equals("start");
        List<Integer> passes = begins ? passes(cursor.attribute("number")) : List.of();
        if (begins && passes.isEmpty()) {
            state.found(Finding.ENDING);
        } else {
            add(bar, quarters, begins ? Kind.ENDING : Kind.ENDING_END, passes);
        }
        cursor.skip();
    }

    /// `1`, `1, 2`, `1.-3.`
    private static List<Integer> passes(String text) {
        TreeSet<Integer> passes = new TreeSet<>();
        Matcher matcher = PASSES.matcher(text);
        while (matcher.find()) {
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            for (int pass = Math.max(1, from); pass <= Math.min(to, MOST_PASSES); pass++) {
                passes.add(pass);
            }
        }
        return List.copyOf(passes);
    }

    private void add(int bar, double quarters, Kind kind, List<Integer> passes) {
        state.budget().take(cursor);
        part.repeats.add(new WrittenRepeat(bar, quarters, kind, passes));
    }
}
