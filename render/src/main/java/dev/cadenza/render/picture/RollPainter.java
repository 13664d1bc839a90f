package dev.cadenza.render.picture;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Draws the systems: rows, lines, keyboards, numbers, notes.
final class RollPainter {

    private static final double NUMBER = 8.5;
    private static final double LABEL = 7.5;

    private final Graphics2D g;
    private final Score score;
    private final RollLayout layout;

    RollPainter(Graphics2D g, Score score, RollLayout layout) {
        this.g = g;
        this.score = score;
        this.layout = layout;
    }

    void paint() {
        int number = 1;
        for (int system = 0; system < layout.systems().size(); system++) {
            List<Bars.Bar> bars = layout.systems().get(system);
            rows(system, bars);
            drumRows(system, bars);
            lines(system, bars, number);
            keyboard(system);
            notes(system, bars);
            number += bars.size();
        }
        if (!layout.complete()) {
            StrokeFont.draw(g, "Bars 1 to " + (number - 1) + "; the piece goes on.", layout.left(),
                    layout.height() - RollLayout.MARGIN / 2.0, 10, 1.2, Palette.FAINT_INK);
        }
    }

    private static boolean black(int pitch) {
        int c = pitch % 12;
        return c == 1 || c == 3 || c == 6 || c == 8 || c == 10;
    }

    private double x(List<Bars.Bar> bars, double tick) {
        return layout.left() + (tick - bars.getFirst().start()) * layout.pixelsPerTick();
    }

    private double y(int system, int pitch) {
        return layout.top(system) + (layout.highest() - pitch) * (double) RollLayout.ROW;
    }

    private double drumY(int system, int index) {
        return layout.top(system) + layout.drumTop() + index * (double) RollLayout.DRUM_ROW;
    }

    private double width(List<Bars.Bar> bars) {
        return (bars.getLast().end() - bars.getFirst().start()) * layout.pixelsPerTick();
    }

    private void rows(int system, List<Bars.Bar> bars) {
        for (int pitch = layout.lowest(); pitch <= layout.highest(); pitch++) {
            g.setColor(black(pitch) ? Palette.ROW_BLACK : Palette.ROW_WHITE);
            g.fill(new Rectangle2D.Double(layout.left(), y(system, pitch), width(bars), RollLayout.ROW));
        }
        g.setStroke(new BasicStroke(1));
        for (int pitch = layout.lowest(); pitch <= layout.highest(); pitch++) {
            if (pitch % 12 == 0 || pitch % 12 == 5) {
                g.setColor(pitch % 12 == 0 ? Palette.OCTAVE_LINE : Palette.BEAT_LINE);
                double bottom = Math.round(y(system, pitch) + RollLayout.ROW) - 0.5;
                g.draw(new Line2D.Double(layout.left(), bottom, layout.left() + width(bars), bottom));
            }
        }
    }

    private void drumRows(int system, List<Bars.Bar> bars) {
        for (int i = 0; i < layout.drums().size(); i++) {
            double top = drumY(system, i);
            g.setColor(i % 2 == 0 ? Palette.ROW_WHITE : Palette.ROW_BLACK);
            g.fill(new Rectangle2D.Double(layout.left(), top, width(bars), RollLayout.DRUM_ROW));
            String name = DrumNames.of(layout.drums().get(i));
            double x = layout.left() - 6 - StrokeFont.width(name, LABEL);
            StrokeFont.draw(g, name, x, top + 10.5, LABEL, 1, Palette.FAINT_INK);
        }
    }

    private void lines(int system, List<Bars.Bar> bars, int firstNumber) {
        double top = layout.top(system);
        double bottom = top + layout.drumTop() + layout.drumHeight();
        g.setStroke(new BasicStroke(1));
        boolean crowded = width(bars) / bars.size() < 26;
        for (int i = 0; i < bars.size(); i++) {
            Bars.Bar bar = bars.get(i);
            if (bar.beatTicks() * layout.pixelsPerTick() > 4) {
                g.setColor(Palette.BEAT_LINE);
                for (double beat = bar.start() + bar.beatTicks(); beat < bar.end() - 0.5; beat += bar.beatTicks()) {
                    vertical(x(bars, beat), top - 3, bottom);
                }
            }
            g.setColor(Palette.BAR_LINE);
            vertical(x(bars, bar.start()), top - 9, bottom);
            if (!crowded || i % 4 == 0) {
                StrokeFont.draw(g, String.valueOf(firstNumber + i), x(bars, bar.start()) + 4, top - 5, NUMBER,
                        i == 0 ? 1.3 : 1.05, i == 0 ? Palette.INK : Palette.FAINT_INK);
            }
        }
        g.setColor(Palette.BAR_LINE);
        vertical(x(bars, bars.getLast().end()), top - 9, bottom);
    }

