package dev.cadenza.score.musicxml;

/// Reads the bars of one part, one after the other.
final class PartReader {

    private static final int MAX_BAR_QUARTERS = 10_000;

    private final XmlCursor cursor;
    private final PartState state;
    private final WrittenPart part;
    private final AttributesElement attributes;
    private final DirectionElement directions;
    private final HarmonyElement harmonies;

    private double now;
    private double furthest;
    private double lastOnset;

    PartReader(XmlCursor cursor, PartHeader header, Findings findings, Budget budget) {
        this.cursor = cursor;
        state = new PartState(cursor, header, findings, budget);
        part = new WrittenPart(header);
        attributes = new AttributesElement(cursor, state, part);
        directions = new DirectionElement(cursor, state, part);
        harmonies = new HarmonyElement(cursor, state, part);
    }

    WrittenPart part() {
        return part;
    }

    /// Reads the bar that the cursor has just entered, and leaves it.
    void bar() {
        state.budget().take(cursor);
        now = 0;
        furthest = 0;
        lastOnset = 0;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "attributes" -> attributes.read(moment());
                case "note" -> note();
                case "backup" -> backup();
                case "forward" -> advance(duration());
                case "direction" -> directions.direction(moment());
                case "sound" -> directions.sound(moment());
                case "harmony" -> harmonies.read(moment());
                case "barline" -> barline();
                default -> cursor.skip();
            }
        }
        part.bars.add(new WrittenBar(furthest, state.meter()));
    }

    /// Adds empty bars, where a part is left out of some, until it has so many.
    void fill(int bars) {
        while (part.bars.size() < bars) {
            state.budget().take(cursor);
            part.bars.add(new WrittenBar(0, state.meter()));
        }
    }

    private Moment moment() {
        return new Moment(part.bars.size(), now);
    }

    private void advance(double quarters) {
        now += quarters;
        furthest = Math.max(furthest, now);
        if (now > MAX_BAR_QUARTERS) {
            throw cursor.refused("TOO_LONG", "a bar is longer than " + MAX_BAR_QUARTERS + " quarter notes");
        }
    }

    private void backup() {
        double back = duration();
        if (back > now + 1e-6) {
            state.found(Finding.BACKUP);
        }
        now = Math.max(0, now - back);
    }

    private double duration() {
        double quarters = 0;
        while (cursor.enter()) {
            if (cursor.name().equals("duration")) {
                quarters = state.quarters(cursor);
            } else {
                cursor.skip();
            }
        }
        return quarters;
    }

    private void note() {
        NoteElement note = new NoteElement(cursor, state);
        if (note.grace) {
            state.found(Finding.GRACE_NOTE);
            return;
        }
        Moment moment = new Moment(part.bars.size(), note.chord ? lastOnset : now);
        lastOnset = moment.quarters();
        if (!note.chord) {
            advance(note.quarters);
        }
        if (note.cue && !note.rest) {
            state.found(Finding.CUE_NOTE);
        }
        if (note.sounds()) {
            state.budget().take(cursor);
            boolean drum = note.unpitched || state.header().sound(note.instrument).drums();
            part.notes.add(new WrittenNote(moment, note.quarters, note.pitch.orElseThrow(), drum, note.voice, note.tieStop,
                    note.tieStart, note.instrument));
            note.syllables.forEach(syllable -> part.syllables.add(new Moment.At<>(moment, syllable)));
        } else if (!note.rest && !note.cue && (!note.pitched || note.quarters == 0)) {
            state.found(Finding.NO_PITCH);
        }
    }

    private void barline() {
        while (cursor.enter()) {
            boolean ending = cursor.name().equals("ending") && cursor.attribute("type").equals("start");
            if (cursor.name().equals("repeat") || ending) {
                state.found(Finding.REPEAT);
            }
            cursor.skip();
        }
    }
}
