package dev.cadenza.model;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.checkpoint.Provenance;
import java.util.Arrays;
import java.util.List;

/// A model whose points one can read: a melody of so many bars of 4/4 in sixteenths, with one number a step: the note that begins there,
/// in semitones above 48, or 0 for none. It loses rests, and nothing else of notes between 49 and 100.
public record ToyLatent(int bars) implements Latent {

    private static final MelodyTokenizer MELODY = new MelodyTokenizer(4);
    private static final int HOLD = 0;
    private static final int REST = 1;
    private static final int FIRST = 2 + 48;

    @Override
    public Facts facts() {
        return new Facts(new ModelSpec.MusicVae(1, latent(), 0, 1, 1, 1, 1, bars, 16, 0), MELODY, Provenance.unknown(), List.of(), "");
    }

    @Override
    public GridTokenizer tokenizer() {
        return MELODY;
    }

    @Override
    public int latent() {
        return bars * 16;
    }

    @Override
    public Excerpts excerpts() {
        return new Excerpts(MELODY, bars, 16);
    }

    @Override
    public Gaussian encode(TokenSequence excerpt) {
        float[] point = new float[latent()];
        float[] deviation = new float[latent()];
        Arrays.fill(deviation, 0.1f);
        for (int step = 0; step < point.length; step++) {
            point[step] = Math.max(0, excerpt.token(step, 0) - FIRST);
        }
        return new Gaussian(point, deviation);
    }

    @Override
    public Session session(float[] point) {
        return new Session() {
            private int step;

            @Override
            public float[] logits() {
                int wanted = Math.round(Math.min(50, point[step]));
                float[] logits = new float[MELODY.vocabulary().size()];
                for (int token = 0; token < logits.length; token++) {
                    logits[token] = -10 * Math.abs(token - (FIRST + wanted));
                }
                logits[HOLD] = wanted > 0 ? -1000 : 10;
                logits[REST] = wanted > 0 ? -1000 : 5;
                return logits;
            }

            @Override
            public void accept(int token) {
                step = Math.min(step + 1, point.length - 1);
            }

            @Override
            public int length() {
                return step;
            }
        };
    }
}
