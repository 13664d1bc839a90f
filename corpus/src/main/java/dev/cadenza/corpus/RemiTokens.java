package dev.cadenza.corpus;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The tokens of a [RemiTokenizer] by number: one stretch of numbers for each kind.
final class RemiTokens {

    static final int PITCHES = 128;
    static final int FIRST_DRUM = 27;
    static final int DRUMS = 61;
    static final int VELOCITIES = 8;

    /// Loudness where it is not said.
    static final int VELOCITY = 80;

    static final int BAR = 0;

    /// Numbers from `from` to before `to`.
    record Range(int from, int to) {

        boolean has(int token) {
            return token >= from && token < to;
        }

        int size() {
            return to - from;
        }
    }

    private final List<String> names = new ArrayList<>();
    final RemiOptions options;
    final BarMetres metres;
    final Durations durations;
    final ProgramSlots slots;
    final Range meter;
    final Range length;
    final Range position;
    final Range tempo;
    final Range chord;
    final Range program;
    final Range pitch;
    final Range drum;
    final Range velocity;
    final Range duration;
    final Vocabulary vocabulary;

    RemiTokens(int stepsPerQuarter, RemiOptions options, ProgramSlots slots) {
        this.options = options;
        this.slots = slots;
        metres = new BarMetres(stepsPerQuarter);
        durations = new Durations(stepsPerQuarter);
        names.add("Bar");
        meter = add(metres.size(), number -> "Meter_" + metres.meter(number));
        length = add(metres.longest() - 1, number -> "Length_" + (number + 1));
        position = add(metres.longest(), number -> "Position_" + number);
        tempo = add(options.tempo() ? Tempos.SIZE : 0, number -> "Tempo_" + Tempos.bpm(number));
        chord = add(options.chords() ? 1 + ChordTokens.COUNT : 0, number -> "Chord_"
                + (number == 0 ? "N" : ChordTokens.names().get(number - 1)));
        program = add(options.programs() ? slots.size() : 0, number -> "Program_" + slots.slot(number).name());
        pitch = add(PITCHES, number -> "Pitch_" + number);
        drum = add(slots.drumSlot() < 0 ? 0 : DRUMS, number -> "Drum_" + (FIRST_DRUM + number));
        velocity = add(options.velocity() ? VELOCITIES : 0, number -> "Velocity_" + velocity(number));
        duration = add(durations.size(), number -> "Duration_" + durations.steps(number));
        vocabulary = new Vocabulary(names);
    }

    private Range add(int count, IntFunction<String> name) {
        int from = names.size();
        for (int number = 0; number < count; number++) {
            names.add(name.apply(number));
        }
        return new Range(from, names.size());
    }

    int size() {
        return vocabulary.size();
    }

    /// Number of slots whose notes are kept apart; 1 without programs.
    int tracks() {
        return options.programs() ? slots.size() : 1;
    }

    /// The tokens that begin a note of a slot.
    Range notes(int slot) {
        return slot == slots.drumSlot() ? drum : pitch;
    }

    int note(int slot, int midi) {
        return slot == slots.drumSlot() ? drum.from() + midi - FIRST_DRUM : pitch.from() + midi;
    }

    /// Whether a slot has a token for a pitch.
    boolean holds(int slot, int midi) {
        return slot != slots.drumSlot() || midi >= FIRST_DRUM && midi < FIRST_DRUM + DRUMS;
    }

    /// The MIDI key that a note token names.
    int midi(int token) {
        return pitch.has(token) ? token - pitch.from() : FIRST_DRUM + token - drum.from();
    }

    boolean begins(int token) {
        return pitch.has(token) || drum.has(token);
    }

    /// The loudness in the middle of those that a token stands for.
    static int velocity(int number) {
        return (2 * number + 1) * 128 / (2 * VELOCITIES);
    }

    Meter metre(int number) {
        return metres.meter(number);
    }
}
