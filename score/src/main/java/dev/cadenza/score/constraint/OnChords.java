package dev.cadenza.score.constraint;

import dev.cadenza.score.Meter;
import dev.cadenza.score.harmony.ChordProgression;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// On every beat only notes of the chord that is in force, and where a chord begins its bass in the lowest of several parts.
/// Between beats notes of the key may come as well: passing and neighbouring notes.
///
/// @param chords one after the other; they begin again where the last one has ended
/// @param beatQuarters length of a beat in quarter notes
/// @param between key of the notes between beats
public record OnChords(List<Timed> chords, double beatQuarters, Key between) implements PitchLimit {

    private static final double SAME = 1e-6;

    public OnChords {
        chords = List.copyOf(chords);
        if (chords.isEmpty() || !(beatQuarters > 0)) {
            throw new IllegalArgumentException("there is a chord or more, and a beat lasts some time");
        }
    }

    /// A chord and when it is in force, in quarter notes.
    ///
    /// @param chord empty for a stretch without limits
    /// @param held whether all parts sound nothing else as long as it is in force, and the bass stays
    public record Timed(double from, double to, Optional<Chord> chord, boolean held) {
        public Timed {
            if (!(from >= 0 && to > from)) {
                throw new IllegalArgumentException("a chord lasts some time, not from " + from + " to " + to);
            }
        }
    }

    /// Length of a beat in quarter notes: three eighths in 6/8, 9/8 and 12/8, else what the metre counts.
    public static double beatQuarters(Meter meter) {
        boolean compound = meter.denominator() >= 8 && meter.numerator() % 3 == 0 && meter.numerator() > 3;
        return (compound ? 3 : 1) * 4.0 / meter.denominator();
    }

    /// A progression in bars of a metre.
    public static OnChords of(ChordProgression progression, Meter meter) {
        double bar = 4.0 * meter.numerator() / meter.denominator();
        double beat = beatQuarters(meter);
        int beats = (int) Math.rint(bar / beat);
        List<Timed> timed = new ArrayList<>();
        for (ChordProgression.Timed chord : progression.timed(beats)) {
            double from = chord.bar() * bar + chord.beat() * beat;
            timed.add(new Timed(from, from + chord.beats() * beat, chord.chord(), false));
        }
        return new OnChords(timed, beat, progression.key());
    }

    @Override
    public boolean allows(Moment moment, int pitch) {
        double within = within(moment.quarters());
        Timed timed = at(within);
        if (timed.chord().isEmpty()) {
            return true;
        }
        Chord chord = timed.chord().get();
        int pitchClass = Math.floorMod(pitch, 12);
        boolean begins = timed.held() || Math.abs(within - timed.from()) < SAME;
        if (begins && moment.inBass()) {
            return pitchClass == chord.bass().pitchClass();
        }
        double beats = within / beatQuarters;
        boolean onBeat = begins || Math.abs(beats - Math.rint(beats)) < SAME;
        return chord.pitchClasses().contains(pitchClass) || !onBeat && new InKey(between).holds(pitch);
    }

    @Override
    public boolean sounds(Moment moment) {
        double within = within(moment.quarters());
        Timed timed = at(within);
        return timed.held() || timed.chord().isPresent() && moment.inBass() && Math.abs(within - timed.from()) < SAME;
    }

    /// The chord in force at a moment; empty where there is none.
    public Optional<Chord> chordAt(double quarters) {
        return at(within(quarters)).chord();
    }

    private double within(double quarters) {
        double round = chords.getLast().to();
        double within = quarters - Math.floor(quarters / round) * round;
        return round - within < SAME ? 0 : within;
    }

    private Timed at(double within) {
        Timed found = chords.getFirst();
        for (Timed timed : chords) {
            if (timed.from() <= within + SAME) {
                found = timed;
            }
        }
        return found;
    }

    @Override
    public String broken() {
        return "Some notes are none of their chord, because nothing else was possible there.";
    }
}
