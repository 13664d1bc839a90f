package dev.cadenza.score.musicxml;

import dev.cadenza.score.Mark;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.musicxml.WrittenMark.Maker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `direction` and `sound` elements: tempo, rehearsal marks, jumps, dynamics, hairpins, words, pedal.
final class DirectionElement {

    private static final WrittenMark.Whose NOBODY = new WrittenMark.Whose(1, 1);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,9})?");

    /// One end of a hairpin.
    private record Wedge(String number, String type) {
    }

    private final XmlCursor cursor;
    private final PartState state;
    private final WrittenPart part;
    private final Spans<Boolean> hairpins = new Spans<>();

    private double stated;
    private double drawn;
    private double offset;
    private String mark = "";
    private Jumps jumps = new Jumps();
    private List<Maker> makers = new ArrayList<>();
    private List<Wedge> wedges = new ArrayList<>();
    private List<Boolean> pedals = new ArrayList<>();

    DirectionElement(XmlCursor cursor, PartState state, WrittenPart part) {
        this.cursor = cursor;
        this.state = state;
        this.part = part;
    }

    /// Reads the `direction` that the cursor has just entered, and leaves it.
    void direction(Moment moment) {
        clear();
        double soundOffset = 0;
        double drawnOffset = 0;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "direction-type" -> type();
                case "offset" -> {
                    boolean sounds = cursor.attribute("sound").equals("yes");
                    drawnOffset = state.offsetQuarters(cursor);
                    soundOffset = sounds ? drawnOffset : 0;
                }
                case "sound" -> sound();
                default -> cursor.skip();
            }
        }
        offset += soundOffset;
        add(moment);
        addMarks(later(moment, drawnOffset));
    }

    /// Reads a `sound` that stands alone.
    void sound(Moment moment) {
        clear();
        sound();
        add(moment);
    }

    /// Adds what is known only when the part has ended.
    void finish() {
        for (Spans.Span<Boolean> hairpin : hairpins.spans()) {
            part.marks.add(new WrittenMark(hairpin.from(), hairpin.to(), NOBODY,
                    (tick, end, _) -> new Mark.Hairpin(tick, end, hairpin.what())));
        }
        for (int i = 0; i < hairpins.open(); i++) {
            state.found(Finding.SPAN_OPEN);
        }
    }

    private void clear() {
        stated = 0;
        drawn = 0;
        offset = 0;
        mark = "";
        jumps = new Jumps();
        makers = new ArrayList<>();
        wedges = new ArrayList<>();
        pedals = new ArrayList<>();
    }

    private static Moment later(Moment moment, double quarters) {
        return new Moment(moment.bar(), Math.max(0, moment.quarters() + quarters));
    }

    private void add(Moment moment) {
        if (!mark.isEmpty()) {
            state.budget().take(cursor);
            part.markers.add(new Moment.At<>(moment, mark));
        }
        state.budget().take(cursor);
        jumps.place(moment, state.barQuarters(), part.repeats);
        double tempo = stated > 0 ? stated : drawn;
        if (tempo > 0) {
            double micros = 60_000_000 / tempo;
            if (micros < 1 || micros > Tempo.MAX_MICROS) {
                state.found(Finding.TEMPO);
                return;
            }
            part.tempos.add(new Moment.At<>(later(moment, offset), Tempo.ofBpm(0, tempo)));
        }
    }

    private void addMarks(Moment moment) {
        for (Maker maker : makers) {
            state.budget().take(cursor);
            part.marks.add(new WrittenMark(moment, moment, NOBODY, maker));
        }
        for (Wedge wedge : wedges) {
            state.budget().take(cursor);
            if (wedge.type.equals("stop")) {
                hairpins.end(wedge.number, moment);
            } else {
                hairpins.begin(wedge.number, moment, wedge.type.equals("crescendo"));
            }
        }
        for (boolean down : pedals) {
            state.budget().take(cursor);
            part.pedals.add(new Moment.At<>(moment, down));
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
        jumps.sound(cursor);
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
                case "words" -> words(cursor.text());
                case "dynamics" -> dynamics();
                case "wedge" -> wedge();
                case "pedal" -> pedal();
                case "segno" -> sign(Kind.SEGNO);
                case "coda" -> sign(Kind.CODA);
                default -> cursor.skip();
            }
        }
    }

    private void sign(Kind kind) {
        jumps.sign(kind);
        cursor.skip();
    }

    private void words(String text) {
        if (!text.isEmpty() && !jumps.words(text)) {
            makers.add((tick, _, _) -> new Mark.Words(tick, text));
        }
    }

    /// Levels that a score does not know are kept as words.
    private void dynamics() {
        while (cursor.enter()) {
            String name = cursor.name();
            String text = cursor.text();
            SignNames.level(name).ifPresentOrElse(level -> makers.add((tick, _, _) -> new Mark.Dynamic(tick, level)),
                    () -> words(name.equals("other-dynamics") ? text : name));
        }
    }

    private void wedge() {
        String type = cursor.attribute("type");
        if (type.equals("crescendo") || type.equals("diminuendo") || type.equals("stop")) {
            wedges.add(new Wedge(cursor.attribute("number"), type));
        }
        cursor.skip();
    }

    private void pedal() {
        switch (cursor.attribute("type")) {
            case "start", "resume", "sostenuto" -> pedals.add(true);
            case "stop", "discontinue" -> pedals.add(false);
            case "change" -> pedals.addAll(List.of(false, true));
            default -> {
                // "continue" changes nothing.
            }
        }
        cursor.skip();
    }

    /// Only marks of the form "note = number" state a tempo; "note = note" tells how lengths change.
    private void metronome() {
        double unit = 0;
        double dotted = 0;
        double perMinute = 0;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "beat-unit" -> {
                    unit = NoteValue.quarters(cursor.text());
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
