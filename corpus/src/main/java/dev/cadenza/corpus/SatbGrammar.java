package dev.cadenza.corpus;

import java.util.BitSet;

/// Any pitch or rest may follow anything; a voice is struck anew only while it sounds; the music ends at the end of a
/// step in which some voice sounds.
///
/// @param size number of tokens
record SatbGrammar(int size) implements Grammar {

    @Override
    public State start() {
        return new Voices(size, 0, 0, false);
    }

    /// @param place voice whose token is next
    /// @param sounding bit per voice: whether it sounded in its last step
    /// @param begun whether there is a whole step
    private record Voices(int size, int place, int sounding, boolean begun) implements State {

        @Override
        public BitSet allowed() {
            BitSet allowed = new BitSet(size);
            allowed.set(0, size);
            allowed.set(SatbTokenizer.STRIKE, (sounding >> place & 1) != 0);
            return allowed;
        }

        @Override
        public State after(int token) {
            if (token < 0 || token >= size || token == SatbTokenizer.STRIKE && (sounding >> place & 1) == 0) {
                throw new IllegalArgumentException("token " + token + " is not allowed here");
            }
            int voice = 1 << place;
            int after = token == SatbTokenizer.REST ? sounding & ~voice : sounding | voice;
            int next = (place + 1) % SatbTokenizer.VOICES;
            return new Voices(size, next, after, begun || next == 0);
        }

        @Override
        public boolean mayEnd() {
            return begun && place == 0 && sounding != 0;
        }
    }
}
