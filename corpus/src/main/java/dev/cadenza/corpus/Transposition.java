package dev.cadenza.corpus;

import java.util.Optional;

/// Token sequences moved up or down.
final class Transposition {

    private static final int PITCH_CLASSES = 12;

    private Transposition() {
    }

    /// The same music `semitones` higher, its `key` row moved along; empty where a pitch would leave what the tokenizer can
    /// represent.
    static Optional<TokenSequence> of(TokenSequence sequence, Tokenizer tokenizer, int semitones) {
        int[] tokens = sequence.tokens();
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = tokenizer.transpose(tokens[i], semitones);
            if (tokens[i] < 0) {
                return Optional.empty();
            }
        }
        int[][] context = new int[sequence.contextRows()][];
        for (int row = 0; row < context.length; row++) {
            context[row] = Contexts.row(sequence, row);
            if (tokenizer.contextRows().get(row).name().equals("key")) {
                for (int step = 0; step < context[row].length; step++) {
                    context[row][step] = key(context[row][step], semitones);
                }
            }
        }
        return Optional.of(new TokenSequence(sequence.width(), tokens, context));
    }

    private static int key(int key, int semitones) {
        if (key == 0) {
            return 0;
        }
        int mode = (key - 1) / PITCH_CLASSES;
        return 1 + mode * PITCH_CLASSES + Math.floorMod(key - 1 + semitones, PITCH_CLASSES);
    }
}
