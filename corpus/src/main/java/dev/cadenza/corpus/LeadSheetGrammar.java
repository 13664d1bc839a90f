package dev.cadenza.corpus;

import java.util.BitSet;

/// A melody token, then a chord token, in turn. The melody is as in [MelodyGrammar]. The first step states a chord or
/// `none`; later only what is new is stated. The music ends at the end of a step in which the melody sounds.
record LeadSheetGrammar() implements Grammar {

    private static final Grammar MELODY = new MelodyGrammar(LeadSheetTokenizer.NONE);

    @Override
    public State start() {
        return new Sheet(MELODY.start(), true, MelodyTokenizer.HOLD);
    }

    /// @param melody where the melody is
    /// @param first whether a melody token is next, rather than a chord
    /// @param chord the chord that sounds; [MelodyTokenizer#HOLD] before the first
    private record Sheet(State melody, boolean first, int chord) implements State {

        @Override
        public BitSet allowed() {
            if (first) {
                return melody.allowed();
            }
            BitSet allowed = new BitSet(LeadSheetTokenizer.SIZE);
            allowed.set(LeadSheetTokenizer.NONE, LeadSheetTokenizer.SIZE);
            allowed.set(MelodyTokenizer.HOLD);
            allowed.clear(chord);
            return allowed;
        }

        @Override
        public State after(int token) {
            if (first) {
                return new Sheet(melody.after(token), false, chord);
            }
            if (token < 0 || !allowed().get(token)) {
                throw new IllegalArgumentException("token " + token + " is not allowed here");
            }
            return new Sheet(melody, true, token == MelodyTokenizer.HOLD ? chord : token);
        }

        @Override
        public boolean mayEnd() {
            return first && melody.mayEnd();
        }
    }
}
