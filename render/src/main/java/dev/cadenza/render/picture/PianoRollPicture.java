package dev.cadenza.render.picture;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.Score;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A piano roll: time to the right, pitch upwards, a colour a part, paler where softer. Long pieces wrap into systems of
/// whole bars; each shows its bar numbers and a keyboard. Drums have rows of their own with their names.
///
/// At most 1,600 by 12,000 pixels: longer pieces are drawn smaller, then cut, which a line at the foot says. Needs
/// neither a screen nor an installed font; equal scores give equal pixels.
public final class PianoRollPicture {

    private PianoRollPicture() {
    }

    /// The picture.
    public static BufferedImage draw(Score score) {
        Header header = Header.of(score);
        RollLayout layout = RollLayout.of(score, header.height());
        BufferedImage image = new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Palette.PAPER);
        g.fillRect(0, 0, layout.width(), layout.height());
        header.draw(g, layout.width());
        new RollPainter(g, score, layout).paint();
        g.dispose();
        return image;
    }

    /// The picture as a PNG file's content.
    public static byte[] png(Score score) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try {
            // A cache on disk would need a folder for temporary files.
            ImageIO.setUseCache(false);
            ImageIO.write(draw(score), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return out.toByteArray();
    }

    /// Writes the picture as PNG to `file`, replacing what was there.
    ///
    /// @throws dev.cadenza.score.CadenzaException.OutputException where `file` cannot be written
    public static void write(Score score, Path file) {
        AtomicFiles.write(file, png(score));
    }
}
