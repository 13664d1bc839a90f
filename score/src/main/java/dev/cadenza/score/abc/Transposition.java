package dev.cadenza.score.abc;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Spelling;
import java.util.Optional;

/// What sounds where something is written for a voice that transposes.
final class Transposition {

    /// Fifths of the usual interval of so many semitones upwards: unison, minor second, second, ...
    private static final int[] FIFTHS = {0, -5, 2, -3, 4, -1, 6, 1, -4, 3, -2, 5};
    private static final String LINE = "FCGDAEB";

    private Transposition() {
    }

    /// How many more sharps there are so many semitones higher.
    static int fifths(int semitones) {
        return FIFTHS[Math.floorMod(semitones, 12)];
    }

    /// The pitch so many semitones higher, spelled as the interval has it; empty where MIDI cannot name it.
    static Optional<Pitch> of(Pitch written, int semitones) {
        if (semitones == 0) {
            return Optional.of(written);
        }
        int midi = written.midi() + semitones;
        if (midi < 0 || midi > 127) {
            return Optional.empty();
        }
        int place = LINE.indexOf(written.spelling().letter().name()) + 7 * written.spelling().alter() + fifths(semitones);
        int alter = Math.floorDiv(place, 7);
        if (alter < -2 || alter > 2) {
            return Optional.of(Pitch.of(midi));
        }
        Letter letter = Letter.valueOf(LINE.substring(Math.floorMod(place, 7), Math.floorMod(place, 7) + 1));
        return Optional.of(new Pitch(midi, new Spelling(letter, alter)));
    }
}
