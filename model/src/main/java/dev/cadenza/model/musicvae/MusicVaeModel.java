package dev.cadenza.model.musicvae;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.Latent;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Session;
import dev.cadenza.model.checkpoint.Checkpoint;

/// A MusicVAE ready to play, in the precision of its checkpoint.
public final class MusicVaeModel implements Latent {

    private final ModelSpec.MusicVae spec;
    private final Excerpts excerpts;
    private final Facts facts;
    private final Encoder encoder;
    private final Decoder decoder;

    /// @param spec of the checkpoint
    /// @param hash see [dev.cadenza.model.MusicModel#hash]
    public MusicVaeModel(ModelSpec.MusicVae spec, Checkpoint checkpoint, String hash) {
        this.spec = spec;
        this.excerpts = Excerpts.of(spec, checkpoint.tokenizer());
        this.facts = Facts.of(checkpoint, hash);
        InputRows rows = InputRows.of(spec, checkpoint.tokenizer());
        this.encoder = Encoder.of(spec, rows, checkpoint.weights());
        this.decoder = Decoder.of(spec, rows, checkpoint.weights());
    }

    @Override
    public GridTokenizer tokenizer() {
        return excerpts.tokenizer();
    }

    @Override
    public int latent() {
        return spec.latent();
    }

    @Override
    public Excerpts excerpts() {
        return excerpts;
    }

    @Override
    public Gaussian encode(TokenSequence excerpt) {
        if (excerpt.steps() != excerpts.steps() || excerpt.width() != tokenizer().width()) {
            throw new IllegalArgumentException("an excerpt of " + excerpts.steps() + " steps is needed, not " + excerpt);
        }
        return encoder.encode(excerpt);
    }

    @Override
    public Session session(float[] point) {
        if (point.length != latent()) {
            throw new IllegalArgumentException("a point of " + latent() + " numbers is needed, not " + point.length);
        }
        return decoder.session(point);
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public ModelSpec.MusicVae spec() {
        return spec;
    }
}
