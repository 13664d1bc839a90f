package dev.cadenza.corpus;

import java.util.BitSet;

/// A place in a MIDI-like stream: what sounds, and what was said at this time. Immutable.
///
/// What may come: at one time first notes that end, by ascending pitch, then notes that begin, by ascending pitch, each with
/// the loudness before it where that changes; then time goes on, the longest shifts first. Only what sounds can end, only what
/// is silent can begin. Music ends when its last note does.
///
/// @param low sounding pitches 0..63, a bit each
/// @param high sounding pitches 64..127
/// @param pitch of the last note that ended or began at this time; -1 for none
/// @param on whether a note has begun at this time
/// @param velocity number of the running loudness, -1 before the first
record MidiLikeState(MidiLikeTokens tokens, Last last, long low, long high, int step, int pitch, boolean on, int velocity)
        implements Grammar.State {

    enum Last { NOTHING, SHIFT, LONGEST_SHIFT, OFF, ON, VELOCITY }

    MidiLikeState(MidiLikeTokens tokens) {
        this(tokens, Last.NOTHING, 0, 0, 0, -1, false, -1);
    }

    boolean sounds(int midi) {
        return ((midi < 64 ? low : high) >>> midi & 1) != 0;
    }

    boolean silent() {
        return low == 0 && high == 0;
    }

    @Override
    public boolean mayEnd() {
        return last == Last.OFF && silent();
    }

    @Override
    public MidiLikeState after(int token) {
        if (token < 0 || token >= tokens.size() || !allowed().get(token)) {
            throw new IllegalArgumentException("token " + token + " is not allowed here");
        }
        return next(token);
    }

    /// The state after a token that is known to be allowed.
    MidiLikeState next(int token) {
        if (tokens.isOn(token) || tokens.isOff(token)) {
            int midi = tokens.pitch(token);
            long lowBit = midi < 64 ? 1L << midi : 0;
            long highBit = midi < 64 ? 0 : 1L << midi;
            return tokens.isOn(token)
                    ? new MidiLikeState(tokens, Last.ON, low | lowBit, high | highBit, step, midi, true, velocity)
                    : new MidiLikeState(tokens, Last.OFF, low & ~lowBit, high & ~highBit, step, midi, false, velocity);
        }
        int shift = tokens.shift(token);
        if (shift == 0) {
            return new MidiLikeState(tokens, Last.VELOCITY, low, high, step, pitch, on, tokens.velocityNumber(token));
        }
        Last kind = shift == tokens.longestShift() ? Last.LONGEST_SHIFT : Last.SHIFT;
        return new MidiLikeState(tokens, kind, low, high, step + shift, -1, false, velocity);
    }

    @Override
    public BitSet allowed() {
        BitSet allowed = new BitSet(tokens.size());
        if (last != Last.SHIFT && last != Last.VELOCITY) {
            allowed.set(tokens.shiftToken(1), tokens.shiftToken(tokens.longestShift()) + 1);
        }
        if (!on && last != Last.VELOCITY) {
            for (int midi = pitch + 1; midi < MidiLikeTokens.PITCHES; midi++) {
                allowed.set(tokens.off(midi), sounds(midi));
            }
        }
        boolean room = false;
        for (int midi = on ? pitch + 1 : 0; midi < MidiLikeTokens.PITCHES; midi++) {
            boolean free = !sounds(midi);
            room |= free;
            allowed.set(tokens.on(midi), free && (velocity >= 0 || !tokens.velocities()));
        }
        if (room && tokens.velocities() && last != Last.VELOCITY) {
            allowed.set(tokens.velocityToken(0), tokens.velocityToken(MidiLikeTokens.VELOCITIES - 1) + 1);
            if (velocity >= 0) {
                allowed.clear(tokens.velocityToken(velocity));
            }
        }
        return allowed;
    }
}
