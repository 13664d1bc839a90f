package dev.cadenza.corpus;

import java.util.ArrayList;
import java.util.List;

/// The tokens of a [MidiLikeTokenizer] by number: `NOTE_ON`, `NOTE_OFF`, `TIME_SHIFT`, `VELOCITY`.
final class MidiLikeTokens {

    static final int PITCHES = 128;
    static final int VELOCITIES = 32;

    /// Loudness where it is not said.
    private static final int VELOCITY = 80;
    private static final int SHIFT_QUARTERS = 2;
    private static final int FIRST_SHIFT = 2 * PITCHES;

    private final int longestShift;
    private final boolean velocities;
    private final Vocabulary vocabulary;

    MidiLikeTokens(int stepsPerQuarter, boolean velocities) {
        this.longestShift = SHIFT_QUARTERS * stepsPerQuarter;
        this.velocities = velocities;
        List<String> names = new ArrayList<>();
        for (String kind : List.of("NOTE_ON_", "NOTE_OFF_")) {
            for (int midi = 0; midi < PITCHES; midi++) {
                names.add(kind + midi);
            }
        }
        for (int shift = 1; shift <= longestShift; shift++) {
            names.add("TIME_SHIFT_" + shift);
        }
        for (int number = 0; velocities && number < VELOCITIES; number++) {
            names.add("VELOCITY_" + loudness(number));
        }
        vocabulary = new Vocabulary(names);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int size() {
        return vocabulary.size();
    }

    /// Whether loudness is said.
    boolean velocities() {
        return velocities;
    }

    /// Steps.
    int longestShift() {
        return longestShift;
    }

    int on(int midi) {
        return midi;
    }

    int off(int midi) {
        return PITCHES + midi;
    }

    boolean isOn(int token) {
        return token < PITCHES;
    }

    boolean isOff(int token) {
        return token >= PITCHES && token < FIRST_SHIFT;
    }

    /// The pitch of a note token.
    int pitch(int token) {
        return token % PITCHES;
    }

    int shiftToken(int steps) {
        return FIRST_SHIFT + steps - 1;
    }

    /// Steps by which a token moves time on; 0 for tokens that do not.
    int shift(int token) {
        return token < FIRST_SHIFT || token >= FIRST_SHIFT + longestShift ? 0 : token - FIRST_SHIFT + 1;
    }

    int velocityToken(int number) {
        return FIRST_SHIFT + longestShift + number;
    }

    int velocityNumber(int token) {
        return token - FIRST_SHIFT - longestShift;
    }

    /// MIDI velocity in the middle of those that a number stands for; -1 stands for what is not said.
    static int loudness(int number) {
        return number < 0 ? VELOCITY : (2 * number + 1) * 128 / (2 * VELOCITIES);
    }
}
