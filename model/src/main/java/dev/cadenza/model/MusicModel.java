package dev.cadenza.model;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.checkpoint.Provenance;
import java.util.List;

/// A model that music comes out of: immutable, so that several threads can play it at once. Its kinds differ in how the
/// music comes out.
public sealed interface MusicModel permits Autoregressive, Gibbs, Latent, NoiseDriven, Adversarial {

    /// What it is.
    ModelSpec spec();

    /// How its tokens become music.
    Tokenizer tokenizer();

    /// Where it comes from and what its music is usually like.
    Provenance provenance();

    /// Some windows of the music it learnt from, to start from; may be empty.
    List<TokenSequence> windows();

    /// SHA-256 over what determines its music, in hexadecimal; see `docs/formats/checkpoint.md`.
    String hash();
}
