package dev.cadenza.score;

/// A pitch of the twelve-tone scale, with the way it is written.
///
/// @param midi MIDI key number, 0..127; 60 is middle C (C4)
/// @param spelling letter and accidental; its pitch class is that of `midi`
public record Pitch(int midi, Spelling spelling) {

    private static final Pitch[] PLAIN = new Pitch[128];

    static {
        for (int midi = 0; midi < 128; midi++) {
            PLAIN[midi] = new Pitch(midi, Spelling.plain(midi % 12));
        }
    }

    public Pitch {
        if (midi < 0 || midi > 127) {
            throw new IllegalArgumentException("pitch must be between 0 and 127, not " + midi);
        }
        if (spelling.pitchClass() != midi % 12) {
            throw new IllegalArgumentException("pitch " + midi + " cannot be written " + spelling);
        }
    }

    /// The pitch in its plain spelling; these 128 objects are shared.
    public static Pitch of(int midi) {
        if (midi < 0 || midi > 127) {
            throw new IllegalArgumentException("pitch must be between 0 and 127, not " + midi);
        }
        return PLAIN[midi];
    }

    /// 0 (C) .. 11 (B).
    public int pitchClass() {
        return midi % 12;
    }

    /// Octave as musicians count it where middle C is C4; it follows the letter (B#3 sounds as C4).
    public int octave() {
        return Math.floorDiv(midi - spelling.letter().semitones() - spelling.alter(), 12) - 1;
    }

    @Override
    public String toString() {
        return spelling.toString() + octave();
    }
}
