package dev.cadenza.score;

/// The seven note letters, each with its distance from C in semitones.
public enum Letter {
    C(0), D(2), E(4), F(5), G(7), A(9), B(11);

    private final int semitones;

    Letter(int semitones) {
        this.semitones = semitones;
    }

    /// Semitones above C, 0..11.
    public int semitones() {
        return semitones;
    }
}
