package dev.cadenza.score;

/// How a pitch class is written: a letter and its accidental.
///
/// @param letter the note letter
/// @param alter semitones added by the accidental: -2 (double flat) .. 2 (double sharp)
public record Spelling(Letter letter, int alter) {

    private static final Spelling[] PLAIN = {
        new Spelling(Letter.C, 0), new Spelling(Letter.C, 1), new Spelling(Letter.D, 0), new Spelling(Letter.E, -1),
        new Spelling(Letter.E, 0), new Spelling(Letter.F, 0), new Spelling(Letter.F, 1), new Spelling(Letter.G, 0),
        new Spelling(Letter.A, -1), new Spelling(Letter.A, 0), new Spelling(Letter.B, -1), new Spelling(Letter.B, 0)};

    private static final Spelling[] ALL = new Spelling[5 * Letter.values().length];

    static {
        for (int number = 0; number < ALL.length; number++) {
            ALL[number] = new Spelling(Letter.values()[number / 5], number % 5 - 2);
        }
    }

    public Spelling {
        if (alter < -2 || alter > 2) {
            throw new IllegalArgumentException("accidental must be between -2 and 2 semitones, not " + alter);
        }
    }

    /// The pitch class that is written so, 0 (C) .. 11 (B).
    public int pitchClass() {
        return Math.floorMod(letter.semitones() + alter, 12);
    }

    /// The spelling used where nothing is known of the key: C C# D Eb E F F# G Ab A Bb B.
    public static Spelling plain(int pitchClass) {
        return PLAIN[Math.floorMod(pitchClass, 12)];
    }

    /// A number for every spelling, 0..34.
    int number() {
        return 5 * letter.ordinal() + alter + 2;
    }

    /// The spelling with that number.
    static Spelling of(int number) {
        return ALL[number];
    }

    @Override
    public String toString() {
        return letter + (alter < 0 ? "b".repeat(-alter) : "#".repeat(alter));
    }
}
