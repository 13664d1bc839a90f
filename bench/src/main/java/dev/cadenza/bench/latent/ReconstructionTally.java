package dev.cadenza.bench.latent;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.TokenSequence;
import java.util.Arrays;

/// How many tokens of excerpts come back: all of them, and those alone that begin a note.
final class ReconstructionTally {

    private final GridTokenizer tokenizer;
    private long tokens;
    private long right;
    private long onsets;
    private long rightOnsets;

    ReconstructionTally(GridTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// @param again the tokens in the place of those of the excerpt, step by step
    void add(TokenSequence excerpt, int[] again) {
        int width = excerpt.width();
        int[] sounding = new int[width];
        Arrays.fill(sounding, -1);
        for (int i = 0; i < again.length; i++) {
            int place = i % width;
            int token = excerpt.token(i / width, place);
            boolean begins = tokenizer.begins(token, sounding[place]);
            sounding[place] = tokenizer.sounding(token, sounding[place]);
            boolean onset = begins && sounding[place] >= 0;
            tokens++;
            onsets += onset ? 1 : 0;
            if (again[i] == token) {
                right++;
                rightOnsets += onset ? 1 : 0;
            }
        }
    }

    /// Share of the tokens that came back.
    double accuracy() {
        return (double) right / tokens;
    }

    /// Share of the tokens that came back, of those that begin a note.
    double onsetAccuracy() {
        return (double) rightOnsets / onsets;
    }
}
