package dev.cadenza.render.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PianoRollPictureTest {

    @TempDir
    Path folder;

    private static Score song(int bars, String title) {
        List<Note> melody = new ArrayList<>();
        List<Note> bass = new ArrayList<>();
        List<Note> drums = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            melody.add(new Note(1920L * bar, 960, Pitch.of(67), 127));
            melody.add(new Note(1920L * bar + 960, 960, Pitch.of(72), 20));
            bass.add(new Note(1920L * bar, 1920, Pitch.of(43), 100));
            drums.add(new Note(1920L * bar, 100, Pitch.of(36), 100));
        }
        return new Score(480, List.of(), List.of(Meter.common()), List.of(new KeySignature(0, -3, Mode.MINOR)), List.of(),
                List.of(), List.of(new Part("Melody", Instrument.PIANO, melody), new Part("Bass", Instrument.PIANO, bass),
                        new Part("Kit", Instrument.DRUM_KIT, drums)), Metadata.titled(title));
    }

    private static long count(BufferedImage image, Color color) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == (color.getRGB() & 0xFFFFFF) ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void thePngDecodesAndHasTheColoursOfItsParts() throws IOException {
        Path file = folder.resolve("roll.png");
        PianoRollPicture.write(song(8, "A song"), file);
        BufferedImage image = ImageIO.read(file.toFile());
        RollLayout layout = RollLayout.of(song(8, "A song"), Header.of(song(8, "A song")).height());
        assertEquals(layout.width(), image.getWidth());
        assertEquals(layout.height(), image.getHeight());
        // Velocity 127 shows the colour itself, 20 a paler one; 8 half notes of about 88 by 7 pixels each.
        assertTrue(count(image, Palette.part(0)) > 8 * 400);
        assertTrue(count(image, Palette.shade(Palette.part(0), 20)) > 8 * 400);
        assertTrue(count(image, Palette.shade(Palette.part(1), 100)) > 8 * 800);
        assertTrue(count(image, Palette.shade(Palette.part(2), 100)) > 8 * 30);
    }

    @Test
    void aNoteLiesWhereItsTimeAndPitchSay() {
        Score score = song(4, "");
        RollLayout layout = RollLayout.of(score, Header.of(score).height());
        BufferedImage image = PianoRollPicture.draw(score);
        int x = (int) (layout.left() + (1920 + 480) * layout.pixelsPerTick());
        int y = layout.top(0) + (layout.highest() - 67) * RollLayout.ROW + RollLayout.ROW / 2;
        assertEquals(Palette.part(0).getRGB(), image.getRGB(x, y));
    }

    @Test
    void picturesRepeatAndLongOnesWrap() throws IOException {
        assertArrayEquals(PianoRollPicture.png(song(20, "T")), PianoRollPicture.png(song(20, "T")));
        BufferedImage shorter = PianoRollPicture.draw(song(8, "T"));
        BufferedImage longer = PianoRollPicture.draw(song(40, "T"));
        assertTrue(longer.getHeight() > 3 * (shorter.getHeight() - 150));
        assertEquals(shorter.getWidth(), longer.getWidth());
        assertTrue(Files.notExists(folder.resolve("T")));
    }

    @Test
    void endlessWideAndEmptyScoresStayWithinTheLimits() {
        Note far = new Note(Long.MAX_VALUE / 4, 10, Pitch.of(127), 1);
        Score endless = song(1, "x".repeat(5_000)).withParts(List.of(
                new Part("", Instrument.PIANO, List.of(new Note(0, 1, Pitch.of(0), 1), far))));
        assertWithinLimits(PianoRollPicture.draw(endless));
        assertFalse(RollLayout.of(endless, 100).complete());
        Score wide = new Score(1, List.of(), List.of(new Meter(0, 255, 1)), List.of(), List.of(), List.of(),
                song(30, "").parts(), Metadata.NONE);
        assertWithinLimits(PianoRollPicture.draw(wide));
        assertWithinLimits(PianoRollPicture.draw(song(0, "Nothing")));
        assertWithinLimits(PianoRollPicture.draw(song(0, "").withParts(List.of())));
        assertWithinLimits(PianoRollPicture.draw(song(5_000, "Long")));
    }

    private static void assertWithinLimits(BufferedImage image) {
        assertTrue(image.getWidth() >= 720 && image.getWidth() <= 1_602, "width " + image.getWidth());
        assertTrue(image.getHeight() >= 100 && image.getHeight() <= 12_030, "height " + image.getHeight());
    }

    @Test
    void everyPrintableCharacterHasAGlyphOfItsOwnWidth() {
        double narrow = StrokeFont.width("i", 16);
        double wide = StrokeFont.width("M", 16);
        assertTrue(narrow < wide);
        assertEquals(StrokeFont.width("Cafe - A'b", 10), StrokeFont.width("Caf\u00e9 \u2013 \u00c0\u2019b", 10), 1e-9);
        assertTrue(StrokeFont.width(StrokeFont.fit("a long name of a part", 10, 60), 10) <= 60);
        assertEquals("short", StrokeFont.fit("short", 10, 600));
    }
}
