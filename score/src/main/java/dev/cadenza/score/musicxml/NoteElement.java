package dev.cadenza.score.musicxml;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.musicxml.WrittenPart.Syllable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One `note` element.
final class NoteElement {

    private static final int SNARE = 38;

    private final XmlCursor cursor;
    private final PartState state;

    boolean grace;
    boolean cue;
    boolean rest;
    boolean chord;
    boolean tieStop;
    boolean tieStart;
    boolean unpitched;
    boolean pitched;
    int voice = 1;
    double quarters;
    String instrument = "";
    Optional<Pitch> pitch = Optional.empty();
    final List<Syllable> syllables = new ArrayList<>();

    /// Reads the element that the cursor has just entered, and leaves it.
    NoteElement(XmlCursor cursor, PartState state) {
        this.cursor = cursor;
        this.state = state;
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "grace" -> grace = skipped();
                case "cue" -> cue = skipped();
                case "rest" -> rest = skipped();
                case "chord" -> chord = skipped();
                case "unpitched" -> unpitched = skipped();
                case "tie" -> tie();
                case "notations" -> notations();
                case "duration" -> quarters = state.quarters(cursor);
                case "voice" -> voice = voice(cursor.text());
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
        if (unpitched) {
            drum();
            pitched = true;
        }
    }

    private boolean skipped() {
        cursor.skip();
        return true;
    }

    private void tie() {
        tieStop |= cursor.attribute("type").equals("stop");
        tieStart |= cursor.attribute("type").equals("start");
        cursor.skip();
    }

    /// Some programs write the sign of a tie only, and not that it sounds.
    private void notations() {
        while (cursor.enter()) {
            if (cursor.name().equals("tied")) {
                tie();
            } else {
                cursor.skip();
            }
        }
    }

    /// Voices whose names are no numbers count as the first.
    private static int voice(String text) {
        return text.matches("[0-9]{1,3}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    private void lyric() {
        String verse = cursor.attribute("number");
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
                case "alter" -> alter = cursor.number(-12, 12);
                case "octave" -> octave = (int) cursor.number(0, 9);
                default -> cursor.skip();
            }
        }
        if (!step.matches("[A-G]") || octave < 0) {
            throw cursor.refused("BAD_PITCH", "a note has no pitch that can be read");
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

    boolean sounds() {
        return !grace && !cue && !rest && quarters > 0 && pitch.isPresent();
    }
}
