package dev.cadenza.score.musicxml;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Spelling;

/// How far a part sounds from where it is written.
///
/// @param letters steps on the staff, -1 for a clarinet in B flat
/// @param semitones within the octave or beyond, -2 for a clarinet in B flat
/// @param octaves further octaves
record Transposition(int letters, int semitones, int octaves) {

    static final Transposition NONE = new Transposition(0, 0, 0);

    /// A transposition that does not say how many letters it takes: as many as a scale has in that distance.
    static Transposition ofSemitones(int semitones, int octaves) {
        return new Transposition(Math.round(semitones * 7 / 12f), semitones, octaves);
    }

    /// The MIDI key that sounds; may be out of range.
    int midi(Letter letter, int alter, int octave) {
        return 12 * (octave + 1 + octaves) + letter.semitones() + alter + semitones;
    }

    /// How the sounding pitch is written; in plain spelling where that would take three accidentals.
    Spelling spelling(Letter letter, int alter) {
        Letter moved = Letter.values()[Math.floorMod(letter.ordinal() + letters, 7)];
        int sounding = letter.semitones() + alter + semitones;
        int accidental = Math.floorMod(sounding - moved.semitones() + 6, 12) - 6;
        return Math.abs(accidental) > 2 ? Spelling.plain(sounding) : new Spelling(moved, accidental);
    }

    /// Sharps or flats of the sounding key, -7..7: another name of it where there are more.
    int fifths(int written) {
        int sounding = written + 7 * semitones - 12 * letters;
        return Math.abs(sounding) <= 7 ? sounding : Math.floorMod(sounding + 5, 12) - 5;
    }
}
