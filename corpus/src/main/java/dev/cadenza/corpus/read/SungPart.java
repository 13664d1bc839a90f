package dev.cadenza.corpus.read;

import dev.cadenza.corpus.Keys;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import java.util.ArrayList;
import java.util.List;

/// One `part` element of MusicXML, as the line that is sung.
final class SungPart {

    /// Ticks a quarter: divisible by all common note values, tuplets of three, five and seven among them.
    static final int RESOLUTION = 10_080;

    private static final int MAX_NOTES = 100_000;
    private static final double MAX_QUARTERS = 1000;
    private static final long MAX_TICKS = 100_000L * RESOLUTION;
    private static final int VELOCITY = 80;

    private final XmlCursor cursor;
    private final List<Note> notes = new ArrayList<>();
    private final List<Measures.Measure> measures = new ArrayList<>();
    private final List<StatedKey> keys = new ArrayList<>();
    private boolean words;
    private double divisions = 1;
    private Meter meter = Meter.common();
    private boolean unmeasured;
    private long measureStart;
    private long now;
    private long furthest;
    private long lastOnset;
    private boolean tied;

    /// @param mode empty where the file does not say
    private record StatedKey(long tick, int fifths, String mode) {
    }

    /// Reads the part that the cursor has just entered, and leaves it.
    SungPart(XmlCursor cursor) {
        this.cursor = cursor;
        while (cursor.enter()) {
            if (cursor.name().equals("measure")) {
                measure();
            } else {
                cursor.skip();
            }
        }
    }

    int notes() {
        return notes.size();
    }

    boolean hasWords() {
        return words && !notes.isEmpty();
    }

