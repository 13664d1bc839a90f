package dev.cadenza.score.musicxml;

import dev.cadenza.score.Mark;
import java.util.HashMap;
import java.util.Map;

/// Reads the bars of one part, one after the other.
final class PartReader {

    private static final int MAX_BAR_QUARTERS = 10_000;
    private static final double NEGLIGIBLE = 1e-6;

    private record Sung(int staff, double end) {
    }

    private final XmlCursor cursor;
    private final PartState state;
    private final WrittenPart part;
    private final AttributesElement attributes;
    private final DirectionElement directions;
    private final HarmonyElement harmonies;
    private final BarlineElement barlines;
    private final Spans<WrittenMark.Whose> slurs = new Spans<>();
    private final Map<Integer, Sung> sung = new HashMap<>();

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
        barlines = new BarlineElement(cursor, state, part);
    }

    /// The part, once all its bars are read.
    WrittenPart part() {
        for (Spans.Span<WrittenMark.Whose> slur : slurs.spans()) {
            part.marks.add(new WrittenMark(slur.from(), slur.to(), slur.what(),
                    (tick, end, voice) -> new Mark.Slur(tick, voice, end)));
        }
        directions.finish();
        for (int i = 0; i < slurs.open(); i++) {
            state.found(Finding.SPAN_OPEN);
        }
        return part;
    }

    int bars() {
        return part.bars.size();
    }

    /// Reads the bar that the cursor has just entered, and leaves it.
    void bar() {
        state.budget().take(cursor);
        now = 0;
        furthest = 0;
        lastOnset = 0;
        sung.clear();
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "attributes" -> attributes.read(moment());
                case "note" -> note();
                case "backup" -> backup();
                case "forward" -> advance(duration());
                case "direction" -> directions.direction(moment());
                case "sound" -> directions.sound(moment());
                case "harmony" -> harmonies.read(moment());
                case "barline" -> barlines.read(moment());
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
        if (back > now + NEGLIGIBLE) {
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
            grace(note);
            return;
        }
        Moment moment = new Moment(part.bars.size(), note.chord ? lastOnset : now);
        lastOnset = moment.quarters();
        if (!note.chord) {
            advance(note.quarters);
        }
        if (note.cue && !note.rest) {
            state.found(Finding.CUE_NOTE);
            part.cues++;
        }
        if (note.sounds()) {
            state.budget().take(cursor);
            part.notes.add(note.written(moment));
            note.syllables.forEach(syllable -> part.syllables.add(new Moment.At<>(moment, syllable)));
            staves(note, moment);
        } else if (note.counts()) {
            part.leftOut++;
            if (!note.pitched || note.quarters == 0) {
                state.found(Finding.NO_PITCH);
            }
        }
        if (!note.cue) {
            signs(note, moment);
        }
    }

    private void grace(NoteElement note) {
        if (note.rest || note.pitch.isEmpty()) {
            return;
        }
        if (note.cue) {
            state.found(Finding.CUE_NOTE);
            part.cues++;
            return;
        }
        state.budget().take(cursor);
        part.graces.add(note.writtenGrace(moment()));
        slurs(note, moment());
    }

    /// Notices a voice that is on two staves at once.
    private void staves(NoteElement note, Moment moment) {
        Sung last = sung.get(note.voice);
        if (!note.chord && last != null && last.staff != note.staff && moment.quarters() < last.end - NEGLIGIBLE) {
            part.voicesOnTwoStaves.add(note.voice);
        }
        sung.put(note.voice, new Sung(note.staff, moment.quarters() + note.quarters));
    }

    private void signs(NoteElement note, Moment moment) {
        if (note.signs.isEmpty()) {
            return;
        }
        for (WrittenMark mark : note.signs.marks(moment, note.at())) {
            state.budget().take(cursor);
            part.marks.add(mark);
        }
        slurs(note, moment);
    }

    private void slurs(NoteElement note, Moment moment) {
        // One slur may end and the next begin at a note, in any order.
        for (boolean starts : new boolean[] {false, true}) {
            for (NoteSigns.SlurEnd end : note.signs.slurs) {
                if (end.starts() == starts) {
                    state.budget().take(cursor);
                    if (starts) {
                        slurs.begin(end.number(), moment, note.at());
                    } else {
                        slurs.end(end.number(), moment);
                    }
                }
            }
        }
    }
}
