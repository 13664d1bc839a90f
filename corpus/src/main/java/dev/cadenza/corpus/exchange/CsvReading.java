package dev.cadenza.corpus.exchange;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines of a table of notes.
final class CsvReading {

    private static final int MAX_NOTES = 2_000_000;
    private static final int MAX_PARTS = 10_000;

    /// Where the table counts in quarters alone: 2^6 * 9 * 5 * 7, so that tuplets of all usual kinds fall on ticks.
    private static final int USUAL_RESOLUTION = 20_160;

    private static final Pattern NAME = Pattern.compile("([A-Ga-g])(#{0,2}|b{0,2})(-?[0-9]{1,2})");

    private final CsvLines lines;
    private final Map<String, Integer> columns = new HashMap<>();
    private final boolean inTicks;
    private final Map<String, Building> parts = new LinkedHashMap<>();
    private int resolution;
    private int notes;

    CsvReading(CsvLines lines, List<String> head) {
        this.lines = lines;
        for (int i = 0; i < head.size(); i++) {
            if (CsvNotes.COLUMNS.contains(head.get(i)) && columns.put(head.get(i), i) != null) {
                throw lines.refused("TWICE", "there are two columns \"" + head.get(i) + "\".");
            }
        }
        inTicks = columns.containsKey("onset_ticks");
        if (!columns.containsKey("pitch") && !columns.containsKey("name")) {
            throw lines.refused("NO_HEADER", "the first line names no column \"pitch\" or \"name\".");
        }
        for (String wanted : inTicks ? List.of("duration_ticks", "ticks_per_quarter") : List.of("onset_quarters", "duration_quarters")) {
            if (!columns.containsKey(wanted)) {
                throw lines.refused("NO_HEADER", "the first line names no column \"" + wanted + "\".");
            }
        }
        resolution = inTicks ? 0 : USUAL_RESOLUTION;
    }

    /// A note with its voice; 0 for none.
    private record Voiced(Note note, int voice) {
    }

    /// The notes of a part, so far.
    private static final class Building {

        private final String name;
        private final Instrument instrument;
        private final List<Voiced> notes = new ArrayList<>();

        Building(String name, Instrument instrument) {
            this.name = name;
            this.instrument = instrument;
        }

        Part part() {
            notes.sort(Comparator.comparing(Voiced::note, Note.ORDER));
            boolean voices = notes.stream().allMatch(voiced -> voiced.voice > 0);
            return new Part(name, instrument, notes.stream().map(Voiced::note).toList(), List.of(), List.of(),
                    Notation.ofVoices(voices ? notes.stream().map(Voiced::voice).toList() : List.of()));
        }
    }

    Score score() {
        for (List<String> fields = lines.next(); !fields.isEmpty(); fields = lines.next()) {
            if (fields.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (++notes > MAX_NOTES) {
                throw lines.refused("TOO_LARGE", "the table has more than " + MAX_NOTES + " notes.");
            }
            note(fields);
        }
        return new Score(Math.max(1, resolution), List.of(), List.of(), List.of(), List.of(), List.of(),
                parts.values().stream().map(Building::part).toList(), Metadata.NONE);
    }

    private void note(List<String> fields) {
        if (inTicks) {
            int stated = (int) whole(fields, "ticks_per_quarter", 1, 32767, Optional.empty());
            if (resolution != 0 && stated != resolution) {
                throw lines.refused("TWO_RESOLUTIONS", "here are " + stated + " ticks a quarter, before there were " + resolution + ".");
            }
            resolution = stated;
        }
        long onset = inTicks ? whole(fields, "onset_ticks", 0, JsonIn.LARGEST, Optional.empty()) : ticks(fields, "onset_quarters");
        long duration = inTicks ? whole(fields, "duration_ticks", 0, JsonIn.LARGEST, Optional.empty()) : ticks(fields, "duration_quarters");
        Note note = new Note(onset, duration, pitch(fields), (int) whole(fields, "velocity", 1, 127, Optional.of(RollGrid.VELOCITY)));
        part(fields).notes.add(new Voiced(note, (int) whole(fields, "voice", 1, 1_000_000, Optional.of(0))));
    }

    private Building part(List<String> fields) {
        String name = Text.wellFormed(CsvNotes.plain(field(fields, "part_name")));
        String number = field(fields, "part").strip();
        Instrument instrument = new Instrument((int) whole(fields, "program", 0, 127, Optional.of(0)),
                whole(fields, "drums", 0, 1, Optional.of(0)) == 1);
        Building part = parts.computeIfAbsent(number.isEmpty() ? name : number, _ -> new Building(name, instrument));
        if (parts.size() > MAX_PARTS) {
            throw lines.refused("TOO_LARGE", "the table has more than " + MAX_PARTS + " parts.");
        }
        if (!part.name.equals(name) || !part.instrument.equals(instrument)) {
            throw lines.refused("TWO_PARTS", "part " + (number.isEmpty() ? name : number).replaceAll("\\p{Cntrl}", "?")
                    + " had another name or instrument before.");
        }
        return part;
    }

    private Pitch pitch(List<String> fields) {
        Matcher name = NAME.matcher(field(fields, "name").strip());
        boolean numbered = !field(fields, "pitch").isBlank();
        if (!name.matches()) {
            if (numbered && field(fields, "name").isBlank()) {
                return Pitch.of((int) whole(fields, "pitch", 0, 127, Optional.empty()));
            }
            throw lines.refused("BAD_PITCH", "there is no pitch of that name; pitches are called C4, F#5 or Bb2.");
        }
        Letter letter = Letter.valueOf(name.group(1).toUpperCase(Locale.ROOT));
        int alter = name.group(2).startsWith("b") ? -name.group(2).length() : name.group(2).length();
        int midi = (Integer.parseInt(name.group(3)) + 1) * 12 + letter.semitones() + alter;
        if (numbered && whole(fields, "pitch", 0, 127, Optional.empty()) != midi || midi < 0 || midi > 127) {
            throw lines.refused("BAD_PITCH", name.group() + " is MIDI pitch " + midi + ", which is not what the column \"pitch\" says"
                    + " or not between 0 and 127.");
        }
        return new Pitch(midi, new Spelling(letter, alter));
    }

    private String field(List<String> fields, String column) {
        int at = columns.getOrDefault(column, Integer.MAX_VALUE);
        return at < fields.size() ? fields.get(at) : "";
    }

    private long whole(List<String> fields, String column, long least, long most, Optional<Integer> otherwise) {
        String text = field(fields, column).strip();
        if (text.isEmpty() && otherwise.isPresent()) {
            return otherwise.get();
        }
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw lines.refused("BAD_NUMBER", "the column \"" + column + "\" should hold a whole number between " + least + " and " + most + ".");
        }
        return Long.parseLong(text);
    }

    private long ticks(List<String> fields, String column) {
        String text = field(fields, column).strip();
        if (!text.matches("[0-9]{1,12}([.,][0-9]{0,12})?")) {
            throw lines.refused("BAD_NUMBER", "the column \"" + column + "\" should hold a number of quarter notes, 0 or more.");
        }
        return Math.round(Double.parseDouble(text.replace(',', '.')) * USUAL_RESOLUTION);
    }
}