    private void vertical(double x, double top, double bottom) {
        double sharp = Math.floor(x) + 0.5;
        g.draw(new Line2D.Double(sharp, top, sharp, bottom));
    }

    private void keyboard(int system) {
        if (layout.rollHeight() == 0) {
            return;
        }
        double left = layout.left() - 36.0;
        double top = layout.top(system);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(left, top, 36, layout.rollHeight()));
        for (int pitch = layout.lowest(); pitch <= layout.highest(); pitch++) {
            double y = y(system, pitch);
            if (black(pitch)) {
                g.setColor(Palette.KEY_BLACK);
                g.fill(new RoundRectangle2D.Double(left, y + 0.5, 22, RollLayout.ROW - 1.0, 3, 3));
                g.setColor(Palette.BEAT_LINE);
                double middle = Math.floor(y + RollLayout.ROW / 2.0) + 0.5;
                g.draw(new Line2D.Double(left + 22, middle, left + 36, middle));
            } else if (pitch % 12 == 0 || pitch % 12 == 5) {
                g.setColor(Palette.OCTAVE_LINE);
                double bottom = Math.floor(y + RollLayout.ROW) - 0.5;
                g.draw(new Line2D.Double(left, bottom, left + 36, bottom));
            }
            if (pitch % 12 == 0) {
                String name = "C" + (pitch / 12 - 1);
                StrokeFont.draw(g, name, left - 5 - StrokeFont.width(name, LABEL), y + RollLayout.ROW - 0.8, LABEL, 1.1,
                        Palette.INK);
            }
        }
        g.setColor(Palette.BAR_LINE);
        g.draw(new Rectangle2D.Double(left + 0.5, top - 0.5, 36, layout.rollHeight()));
    }

    /// Long notes first, so that short ones lie upon them; where parts meet in one note, the later takes its lower half.
    private void notes(int system, List<Bars.Bar> bars) {
        long from = bars.getFirst().start();
        long to = bars.getLast().end();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < score.parts().size(); i++) {
            Part part = score.parts().get(i);
            for (Note note : part.notes()) {
                boolean here = note.onset() < to && (note.onset() >= from || note.end() > from && !part.instrument().drums());
                if (here) {
                    marks.add(new Mark(note, i));
                }
            }
        }
        marks.sort(Comparator.comparingLong(Mark::duration).reversed().thenComparingInt(Mark::part));
        Set<Beginning> begun = new HashSet<>();
        for (Mark mark : marks) {
            Note note = mark.note();
            if (score.parts().get(mark.part()).instrument().drums()) {
                stroke(system, bars, note, Palette.part(mark.part()));
            } else {
                boolean meets = !begun.add(new Beginning(note.onset(), note.pitch().midi()));
                note(system, bars, note, Palette.part(mark.part()), meets);
            }
        }
    }

    private record Mark(Note note, int part) {
        long duration() {
            return note.duration();
        }
    }

    private record Beginning(long onset, int pitch) {
    }

    private void note(int system, List<Bars.Bar> bars, Note note, Color color, boolean lowerHalf) {
        double left = Math.max(layout.left(), x(bars, note.onset()) + 0.5);
        double right = Math.min(x(bars, bars.getLast().end()), x(bars, note.end()));
        double top = y(system, note.pitch().midi()) + 0.75;
        double height = RollLayout.ROW - 1.5;
        box(left, lowerHalf ? top + height / 2 : top, Math.max(2.5, right - left - 0.75), lowerHalf ? height / 2 : height,
                note.velocity(), color);
    }

    private void box(double left, double top, double width, double height, int velocity, Color color) {
        double arc = Math.min(5, width);
        RoundRectangle2D shape = new RoundRectangle2D.Double(left, top, width, height, arc, arc);
        g.setColor(Palette.shade(color, velocity));
        g.fill(shape);
        if (width > 4) {
            g.setStroke(new BasicStroke(0.9f));
            g.setColor(Palette.darker(color));
            g.draw(shape);
        }
    }

    /// Drums have no length: a stroke as wide as a sixteenth.
    private void stroke(int system, List<Bars.Bar> bars, Note note, Color color) {
        int row = layout.drums().indexOf(note.pitch().midi());
        double width = Math.clamp(score.resolution() / 4.0 * layout.pixelsPerTick() - 1, 3, 10);
        box(x(bars, note.onset()) + 1, drumY(system, row) + 2, width, RollLayout.DRUM_ROW - 4.0, note.velocity(), color);
    }
}
