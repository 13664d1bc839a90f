package dev.cadenza.render.picture;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// How a score is laid out: which bars stand in which system, which rows there are, and how large everything is.
///
/// @param systems bars by system
/// @param complete whether all bars fit
/// @param pixelsPerTick width of a tick
/// @param lowest lowest pitch that has a row
/// @param highest highest pitch that has a row; below `lowest` where nothing is pitched
/// @param drums keys of the drums used, each with a row of its own, highest first
/// @param width of the picture
/// @param headerHeight space above the first system
record RollLayout(List<List<Bars.Bar>> systems, boolean complete, double pixelsPerTick, int lowest, int highest,
        List<Integer> drums, int width, int headerHeight) {

    static final int MARGIN = 28;
    static final int KEYBOARD = 58;
    static final int ROW = 9;
    static final int DRUM_ROW = 13;
    static final int STRIP = 22;
    static final int BETWEEN = 26;
    static final int DRUM_GAP = 8;

    private static final int MAX_WIDTH = 1_600;
    private static final int MIN_WIDTH = 720;
    private static final int MAX_HEIGHT = 12_000;
    private static final int MAX_BARS = 4_000;
    private static final double PIXELS_PER_QUARTER = 44;
    private static final double LEAST_PIXELS_PER_QUARTER = 16;
    private static final int LEAST_ROWS = 25;

    static RollLayout of(Score score, int headerHeight) {
        int lowest = 128;
        int highest = -1;
        TreeSet<Integer> drums = new TreeSet<>();
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                if (part.instrument().drums()) {
                    drums.add(note.pitch().midi());
                } else {
                    lowest = Math.min(lowest, note.pitch().midi());
                    highest = Math.max(highest, note.pitch().midi());
                }
            }
        }
        if (highest >= 0 || drums.isEmpty()) {
            lowest = Math.max(0, (highest < 0 ? 60 : lowest) - 2);
            highest = Math.min(127, (highest < 0 ? 72 : highest) + 2);
            while (highest - lowest + 1 < LEAST_ROWS) {
                highest = Math.min(127, highest + 1);
                lowest = Math.max(0, lowest - (highest - lowest + 1 < LEAST_ROWS ? 1 : 0));
            }
        }
        Bars bars = Bars.of(score, MAX_BARS);
        List<Integer> drumRows = new ArrayList<>(drums.descendingSet());
        int rows = Math.max(0, highest - lowest + 1) * ROW + drumRows.size() * DRUM_ROW
                + (drumRows.isEmpty() ? 0 : DRUM_GAP);
        int most = Math.max(1, (MAX_HEIGHT - headerHeight - MARGIN) / (rows + STRIP + BETWEEN));
        double scale = PIXELS_PER_QUARTER;
        List<List<Bars.Bar>> systems = systems(bars.list(), scale / score.resolution());
        while (systems.size() > most && scale > LEAST_PIXELS_PER_QUARTER) {
            scale *= 0.8;
            systems = systems(bars.list(), scale / score.resolution());
        }
        boolean complete = bars.complete() && systems.size() <= most;
        systems = systems.subList(0, Math.min(most, systems.size()));
        double pixelsPerTick = Math.min(scale / score.resolution(), fitting(systems));
        double widest = 0;
        for (List<Bars.Bar> system : systems) {
            widest = Math.max(widest, ticks(system) * pixelsPerTick);
        }
        int width = Math.max(MIN_WIDTH, (int) Math.ceil(widest) + 2 * MARGIN + KEYBOARD);
        return new RollLayout(systems, complete, pixelsPerTick, lowest, highest, drumRows, width, headerHeight);
    }

    private static int room() {
        return MAX_WIDTH - 2 * MARGIN - KEYBOARD;
    }

    /// A single bar may be wider than the page: then everything shrinks.
    private static double fitting(List<List<Bars.Bar>> systems) {
        double least = Double.MAX_VALUE;
        for (List<Bars.Bar> system : systems) {
            least = Math.min(least, room() / (double) ticks(system));
        }
        return least;
    }

    private static long ticks(List<Bars.Bar> system) {
        return system.getLast().end() - system.getFirst().start();
    }

    private static List<List<Bars.Bar>> systems(List<Bars.Bar> bars, double pixelsPerTick) {
        List<List<Bars.Bar>> systems = new ArrayList<>();
        List<Bars.Bar> current = new ArrayList<>();
        int perSystem = even(bars, pixelsPerTick);
        for (Bars.Bar bar : bars) {
            boolean full = !current.isEmpty()
                    && ((bar.end() - current.getFirst().start()) * pixelsPerTick > room() || current.size() == perSystem);
            if (full) {
                systems.add(current);
                current = new ArrayList<>();
            }
            current.add(bar);
        }
        systems.add(current);
        return systems;
    }

    /// As many bars a system as fit, rounded down to a multiple of four: phrases then begin where systems do.
    private static int even(List<Bars.Bar> bars, double pixelsPerTick) {
        Bars.Bar first = bars.getFirst();
        int fit = (int) Math.min(1_000, room() / Math.max(1e-9, (first.end() - first.start()) * pixelsPerTick));
        return fit >= 4 ? fit / 4 * 4 : Math.max(1, fit);
    }

    int rollHeight() {
        return Math.max(0, highest - lowest + 1) * ROW;
    }

    int drumHeight() {
        return drums.size() * DRUM_ROW;
    }

    int drumTop() {
        return rollHeight() + (drums.isEmpty() || rollHeight() == 0 ? 0 : DRUM_GAP);
    }

    int systemHeight() {
        return STRIP + drumTop() + drumHeight();
    }

    int height() {
        return headerHeight + systems.size() * (systemHeight() + BETWEEN) + MARGIN - BETWEEN + (complete ? 0 : BETWEEN);
    }

    /// Top of a system's rows.
    int top(int system) {
        return headerHeight + system * (systemHeight() + BETWEEN) + STRIP;
    }

    int left() {
        return MARGIN + KEYBOARD;
    }
}
