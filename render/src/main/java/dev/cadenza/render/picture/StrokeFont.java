package dev.cadenza.render.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// A small typeface of lines and curves, so that pictures need no installed font and are equal on every machine.
///
/// Accented letters lose their accents; what is not known becomes a box.
final class StrokeFont {

    /// Height of a capital on the grid the glyphs are drawn on.
    private static final int CAPITAL = 16;
    private static final int GAP = 4;
    private static final int SPACE = 6;

    /// A glyph a line: the character, its width, and its path. M moves, L draws a line, Q a curve around one point; each
    /// coordinate is one digit in base 36. Capitals reach from 0 to g, small letters from 6, tails to l.
    private static final String GLYPHS = """
            AcM0gL60LcgM2aLaa
            BaM0gL00L50Q9094Q9858L08M58Qa8acQag5gL0g
            CcMc4Qb060Q0008Q0g6gQbgcc
            DbM0gL00L50Qb0b8Qbg5gL0g
            E9M90L00L0gL9gM08L78
            F9M0gL00L90M08L78
            GcMc4Qb060Q0008Q0g6gQcgccLc9L79
            HbM00L0gMb0LbgM08Lb8
            I0M00L0g
            J7M70L7bQ7g3gQ0g0c
            KaM00L0gMa0L0aM47Lag
            L9M00L0gL9g
            McM0gL00L6aLc0Lcg
            NbM0gL00LbgLb0
            OcM60Q0008Q0g6gQcgc8Qc060
            PaM0gL00L60Qa0a4Qa868L08
            QcM60Q0008Q0g6gQcgc8Qc060M7bLdh
            RaM0gL00L60Qa0a4Qa868L08M58Lag
            SaMa3Qa050Q0004Q0758Qa9acQag5gQ0g0d
            TcM00Lc0M60L6g
            UbM00L0aQ0g5gQbgbaLb0
            VcM00L6gLc0
            WgM00L4gL83LcgLg0
            XbM00LbgMb0L0g
            YcM00L68L6gMc0L68
            ZbM00Lb0L0gLbg
            a8M86L8gM8bQ8646Q060bQ0g4gQ8g8b
            b8M00L0gM0bQ0646Q868bQ8g4gQ0g0b
            c7M78Q6646Q060bQ0g4gQ6g7e
            d8M80L8gM8bQ8646Q060bQ0g4gQ8g8b
            e8M0bL8bQ8646Q060bQ0g4gQ7g8e
            f5M50Q2024L2gM06L56
            g8M86L8hQ8l4lQ1l0jM8bQ8646Q060bQ0g4gQ8g8b
            h7M00L0gM0bQ0646Q767aL7g
            i0M06L0gM01L02
            j3M36L3iQ3l0lM31L32
            k7M00L0gM76L0cM3aL7g
            l0M00L0g
            mcM06L0gM0aQ0636Q666aL6gM6aQ6696Qc6caLcg
            n7M06L0gM0bQ0646Q767aL7g
            o8M46Q060bQ0g4gQ8g8bQ8646
            p8M06L0lM0bQ0646Q868bQ8g4gQ0g0b
            q8M86L8lM8bQ8646Q060bQ0g4gQ8g8b
            r5M06L0gM0bQ0656
            s6M67Q6636Q0608Q0b3bQ6b6dQ6g3gQ0g0f
            t5M21L2dQ2g5gM06L56
            u7M06L0cQ0g3gQ7g7bM76L7g
            v8M06L4gL86
            wcM06L3gL66L9gLc6
            x7M06L7gM76L0g
            y8M06L4gM86L3iQ2l0l
            z7M06L76L0gL7g
            08M40Q0008Q0g4gQ8g88Q8040
            18M13L40L4g
            28M04Q0040Q8084Q8759L0gL8g
            38M03Q0040Q8084Q8838M38Q888cQ8g4gQ0g0d
            48M6gL60L0bL8b
            58M80L10L07Q0646Q868bQ8g4gQ0g0d
            68M73Q6040Q0008L0bQ0g4gQ8g8bQ8747Q070b
            78M00L80L3g
            88M48Q0804Q0040Q8084Q8848Q080cQ0g4gQ8g8cQ8848
            98M1dQ2g4gQ8g88L85Q8040Q0005Q0949Q8985
            .0M0fL0g
            ,1M1fL0j
            :0M07L08M0fL0g
            ;1M17L18M1fL0j
            -5M0aL5a
            _8M0iL8i
            (3M30Q0308Q0d3g
            )3M00Q3338Q3d0g
            [3M30L00L0gL3g
            ]3M00L30L3gL0g
            /8M80L0g
            |0M00L0g
            '0M00L04
            "3M00L04M30L34
            !0M00L0bM0fL0g
            ?8M03Q0040Q8084Q8749L4bM4fL4g
            +8M46L4eM0aL8a
            =8M08L88M0cL8c
            <8M86L0aL8e
            >8M06L8aL0e
            *8M42L4aM04L88M84L08
            #bM40L2gM90L7gM15Lb5M0bLab
            &bMbgL26Q1050Q9048L1aQ0g5gQ9gbb
            %aMa0L0gM00L20L22L02L00M8eLaeLagL8gL8e
            ~9M0bQ2849Q6c99
            \u266f8M30L3gM70L7gM15L93M0dL9b
            \u266d6M00L0gQ9a49Q270b
            \u00b70M09L0a
            """;

