package dev.cadenza.score.musicxml;

import dev.cadenza.score.Meter;
import dev.cadenza.score.musicxml.WrittenPart.StatedKey;
import java.util.Optional;

/// Reads `attributes` elements: divisions, key, metre, transposition.
final class AttributesElement {

    private static final int LARGEST_DIVISIONS = 1 << 24;

    private final XmlCursor cursor;
    private final PartState state;
    private final WrittenPart part;

    AttributesElement(XmlCursor cursor, PartState state, WrittenPart part) {
        this.cursor = cursor;
        this.state = state;
        this.part = part;
    }

    /// Reads the element that the cursor has just entered, and leaves it.
    void read(Moment moment) {
        Optional<StatedKey> written = Optional.empty();
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "divisions" -> divisions();
                case "key" -> written = key();
                case "time" -> time();
                case "transpose" -> transpose();
                case "measure-style" -> style();
                default -> cursor.skip();
            }
        }
        // The transposition stands behind the key that it is true of.
        written.ifPresent(key -> part.keys.add(new Moment.At<>(moment,
                new StatedKey(state.transposition().fifths(key.fifths()), key.mode()))));
    }

    private void divisions() {
        double divisions = cursor.number(1.0 / 64, LARGEST_DIVISIONS, 0);
        if (divisions == 0) {
            return;
        }
        state.divide(divisions);
        if (divisions == Math.rint(divisions)) {
            part.divisions.add((int) divisions);
        }
    }

    private Optional<StatedKey> key() {
        int fifths = 8;
        String mode = "";
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "fifths" -> fifths = (int) cursor.number(-100, 100, 100);
                case "mode" -> mode = cursor.text();
                default -> cursor.skip();
            }
        }
        if (Math.abs(fifths) > 7) {
            state.found(Finding.KEY_SIGNATURE);
            return Optional.empty();
        }
        state.budget().take(cursor);
        return Optional.of(new StatedKey(fifths, mode));
    }

    /// A metre may be a sum of several, each with beats that may be a sum.
    private void time() {
        int beats = 0;
        int unit = 1;
        int pending = 0;
        boolean possible = true;
        boolean measured = true;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "beats" -> pending = sum(cursor.text());
                case "beat-type" -> {
                    int next = (int) cursor.number(1, 1024, 0);
                    possible &= pending > 0 && next <= 128 && Integer.bitCount(next) == 1;
                    if (possible) {
                        int finer = Math.max(unit, next);
                        beats = beats * (finer / unit) + pending * (finer / next);
                        unit = finer;
                    }
                }
                case "senza-misura" -> {
                    measured = false;
                    cursor.skip();
                }
                default -> cursor.skip();
            }
        }
        if (!measured) {
            state.measure(Meter.common());
        } else if (possible && beats >= 1 && beats <= 255) {
            state.measure(new Meter(0, beats, unit));
        } else {
            state.found(Finding.TIME_SIGNATURE);
        }
    }

    private static int sum(String beats) {
        int sum = 0;
        for (String term : beats.split("\\+")) {
            String digits = term.strip();
            sum += digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
        }
        return Math.min(sum, 256);
    }

    private void transpose() {
        int letters = 0;
        boolean lettersStated = false;
        int semitones = 0;
        int octaves = 0;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "diatonic" -> {
                    letters = (int) cursor.number(-70, 70, 0);
                    lettersStated = true;
                }
                case "chromatic" -> semitones = (int) cursor.number(-120, 120, 0);
                case "octave-change" -> octaves = (int) cursor.number(-10, 10, 0);
                default -> cursor.skip();
            }
        }
        state.transpose(lettersStated ? new Transposition(letters, semitones, octaves)
                : Transposition.ofSemitones(semitones, octaves));
    }

    private void style() {
        while (cursor.enter()) {
            if (cursor.name().equals("measure-repeat") && cursor.attribute("type").equals("start")) {
                state.found(Finding.BAR_REPEAT);
            }
            cursor.skip();
        }
    }
}
