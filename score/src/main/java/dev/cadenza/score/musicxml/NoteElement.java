package dev.cadenza.score.musicxml;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.musicxml.WrittenMark.Whose;
import dev.cadenza.score.musicxml.WrittenPart.Syllable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One `note` element.
final class NoteElement {

    private static final int SNARE = 38;
    private static final int VELOCITY = 80;
    private static final int FASTEST_GRACE = 1024;

    private final XmlCursor cursor;
    private final PartState state;
    private final NoteValue value = new NoteValue();

    final NoteSigns signs;
    final int velocity;
    boolean grace;
    boolean slashed;
    boolean cue;
    boolean rest;
    boolean chord;
    boolean unpitched;
    boolean pitched;
    int voice = 1;
    int staff = 1;
    double quarters;
    String instrument = "";
    Optional<Pitch> pitch = Optional.empty();
    final List<Syllable> syllables = new ArrayList<>();

    /// Reads the element that the cursor has just entered, and leaves it.
    NoteElement(XmlCursor cursor, PartState state) {
        this.cursor = cursor;
        this.state = state;
        signs = new NoteSigns(cursor);
        velocity = velocity(cursor.attribute("dynamics"));
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "grace" -> {
                    slashed = cursor.attribute("slash").equals("yes");
                    grace = skipped();
                }
                case "cue" -> cue = skipped();
                case "rest" -> rest = skipped();
                case "chord" -> chord = skipped();
                case "unpitched" -> unpitched = skipped();
                case "tie" -> signs.tie();
                case "notations" -> signs.read();
                case "duration" -> quarters = state.quarters(cursor);
                case "voice" -> voice = positive(cursor.text());
                case "staff" -> staff = Math.min(positive(cursor.text()), 16);
                case "type", "dot", "time-modification" -> value.read(cursor);
                case "instrument" -> {
                    instrument = cursor.attribute("id");
                    cursor.skip();
                }
                case "lyric" -> lyric();
                case "pitch" -> {
                    pitch();
                    pitched = true;
                }
                default -> cursor.skip();
            }
        }
        if (quarters == 0 && !grace) {
            quarters = value.quarters();
        }
        if (unpitched) {
            drum();
            pitched = true;
        }
    }

    /// MusicXML counts loudness in hundredths of a forte of velocity 90.
    private static int velocity(String dynamics) {
        return dynamics.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")
                ? Math.clamp(Math.round(Double.parseDouble(dynamics) * 90 / 100), 1, 127) : VELOCITY;
    }

    private boolean skipped() {
        cursor.skip();
        return true;
    }

    /// Voices and staves whose names are no numbers count as the first.
    private static int positive(String text) {
        return text.matches("[0-9]{1,3}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    private void lyric() {
        int verse = state.verse(cursor.attribute("number"));
        StringBuilder text = new StringBuilder();
        boolean more = false;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "syllabic" -> {
                    String place = cursor.text();
                    more = place.equals("begin") || place.equals("middle");
                }
                case "text" -> text.append(cursor.text());
                case "elision" -> text.append(cursor.text().isEmpty() ? " " : "\u203F");
                default -> cursor.skip();
            }
        }
        if (!text.isEmpty()) {
            state.budget().take(cursor);
            syllables.add(new Syllable(verse, more ? text + "-" : text.toString()));
        }
    }

    private void pitch() {
        String step = "";
        double alter = 0;
        int octave = -1;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "step" -> step = cursor.text();
                case "alter" -> alter = cursor.number(-12, 12, 0);
                case "octave" -> octave = (int) cursor.number(0, 9, -1);
                default -> cursor.skip();
            }
        }
        if (!step.matches("[A-G]") || octave < 0) {
            state.found(Finding.BAD_PITCH);
            return;
        }
        Letter letter = Letter.valueOf(step);
        int semitones = (int) Math.rint(alter);
        if (semitones != alter) {
            state.found(Finding.MICROTONE);
        }
        int midi = state.transposition().midi(letter, semitones, octave);
        if (midi < 0 || midi > 127) {
            state.found(Finding.PITCH_RANGE);
        } else {
            pitch = Optional.of(new Pitch(midi, state.transposition().spelling(letter, semitones)));
        }
    }

    private void drum() {
        int key = state.header().sound(instrument).drum();
        if (key < 0) {
            state.found(Finding.DRUM_UNKNOWN);
        }
        pitch = Optional.of(Pitch.of(key < 0 ? SNARE : key));
    }

    /// Whether this is a note with a time of its own, whether or not it can be read.
    boolean counts() {
        return !grace && !cue && !rest;
    }

    boolean sounds() {
        return counts() && quarters > 0 && pitch.isPresent();
    }

    Whose at() {
        return new Whose(voice, staff);
    }

    WrittenNote written(Moment moment) {
        boolean drum = unpitched || state.header().sound(instrument).drums();
        return new WrittenNote(moment, quarters, pitch.orElseThrow(), drum, at(), signs.tieStop, signs.tieStart, velocity, instrument);
    }

    WrittenGrace writtenGrace(Moment moment) {
        return new WrittenGrace(moment, at(), pitch.orElseThrow(), Math.min(value.denominator(), FASTEST_GRACE), slashed, chord);
    }
}