    private record Glyph(int width, Path2D path) {
    }

    private static final Map<Integer, Glyph> TABLE = new HashMap<>();
    private static final Glyph BOX = glyph("8M02L82L8gL0gL02");

    static {
        GLYPHS.lines().forEach(line -> TABLE.put(line.codePointAt(0), glyph(line.substring(1))));
        TABLE.put((int) ' ', new Glyph(SPACE - GAP, new Path2D.Double()));
    }

    private StrokeFont() {
    }

    private static Glyph glyph(String text) {
        Path2D path = new Path2D.Double();
        for (int i = 1; i < text.length();) {
            char command = text.charAt(i);
            switch (command) {
                case 'M' -> path.moveTo(digit(text, i + 1), digit(text, i + 2));
                case 'L' -> path.lineTo(digit(text, i + 1), digit(text, i + 2));
                case 'Q' -> path.quadTo(digit(text, i + 1), digit(text, i + 2), digit(text, i + 3), digit(text, i + 4));
                default -> throw new IllegalStateException("glyph " + text + " has an unknown command at " + i);
            }
            i += command == 'Q' ? 5 : 3;
        }
        return new Glyph(digit(text, 0), path);
    }

    private static int digit(String text, int at) {
        return Character.digit(text.charAt(at), 36);
    }

    private static int[] characters(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('\u2019', '\'')
                .replaceAll("[\u2010-\u2015\u2212]", "-").replaceAll("\\s", " ");
        return plain.codePoints().toArray();
    }

    /// Width of a text in pixels.
    ///
    /// @param capital height of a capital in pixels
    static double width(String text, double capital) {
        int units = 0;
        for (int c : characters(text)) {
            units += TABLE.getOrDefault(c, BOX).width() + GAP;
        }
        return Math.max(0, units - GAP) * capital / CAPITAL;
    }

    /// The text, cut with dots where it is wider than `room` pixels.
    static String fit(String text, double capital, double room) {
        if (width(text, capital) <= room) {
            return text;
        }
        // A text wider than the picture is cut before it is measured: titles can have any length.
        int end = Math.min(text.length(), 400);
        while (end > 0 && width(text.substring(0, end) + "...", capital) > room) {
            end--;
        }
        return text.substring(0, end) + "...";
    }

    /// Draws a text that begins at `x` and stands on `baseline`.
    ///
    /// @param capital height of a capital in pixels
    /// @param weight thickness of the lines in pixels
    static void draw(Graphics2D g, String text, double x, double baseline, double capital, double weight, Color color) {
        Graphics2D pen = (Graphics2D) g.create();
        double scale = capital / CAPITAL;
        pen.setColor(color);
        pen.setStroke(new BasicStroke((float) (weight / scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.translate(x, baseline - capital);
        pen.scale(scale, scale);
        for (int c : characters(text)) {
            Glyph glyph = TABLE.getOrDefault(c, BOX);
            pen.draw(glyph.path());
            pen.translate(glyph.width() + GAP, 0);
        }
        pen.dispose();
    }
}
