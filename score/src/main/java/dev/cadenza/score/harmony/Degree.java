package dev.cadenza.score.harmony;

import dev.cadenza.score.Mode;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.theory.Interval;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Scale;

/// A degree of a key, measured against the major scale on its tonic: the third of a minor key is (3, -1), its leading tone (7, 0).
///
/// @param number 1..7
/// @param alter semitones above the degree of the major scale, -2..2
public record Degree(int number, int alter) {

    /// How the twelve chromatic notes above a tonic are understood where nothing else is known.
    private static final Degree[] USUAL = {new Degree(1, 0), new Degree(2, -1), new Degree(2, 0), new Degree(3, -1),
        new Degree(3, 0), new Degree(4, 0), new Degree(4, 1), new Degree(5, 0), new Degree(6, -1), new Degree(6, 0),
        new Degree(7, -1), new Degree(7, 0)};

    public Degree {
        if (number < 1 || number > 7 || Math.abs(alter) > 2) {
            throw new IllegalArgumentException("there is no degree " + number + " altered by " + alter);
        }
    }

    /// The degree that a note of unknown spelling is: 1 b2 2 b3 3 4 #4 5 b6 6 b7 7.
    ///
    /// @param semitones above the tonic, any number
    public static Degree usual(int semitones) {
        return USUAL[Math.floorMod(semitones, 12)];
    }

    /// The degree as the scale of a mode has it; minor is natural minor.
    ///
    /// @param number 1..7
    public static Degree of(int number, Mode mode) {
        return new Degree(number, (mode == Mode.MINOR ? Scale.NATURAL_MINOR : Scale.MAJOR).steps().get(number - 1) - Scale.MAJOR.steps().get(number - 1));
    }

    /// The degree that a written note is in a key; by its sound alone where it is altered by more than two semitones.
    public static Degree of(Spelling note, Key key) {
        Interval interval = Interval.between(key.tonicSpelling(), note);
        int alter = interval.semitones() - Scale.MAJOR.steps().get(interval.number() - 1);
        return Math.abs(alter) <= 2 ? new Degree(interval.number(), alter) : usual(interval.semitones());
    }

    /// Semitones above the tonic, 0..11.
    public int semitones() {
        return Math.floorMod(Scale.MAJOR.steps().get(number - 1) + alter, 12);
    }

    /// The interval from the tonic up to it.
    Interval aboveTonic() {
        return new Interval(number, Scale.MAJOR.steps().get(number - 1) + alter);
    }

    /// How it is written in a key.
    public Spelling spelling(Key key) {
        return aboveTonic().above(key.tonicSpelling());
    }
}
