package dev.cadenza.render.picture;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.Key;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/// What stands above the roll: title, composer, key, metre and tempo, and the names of the parts in their colours.
record Header(String title, String facts, List<Entry> legend) {

    private static final int MAX_ENTRIES = 24;
    private static final double TITLE = 19;
    private static final double TEXT = 10;
    private static final int ENTRY_WIDTH = 150;
    private static final int LINE = 21;
    private static final int LEGEND_WIDTH = 664;

    record Entry(String name, Color color) {
    }

    static Header of(Score score) {
        String title = score.metadata().title().isBlank() ? "Untitled" : score.metadata().title().strip();
        List<String> facts = new ArrayList<>();
        if (!score.metadata().composer().isBlank()) {
            facts.add(score.metadata().composer().strip());
        }
        if (!score.keys().isEmpty()) {
            facts.add(name(score.keys().getFirst()));
        }
        Meter meter = score.meters().isEmpty() ? Meter.common() : score.meters().getFirst();
        facts.add(meter + (score.meters().size() > 1 ? " (changes)" : ""));
        double bpm = score.tempos().isEmpty() ? 120 : score.tempos().getFirst().bpm();
        facts.add(Math.round(bpm) + " quarters a minute" + (changes(score.tempos()) ? " (changes)" : ""));
        int notes = score.parts().stream().mapToInt(part -> part.notes().size()).sum();
        facts.add(notes + (notes == 1 ? " note" : " notes"));
        return new Header(title, String.join("  \u00b7  ", facts), legend(score));
    }

    private static boolean changes(List<Tempo> tempos) {
        return tempos.stream().anyMatch(tempo -> Math.abs(tempo.bpm() / tempos.getFirst().bpm() - 1) > 0.02);
    }

    private static String name(KeySignature key) {
        return Key.of(key).toString().replace('#', '\u266f').replaceFirst("^([A-G])b", "$1\u266d");
    }

    private static List<Entry> legend(Score score) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < score.parts().size() && entries.size() < MAX_ENTRIES; i++) {
            Part part = score.parts().get(i);
            if (!part.notes().isEmpty()) {
                String standIn = part.instrument().drums() ? "Drums" : "Part " + (i + 1);
                entries.add(new Entry(part.name().isBlank() ? standIn : part.name().strip(), Palette.part(i)));
            }
        }
        return entries;
    }

    int height() {
        int lines = (legend.size() + perLine() - 1) / perLine();
        return RollLayout.MARGIN + 54 + lines * LINE + 10;
    }

    private static int perLine() {
        return LEGEND_WIDTH / ENTRY_WIDTH;
    }

    void draw(Graphics2D g, int width) {
        int room = width - 2 * RollLayout.MARGIN;
        StrokeFont.draw(g, StrokeFont.fit(title, TITLE, room), RollLayout.MARGIN, RollLayout.MARGIN + TITLE, TITLE, 2.3,
                Palette.INK);
        StrokeFont.draw(g, StrokeFont.fit(facts, TEXT, room), RollLayout.MARGIN, RollLayout.MARGIN + 42, TEXT, 1.15,
                Palette.FAINT_INK);
        for (int i = 0; i < legend.size(); i++) {
            Entry entry = legend.get(i);
            double x = RollLayout.MARGIN + i % perLine() * (double) ENTRY_WIDTH;
            double y = RollLayout.MARGIN + 58 + i / perLine() * (double) LINE;
            g.setColor(entry.color());
            g.fill(new RoundRectangle2D.Double(x, y, 20, 11, 5, 5));
            StrokeFont.draw(g, StrokeFont.fit(entry.name(), TEXT, ENTRY_WIDTH - 36.0), x + 27, y + 10.5, TEXT, 1.2, Palette.INK);
        }
    }
}
