package dev.cadenza.score.abc;

import dev.cadenza.score.Severity;

/// What is found and repaired, or left out, in tunes that are read. The names are the codes that users see.
enum AbcFault {
    GRACE_NOTES(Severity.WARNING, "more than 32 grace notes stand before a note; some were left out"),
    CHORD_UNKNOWN(Severity.WARNING, "a text above the notes is no chord that is known; it was kept as words"),
    VOICES(Severity.WARNING, "there are more than 64 voices; some were left out"),
    UNEVEN_VOICES(Severity.WARNING, "voices do not last equally long; each was read by itself"),
    STAVES(Severity.WARNING, "how voices share staves was left out"),
    OVERLAY(Severity.WARNING, "more than 8 lines lie over each other in a bar; some were left out"),
    DECORATION(Severity.WARNING, "a decoration has no counterpart; it was left out"),
    WORDS(Severity.WARNING, "there are more syllables than notes; some were left out"),
    SYMBOL_LINE(Severity.WARNING, "a line of symbols was left out"),
    MACRO(Severity.WARNING, "a macro cannot be understood; it was left out"),
    ROUNDED(Severity.WARNING, "times that 480 ticks a quarter note cannot express were rounded"),
    TIE(Severity.WARNING, "a tie leads to another pitch; it was taken for a slur"),
    PART_ORDER(Severity.WARNING, "the order of parts names some that are not there; the music was played as written"),
    KEY_OPTION(Severity.WARNING, "a clef shift that belongs to a key or voice was left out"),
    BAR_LENGTH(Severity.WARNING, "a bar is shorter or longer than its metre; its bar lines were kept"),
    KEY(Severity.ERROR, "a key cannot be understood; what is known of it was used"),
    METER(Severity.ERROR, "a metre cannot be understood; it was left out"),
    UNIT(Severity.ERROR, "a unit length cannot be understood; it was left out"),
    TEMPO(Severity.ERROR, "a tempo cannot be understood; it was left out"),
    PITCH(Severity.ERROR, "a pitch is too high or too low; a rest stands for it"),
    ACCIDENTAL(Severity.ERROR, "an accidental stands before no note; it was left out"),
    TUPLET(Severity.ERROR, "a tuplet cannot be understood; its notes were taken as they are"),
    ENDING(Severity.ERROR, "an ending has no number between 1 and 16; it was left out"),
    BROKEN_RHYTHM(Severity.ERROR, "a broken rhythm lacks a note on one side; it was left out"),
    UNCLOSED(Severity.ERROR, "quotes, braces or brackets are not closed on their line; they end with it"),
    UNKNOWN_SYMBOL(Severity.ERROR, "a sign has no meaning here; it was left out");

    private final Severity severity;
    private final String finding;

    AbcFault(Severity severity, String finding) {
        this.severity = severity;
        this.finding = finding;
    }

    Severity severity() {
        return severity;
    }

    String finding() {
        return finding;
    }
}
