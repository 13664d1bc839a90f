package dev.cadenza.render.picture;

import java.awt.Color;

/// The colours of the picture.
final class Palette {

    static final Color PAPER = new Color(0xFFFFFF);
    static final Color INK = new Color(0x1F2933);
    static final Color FAINT_INK = new Color(0x7B8794);
    static final Color ROW_WHITE = new Color(0xFBFBFD);
    static final Color ROW_BLACK = new Color(0xF1F3F7);
    static final Color OCTAVE_LINE = new Color(0xCBD2DB);
    static final Color BEAT_LINE = new Color(0xE3E7ED);
    static final Color BAR_LINE = new Color(0xA3AEBB);
    static final Color KEY_BLACK = new Color(0x3A4350);

    private static final Color[] PARTS = {new Color(0x2F6FDE), new Color(0xE8743B), new Color(0x2A9D5C),
        new Color(0x8E5BC9), new Color(0xD6455D), new Color(0x149DAF), new Color(0xC2930A), new Color(0xD257A4),
        new Color(0x8B6B4A), new Color(0x5B6B82), new Color(0x77A31C), new Color(0x3B4FA8)};

    private Palette() {
    }

    /// Colour of a part; repeats after the twelfth.
    static Color part(int index) {
        return PARTS[index % PARTS.length];
    }

    /// Soft notes are paler.
    static Color shade(Color color, int velocity) {
        double depth = 0.32 + 0.68 * velocity / 127;
        return mix(Color.WHITE, color, depth);
    }

    static Color darker(Color color) {
        return mix(Color.BLACK, color, 0.72);
    }

    private static Color mix(Color from, Color to, double share) {
        return new Color(between(from.getRed(), to.getRed(), share), between(from.getGreen(), to.getGreen(), share),
                between(from.getBlue(), to.getBlue(), share));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
