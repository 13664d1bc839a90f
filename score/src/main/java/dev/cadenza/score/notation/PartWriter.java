package dev.cadenza.score.notation;

import dev.cadenza.score.GraceNote;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Writes one part, bar by bar.
final class PartWriter {

    private final Xml xml;
    private final Grid grid;
    private final List<Measure> measures;
    private final Signs signs;
    private final RepeatWriter repeats;

    PartWriter(Xml xml, Grid grid, List<Measure> measures, Signs signs, RepeatWriter repeats) {
        this.repeats = repeats;
        this.xml = xml;
        this.grid = grid;
        this.measures = measures;
        this.signs = signs;
    }

    /// @param withSigns whether tempos, marks and chords stand above this part
    void write(String id, Part part, boolean withSigns) {
        PartNotes laid = PartNotes.of(part, grid, measures);
        List<Staff> staves = laid.staves();
        PartPage page = new PartPage(part, grid, laid.notes(), staves, measures);
        PartDirections directions = new PartDirections(xml, part, grid, measures);
        NoteWriter writer = new NoteWriter(xml, grid, id, part.instrument().drums(), staves.size() > 1, page);
        List<List<Integer>> cursors = new ArrayList<>();
        staves.forEach(staff -> cursors.add(new ArrayList<>(Collections.nCopies(staff.voices().size(), 0))));
        xml.open("part", "id", id);
        KeySignature key = signs.key(measures.getFirst());
        for (Measure measure : measures) {
            open(measure);
            KeySignature now = signs.key(measure);
            attributes(measure, now, !now.equals(key), staves);
            key = now;
            repeats.left(measure);
            if (withSigns) {
                signs.write(xml, measure);
            }
            directions.write(measure);
            boolean first = true;
            for (int s = 0; s < staves.size(); s++) {
                first = staff(staves.get(s), cursors.get(s), measure, page, writer, now.fifths(), first);
            }
            repeats.right(measure, measure.index() == measures.size() - 1);
            xml.close("measure");
        }
        xml.close("part");
    }

    private void open(Measure measure) {
        // An upbeat is no bar that musicians count.
        boolean upbeat = measures.size() > 1 && measures.getFirst().length() < grid.barUnits(measures.getFirst().meter())
                && measures.get(1).length() >= measures.getFirst().length();
        String number = String.valueOf(measure.index() + (upbeat ? 0 : 1));
        if (measure.length() < grid.barUnits(measure.meter())) {
            xml.open("measure", "number", number, "implicit", "yes");
        } else {
            xml.open("measure", "number", number);
        }
    }

    private void attributes(Measure measure, KeySignature key, boolean newKey, List<Staff> staves) {
        boolean first = measure.index() == 0;
        boolean newMeter = first || !sameMeter(measure, measures.get(measure.index() - 1));
        if (!first && !newKey && !newMeter) {
            return;
        }
        xml.open("attributes");
        if (first) {
            xml.text("divisions", grid.written(grid.divisions()));
        }
        if (first || newKey) {
            xml.open("key");
            xml.text("fifths", key.fifths());
            xml.text("mode", key.mode().name().toLowerCase(Locale.ROOT));
            xml.close("key");
        }
        if (newMeter) {
            xml.open("time");
            xml.text("beats", measure.meter().numerator());
            xml.text("beat-type", measure.meter().denominator());
            xml.close("time");
        }
        if (first) {
            if (staves.size() > 1) {
                xml.text("staves", staves.size());
            }
            staves.forEach(staff -> staff.clef().write(xml, staff.number(), staves.size() > 1));
        }
        xml.close("attributes");
    }

    private static boolean sameMeter(Measure one, Measure other) {
        return one.meter().numerator() == other.meter().numerator()
                && one.meter().denominator() == other.meter().denominator();
    }

    /// Writes the voices of a staff; the first voice always, the others where they have something to say.
    ///
    /// @param first whether nothing of the bar is written yet
    /// @return whether still nothing is
    private boolean staff(Staff staff, List<Integer> cursors, Measure measure, PartPage page, NoteWriter writer,
            int fifths, boolean first) {
        List<List<Piece>> voices = new ArrayList<>();
        for (int v = 0; v < staff.voices().size(); v++) {
            List<Chord> chords = sounding(staff.voices().get(v), cursors, v, measure);
            boolean graced = !page.graces(staff.numbers().get(v), measure.start(), limit(measure)).isEmpty();
            voices.add(chords.isEmpty() && v > 0 && !graced ? List.of() : BarFiller.fill(chords, grid, measure));
        }
        Accidentals accidentals = new Accidentals(voices, fifths);
        boolean nothingYet = first;
        int beat = Math.max(grid.divisions(), grid.beatUnits(measure.meter()));
        for (int v = 0; v < voices.size(); v++) {
            if (voices.get(v).isEmpty()) {
                continue;
            }
            if (!nothingYet) {
                xml.open("backup");
                xml.text("duration", grid.written(measure.length()));
                xml.close("backup");
            }
            nothingYet = false;
            writer.write(voices.get(v), Beams.of(voices.get(v), measure, beat), accidentals, staff, v);
            writer.graces(staff, v, voices.get(v).getLast().start() + 1, limit(measure));
        }
        return nothingYet;
    }

    /// What stands at the last bar line belongs to the last bar.
    private long limit(Measure measure) {
        return measure.index() == measures.size() - 1 ? Long.MAX_VALUE : measure.end();
    }

    private static List<Chord> sounding(List<Chord> voice, List<Integer> cursors, int v, Measure measure) {
        int from = cursors.get(v);
        while (from < voice.size() && voice.get(from).end() <= measure.start()) {
            from++;
        }
        cursors.set(v, from);
        int to = from;
        while (to < voice.size() && voice.get(to).start() < measure.end()) {
            to++;
        }
        return voice.subList(from, to);
    }

    /// The drums a part uses, in ascending order.
    static List<Integer> drums(Part part) {
        return Stream.concat(part.notes().stream().map(Note::pitch), part.notation().graces().stream().map(GraceNote::pitch))
                .map(pitch -> pitch.midi()).distinct().sorted().toList();
    }
}
