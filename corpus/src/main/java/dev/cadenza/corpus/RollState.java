package dev.cadenza.corpus;

import java.util.BitSet;

/// A place in a piano roll that is said step by step. Immutable: sets are not changed once they are in a state.
///
/// What may come: in one step each [place][RollTokens] once at most, in their order; a note goes on only where it sounded one
/// step before; then `Step`. Music ends behind a step that sounds.
///
/// @param before places that sounded in the step before
/// @param here places that sound in this step, so far
/// @param step steps said
/// @param place the last one said in this step; -1 for none
record RollState(RollTokens tokens, BitSet before, BitSet here, int step, int place) implements Grammar.State {

    private static final int NONE = -1;
    private static final BitSet SILENCE = new BitSet(0);

    RollState(RollTokens tokens) {
        this(tokens, SILENCE, SILENCE, 0, NONE);
    }

    @Override
    public boolean mayEnd() {
        return place == NONE && !before.isEmpty();
    }

    /// Steps there are if the music ends here.
    int end() {
        return place == NONE ? step : step + 1;
    }

    /// The track of the token before, from 1; 0 at the beginning of a step.
    int track() {
        return place == NONE ? 0 : 1 + place / RollTokens.PITCHES;
    }

    @Override
    public RollState after(int token) {
        if (!allows(token)) {
            throw new IllegalArgumentException("token " + token + " is not allowed here");
        }
        if (token == RollTokens.STEP) {
            return new RollState(tokens, here, SILENCE, step + 1, NONE);
        }
        int said = tokens.place(token);
        BitSet sounding = (BitSet) here.clone();
        sounding.set(said);
        return new RollState(tokens, before, sounding, step, said);
    }

    private boolean allows(int token) {
        if (token <= RollTokens.STEP || token >= tokens.vocabulary().size()) {
            return token == RollTokens.STEP;
        }
        int said = tokens.place(token);
        return said > place && (tokens.isOn(token) || before.get(said));
    }

    @Override
    public BitSet allowed() {
        BitSet allowed = new BitSet(tokens.vocabulary().size());
        allowed.set(RollTokens.STEP);
        allowed.set(tokens.on(place + 1), tokens.on(tokens.places()));
        for (int held = before.nextSetBit(place + 1); held >= 0; held = before.nextSetBit(held + 1)) {
            allowed.set(tokens.hold(held));
        }
        return allowed;
    }
}
