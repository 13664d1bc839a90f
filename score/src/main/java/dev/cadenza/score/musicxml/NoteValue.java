package dev.cadenza.score.musicxml;

import java.util.List;

/// The value that a note is written with: it tells the size of grace notes, and the length where a file does not state it.
final class NoteValue {

    private static final List<String> TYPES = List.of("whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th", "256th",
            "512th", "1024th");
    private static final int EIGHTH = 8;

    private int denominator;
    private int dots;
    private double actual = 1;
    private double normal = 1;

    /// Reads the `type`, `dot` or `time-modification` that the cursor has just entered, and leaves it.
    void read(XmlCursor cursor) {
        switch (cursor.name()) {
            case "type" -> {
                String type = cursor.text();
                denominator = TYPES.contains(type) ? 1 << TYPES.indexOf(type) : type.equals("breve") || type.equals("long") ? 1 : 0;
            }
            case "dot" -> {
                dots = Math.min(dots + 1, 4);
                cursor.skip();
            }
            default -> {
                while (cursor.enter()) {
                    switch (cursor.name()) {
                        case "actual-notes" -> actual = cursor.number(1, 1000, 1);
                        case "normal-notes" -> normal = cursor.number(1, 1000, 1);
                        default -> cursor.skip();
                    }
                }
            }
        }
    }

    /// 4 for a quarter; 8 where none is stated.
    int denominator() {
        return denominator == 0 ? EIGHTH : denominator;
    }

    /// How long a value of that name is, without dots; 0 for none.
    static double quarters(String type) {
        return TYPES.contains(type) ? 4.0 / (1 << TYPES.indexOf(type)) : type.equals("breve") ? 8 : 0;
    }

    /// 0 where no value is stated.
    double quarters() {
        return denominator == 0 ? 0 : 4.0 / denominator * (2 - 1.0 / (1 << dots)) * normal / actual;
    }
}
