package dev.cadenza.corpus.read;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import java.util.Arrays;

/// Counts notes in tokens.
final class Notes {

    private Notes() {
    }

    static int count(TokenSequence sequence, Tokenizer tokenizer) {
        int[] sounding = new int[sequence.width()];
        Arrays.fill(sounding, -1);
        int notes = 0;
        for (int step = 0; step < sequence.steps(); step++) {
            for (int place = 0; place < sounding.length; place++) {
                int token = sequence.token(step, place);
                boolean begins = tokenizer.begins(token, sounding[place]);
                sounding[place] = tokenizer.sounding(token, sounding[place]);
                notes += begins && sounding[place] >= 0 ? 1 : 0;
            }
        }
        return notes;
    }
}