    private void measure() {
        measureStart = now;
        furthest = now;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "attributes" -> attributes();
                case "note" -> note();
                case "backup" -> now = Math.max(measureStart, now - duration());
                case "forward" -> advance(duration());
                default -> cursor.skip();
            }
            furthest = Math.max(furthest, now);
        }
        long nominal = meter.barTicks(RESOLUTION);
        long length = furthest > measureStart ? furthest - measureStart : nominal;
        measures.add(new Measures.Measure(measureStart, length, unmeasured ? Meter.common() : meter));
        now = measureStart + length;
    }

    private void advance(long ticks) {
        now += ticks;
        if (now > MAX_TICKS) {
            throw cursor.refused("TOO_LONG", "the part is longer than " + MAX_TICKS / RESOLUTION + " quarter notes");
        }
    }

    private long duration() {
        long ticks = 0;
        while (cursor.enter()) {
            if (cursor.name().equals("duration")) {
                ticks = ticks();
            } else {
                cursor.skip();
            }
        }
        return ticks;
    }

    private long ticks() {
        return Math.round(cursor.number(0, MAX_QUARTERS * divisions) * RESOLUTION / divisions);
    }

    private void attributes() {
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "divisions" -> divisions = cursor.number(1.0 / 64, 1 << 24);
                case "key" -> key();
                case "time" -> time();
                default -> cursor.skip();
            }
        }
    }

    private void key() {
        int fifths = 8;
        String mode = "";
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "fifths" -> fifths = (int) cursor.number(-100, 100);
                case "mode" -> mode = cursor.text();
                default -> cursor.skip();
            }
        }
        if (Math.abs(fifths) <= 7) {
            keys.add(new StatedKey(now, fifths, mode));
        }
    }

    private void time() {
        int beats = 0;
        int unit = 0;
        unmeasured = false;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "beats" -> beats += sum(cursor.text());
                case "beat-type" -> unit = (int) cursor.number(1, 128);
                case "senza-misura" -> {
                    unmeasured = true;
                    cursor.skip();
                }
                default -> cursor.skip();
            }
        }
        if (beats >= 1 && beats <= 255 && Integer.bitCount(unit) == 1) {
            meter = new Meter(0, beats, unit);
        }
    }

    /// Beats may be written as a sum, "3+2".
    private static int sum(String beats) {
        int sum = 0;
        for (String term : beats.split("\\+")) {
            String digits = term.strip();
            sum += digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
        }
        return sum;
    }

    private void note() {
        boolean sounds = true;
        boolean grace = false;
        boolean chord = false;
        boolean tieStop = false;
        boolean tieStart = false;
        String voice = "1";
        long ticks = 0;
        Pitch pitch = Pitch.of(0);
        boolean pitched = false;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "grace", "rest", "cue", "chord" -> {
                    grace |= cursor.name().equals("grace");
                    chord |= cursor.name().equals("chord");
                    sounds &= cursor.name().equals("chord");
                    cursor.skip();
                }
                case "tie" -> {
                    tieStop |= cursor.attribute("type").equals("stop");
                    tieStart |= cursor.attribute("type").equals("start");
                    cursor.skip();
                }
                case "lyric" -> {
                    words = true;
                    cursor.skip();
                }
                case "duration" -> ticks = ticks();
                case "voice" -> voice = cursor.text();
                case "pitch" -> {
                    pitch = pitch();
                    pitched = true;
                }
                default -> cursor.skip();
            }
        }
        if (grace) {
            return;
        }
        long onset = chord ? lastOnset : now;
        lastOnset = onset;
        if (!chord) {
            advance(ticks);
        }
        if (sounds && pitched && ticks > 0 && voice.equals("1")) {
            add(new Note(onset, ticks, pitch, VELOCITY), tieStop, tieStart);
        }
    }

    private void add(Note note, boolean tieStop, boolean tieStart) {
        Note last = notes.isEmpty() ? note : notes.getLast();
        boolean more = !notes.isEmpty();
        if (more && note.onset() == last.onset()) {
            if (note.pitch().midi() <= last.pitch().midi()) {
                return;
            }
            notes.set(notes.size() - 1, note);
        } else if (more && note.onset() < last.end()) {
            return;
        } else if (more && tied && tieStop && last.pitch().midi() == note.pitch().midi() && last.end() == note.onset()) {
            notes.set(notes.size() - 1, new Note(last.onset(), note.end() - last.onset(), last.pitch(), VELOCITY));
        } else {
            notes.add(note);
        }
        tied = tieStart;
        if (notes.size() > MAX_NOTES) {
            throw cursor.refused("TOO_LONG", "the part has more than " + MAX_NOTES + " notes");
        }
    }

    private Pitch pitch() {
        String step = "";
        int alter = 0;
        int octave = -1;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "step" -> step = cursor.text();
                case "alter" -> alter = (int) cursor.number(-12, 12);
                case "octave" -> octave = (int) cursor.number(0, 9);
                default -> cursor.skip();
            }
        }
        if (!step.matches("[A-G]") || octave < 0) {
            throw cursor.refused("BAD_PITCH", "a note has no pitch that can be read");
        }
        Letter letter = Letter.valueOf(step);
        int midi = 12 * (octave + 1) + letter.semitones() + alter;
        if (midi < 0 || midi > 127) {
            throw cursor.refused("BAD_PITCH", "a note lies outside the range of MIDI pitches");
        }
        return Math.abs(alter) > 2 ? Pitch.of(midi) : new Pitch(midi, new Spelling(letter, alter));
    }

    /// The line as a score.
    Score score(Metadata metadata) {
        List<KeySignature> signatures = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            StatedKey key = keys.get(i);
            long end = i + 1 < keys.size() ? keys.get(i + 1).tick : Long.MAX_VALUE;
            if (end > key.tick) {
                signatures.add(new KeySignature(key.tick, key.fifths, switch (key.mode) {
                    case "major" -> Mode.MAJOR;
                    case "minor" -> Mode.MINOR;
                    default -> Keys.likelierMode(notes, key.tick, end, key.fifths);
                }));
            }
        }
        return new Score(RESOLUTION, List.of(), Measures.meters(measures), signatures, List.of(), List.of(),
                List.of(new Part("Voice", new Instrument(52, false), notes)), metadata);
    }
}
