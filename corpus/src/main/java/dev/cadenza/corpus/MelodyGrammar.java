package dev.cadenza.corpus;

import java.util.BitSet;

/// A note may begin anywhere; silence begins only where a note sounds or the music starts; nothing is held before there
/// is something to hold; the music ends while a note sounds.
///
/// @param size number of tokens
record MelodyGrammar(int size) implements Grammar {

    private enum Sound { NOTHING, SILENCE, NOTE }

    @Override
    public State start() {
        return new Line(size, Sound.NOTHING);
    }

    private record Line(int size, Sound sound) implements State {

        @Override
        public BitSet allowed() {
            BitSet allowed = new BitSet(size);
            allowed.set(MelodyTokenizer.FIRST_NOTE, size);
            allowed.set(MelodyTokenizer.HOLD, sound != Sound.NOTHING);
            allowed.set(MelodyTokenizer.REST, sound != Sound.SILENCE);
            return allowed;
        }

        @Override
        public State after(int token) {
            if (token < 0 || !allowed().get(token)) {
                throw new IllegalArgumentException("token " + token + " is not allowed here");
            }
            return switch (token) {
                case MelodyTokenizer.HOLD -> this;
                case MelodyTokenizer.REST -> new Line(size, Sound.SILENCE);
                default -> new Line(size, Sound.NOTE);
            };
        }

        @Override
        public boolean mayEnd() {
            return sound == Sound.NOTE;
        }
    }
}
