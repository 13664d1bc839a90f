package dev.cadenza.score.notation;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Writes one part, bar by bar.
final class PartWriter {

    private final Xml xml;
    private final Grid grid;
    private final List<Measure> measures;
    private final Signs signs;

    PartWriter(Xml xml, Grid grid, List<Measure> measures, Signs signs) {
        this.xml = xml;
        this.grid = grid;
        this.measures = measures;
        this.signs = signs;
    }

    /// @param withSigns whether tempos, marks and chords stand above this part
    void write(String id, Part part, boolean withSigns) {
        Quantizer quantizer = new Quantizer(grid, measures);
        List<QuantizedNote> notes = quantizer.quantize(part);
        List<Staff> staves = Staff.of(part, notes);
        NoteWriter writer = new NoteWriter(xml, id, part.instrument().drums(), staves.size() > 1, lyrics(part, notes));
        List<List<Integer>> cursors = new ArrayList<>();
        staves.forEach(staff -> cursors.add(new ArrayList<>(Collections.nCopies(staff.voices().size(), 0))));
        xml.open("part", "id", id);
        KeySignature key = signs.key(measures.getFirst());
        for (Measure measure : measures) {
            open(measure);
            KeySignature now = signs.key(measure);
            attributes(measure, now, !now.equals(key), staves);
            key = now;
            if (withSigns) {
                signs.write(xml, measure);
            }
            boolean first = true;
            for (int s = 0; s < staves.size(); s++) {
                first = staff(staves.get(s), cursors.get(s), measure, quantizer, writer, now.fifths(), first);
            }
            if (measure.index() == measures.size() - 1) {
                xml.open("barline", "location", "right");
                xml.text("bar-style", "light-heavy");
                xml.close("barline");
            }
            xml.close("measure");
        }
        xml.close("part");
    }

    private void open(Measure measure) {
        String number = String.valueOf(measure.index() + 1);
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
            xml.text("divisions", grid.divisions());
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
    private boolean staff(Staff staff, List<Integer> cursors, Measure measure, Quantizer quantizer, NoteWriter writer,
            int fifths, boolean first) {
        List<List<Piece>> voices = new ArrayList<>();
        for (int v = 0; v < staff.voices().size(); v++) {
            List<Chord> chords = sounding(staff.voices().get(v), cursors, v, measure);
            voices.add(chords.isEmpty() && v > 0 ? List.of() : BarFiller.fill(chords, grid, quantizer::cell, measure));
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
                xml.text("duration", measure.length());
                xml.close("backup");
            }
            nothingYet = false;
            writer.write(voices.get(v), Beams.of(voices.get(v), measure, beat), accidentals, staff, v);
        }
        return nothingYet;
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

    /// Syllables at the written start of the note that begins with them, or soon after.
    private Map<Long, String> lyrics(Part part, List<QuantizedNote> notes) {
        TreeMap<Long, Long> starts = new TreeMap<>();
        notes.forEach(note -> starts.put(note.note().onset(), note.start()));
        Map<Long, String> lyrics = new HashMap<>();
        for (Lyric lyric : part.lyrics()) {
            Map.Entry<Long, Long> note = starts.ceilingEntry(lyric.tick());
            if (note != null && note.getKey() - lyric.tick() <= grid.resolution() / 4) {
                lyrics.merge(note.getValue(), lyric.text(), (one, other) -> one + other);
            }
        }
        return lyrics;
    }

    /// The drums a part uses, in ascending order.
    static List<Integer> drums(Part part) {
        return part.notes().stream().map(Note::pitch).map(pitch -> pitch.midi()).distinct().sorted().toList();
    }
}
