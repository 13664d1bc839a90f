package dev.cadenza.score.musicxml;

import dev.cadenza.score.Tempo;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `direction` and `sound` elements: tempo, rehearsal marks, jumps.
final class DirectionElement {

    private static final Map<String, Double> UNITS = Map.of("whole", 4.0, "half", 2.0, "quarter", 1.0, "eighth", 0.5, "16th", 0.25,
            "32nd", 0.125);
    private static final Set<String> JUMPS = Set.of("dacapo", "dalsegno", "tocoda", "fine");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,9})?");

    private final XmlCursor cursor;
    private final PartState state;
    private final WrittenPart part;

    private double stated;
    private double drawn;
    private double offset;
    private String mark = "";

    DirectionElement(XmlCursor cursor, PartState state, WrittenPart part) {
        this.cursor = cursor;
        this.state = state;
        this.part = part;
    }

    /// Reads the `direction` that the cursor has just entered, and leaves it.
    void direction(Moment moment) {
        clear();
        double soundOffset = 0;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "direction-type" -> type();
                case "offset" -> {
                    boolean sounds = cursor.attribute("sound").equals("yes");
                    double quarters = state.offsetQuarters(cursor);
                    soundOffset = sounds ? quarters : 0;
                }
                case "sound" -> sound();
                default -> cursor.skip();
            }
        }
        offset += soundOffset;
        add(moment);
    }

    /// Reads a `sound` that stands alone.
    void sound(Moment moment) {
        clear();
        sound();
        add(moment);
    }

    private void clear() {
        stated = 0;
        drawn = 0;
        offset = 0;
        mark = "";
    }

    private void add(Moment moment) {
        if (!mark.isEmpty()) {
            state.budget().take(cursor);
            part.markers.add(new Moment.At<>(moment, mark));
        }
        double tempo = stated > 0 ? stated : drawn;
        if (tempo > 0) {
            double micros = 60_000_000 / tempo;
            if (micros < 1 || micros > Tempo.MAX_MICROS) {
                state.found(Finding.TEMPO);
                return;
            }
            state.budget().take(cursor);
            part.tempos.add(new Moment.At<>(new Moment(moment.bar(), Math.max(0, moment.quarters() + offset)), Tempo.ofBpm(0, tempo)));
        }
    }

    private void sound() {
        String tempo = cursor.attribute("tempo");
        if (!tempo.isEmpty()) {
            Matcher number = NUMBER.matcher(tempo.strip());
            stated = number.matches() ? Double.parseDouble(tempo.strip()) : 0;
            if (stated == 0) {
                state.found(Finding.TEMPO);
            }
        }
        if (JUMPS.stream().anyMatch(jump -> !cursor.attribute(jump).isEmpty())) {
            state.found(Finding.REPEAT);
        }
        while (cursor.enter()) {
            if (cursor.name().equals("offset")) {
                offset = state.offsetQuarters(cursor);
            } else {
                cursor.skip();
            }
        }
    }

    private void type() {
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "metronome" -> metronome();
                case "rehearsal" -> mark = cursor.text();
                default -> cursor.skip();
            }
        }
    }

    /// Only marks of the form "note = number" state a tempo; "note = note" tells how lengths change.
    private void metronome() {
        double unit = 0;
        double dotted = 0;
        double perMinute = 0;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "beat-unit" -> {
                    unit = UNITS.getOrDefault(cursor.text(), 0.0);
                    dotted = unit;
                }
                case "beat-unit-dot" -> {
                    dotted /= 2;
                    unit += dotted;
                    cursor.skip();
                }
                case "per-minute" -> {
                    Matcher number = NUMBER.matcher(cursor.text());
                    perMinute = number.find() ? Double.parseDouble(number.group()) : 0;
                }
                default -> cursor.skip();
            }
        }
        drawn = unit * perMinute;
    }
}
