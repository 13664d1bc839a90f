package dev.cadenza.score.musicxml;

import dev.cadenza.score.Severity;

/// Everything that is reported of a file that can be read. The names are the codes that users see.
enum Finding {
    CUE_NOTE(Severity.WARNING, "a cue note was left out, since it is not meant to sound"),
    ENDING(Severity.WARNING, "an ending that does not say in which pass it is played was left out"),
    SPAN_OPEN(Severity.WARNING, "an end of a slur or hairpin that has no other end was left out"),
    BAR_REPEAT(Severity.WARNING, "a sign that repeats the bar before was not followed: its bar is empty"),
    ANALYSIS(Severity.WARNING, "a function or Roman numeral among the chord symbols was left out"),
    ROUNDED(Severity.WARNING, "a time was rounded to the nearest tick"),
    MICROTONE(Severity.WARNING, "a pitch between two keys was rounded to a semitone"),
    METERS_DIFFER(Severity.WARNING, "parts are in different metres: each was stretched to the bar of the first"),
    TIE_OPEN(Severity.WARNING, "a tie leads to a note that no tie leaves: it was read as a note of its own"),
    DRUM_UNKNOWN(Severity.WARNING, "a note without pitch does not say which drum it is: it was read as a snare drum"),
    CHORD_UNKNOWN(Severity.WARNING, "a chord symbol of no known kind was left out"),
    BAD_VALUE(Severity.ERROR, "a number that is none, or out of range, was left out"),
    BAD_PITCH(Severity.ERROR, "a note whose pitch cannot be read was left out"),
    NO_PITCH(Severity.ERROR, "a note that has neither pitch nor length was left out"),
    PITCH_RANGE(Severity.ERROR, "a note outside the range of MIDI keys was left out"),
    TIME_SIGNATURE(Severity.ERROR, "an impossible time signature was left out"),
    KEY_SIGNATURE(Severity.ERROR, "a key signature that states no number of sharps or flats was left out"),
    TEMPO(Severity.ERROR, "an impossible tempo was left out"),
    BACKUP(Severity.ERROR, "a step back leads before its bar: it was cut short"),
    CONTAINER(Severity.ERROR, "the list of what is in the archive is damaged: the first score in it was read"),
    PART_UNKNOWN(Severity.ERROR, "a part is not in the list of parts: it was read as a piano");

    private final Severity severity;
    private final String report;

    Finding(Severity severity, String report) {
        this.severity = severity;
        this.report = report;
    }

    Severity severity() {
        return severity;
    }

    /// What is the matter and what was done, a sentence.
    ///
    /// @param times how often it was found
    String report(int times) {
        return report + (times == 1 ? "." : " (" + times + " times).");
    }
}
