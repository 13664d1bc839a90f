package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void showsShareAndTimeLeft() {
        assertEquals("composing [############............]  50 %  30 s left", ProgressLine.line("composing", 5, 10, 30));
        assertEquals("composing [........................]   0 %", ProgressLine.line("composing", 0, 10, Double.NaN));
    }

    @Test
    void timesReadAsAPersonSaysThem() {
        assertEquals("99 s", ProgressLine.duration(99));
        assertEquals("4 min", ProgressLine.duration(240));
        assertEquals("2 h 5 min", ProgressLine.duration(7500));
    }

    @Test
    void nothingIsDrawnWhereNoTerminalIs() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProgressLine line = new ProgressLine(new PrintStream(bytes), false);
        line.show("composing", 5, 10, 1);
        line.clear();
        assertEquals(0, bytes.size());
    }

    @Test
    void aClearedLineLeavesNothingBehind() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProgressLine line = new ProgressLine(new PrintStream(bytes), true);
        line.show("composing", 5, 10, 1);
        int drawn = bytes.size() - 1;
        line.clear();
        assertTrue(bytes.toString().endsWith("\r" + " ".repeat(drawn) + "\r"), bytes.toString());
    }
}
