package dev.cadenza.model.generate;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.model.Session;

/// A reading of music that sounds some semitones higher than its model makes it.
final class Transposed implements Session {

    private static final int OCTAVE = 12;

    private final Session session;
    private final GridTokenizer tokenizer;
    private final int semitones;
    private final float[] moved;

    Transposed(Session session, GridTokenizer tokenizer, int semitones) {
        this.session = session;
        this.tokenizer = tokenizer;
        this.semitones = semitones;
        this.moved = new float[tokenizer.vocabulary().size()];
    }

    @Override
    public float[] logits() {
        float[] logits = session.logits();
        for (int token = 0; token < moved.length; token++) {
            int own = tokenizer.transpose(token, -semitones);
            moved[token] = own >= 0 ? logits[own] : Float.NEGATIVE_INFINITY;
        }
        return moved;
    }

    @Override
    public void accept(int token) {
        int own = tokenizer.transpose(token, -semitones);
        // At the edge of what there is a token for, the same note an octave away is told instead.
        for (int octave : new int[] {OCTAVE, -OCTAVE}) {
            own = own >= 0 ? own : tokenizer.transpose(token, octave - semitones);
        }
        session.accept(own);
    }

    @Override
    public int length() {
        return session.length();
    }
}
