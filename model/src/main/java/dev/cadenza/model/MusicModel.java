package dev.cadenza.model;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import java.util.List;

/// A model that music comes out of: immutable, so that several threads can play it at once. Its kinds differ in how the
/// music comes out.
public sealed interface MusicModel permits Autoregressive, Gibbs, Latent, NoiseDriven, Adversarial {

    /// All that it says of itself.
    Facts facts();

    /// What it is.
    default ModelSpec spec() {
        return facts().spec();
    }

    /// How its tokens become music.
    default Tokenizer tokenizer() {
        return facts().tokenizer();
    }

    /// Where it comes from and what its music is usually like.
    default Provenance provenance() {
        return facts().provenance();
    }

    /// Some windows of the music it learnt from, to start from; may be empty.
    default List<TokenSequence> windows() {
        return facts().windows();
    }

    /// SHA-256 over what determines its music, in hexadecimal; see `docs/formats/checkpoint.md`.
    default String hash() {
        return facts().hash();
    }

    /// What a model says of itself; see the methods of [MusicModel] that have these names.
    record Facts(ModelSpec spec, Tokenizer tokenizer, Provenance provenance, List<TokenSequence> windows, String hash) {

        public Facts {
            windows = List.copyOf(windows);
        }

        /// Those of a checkpoint.
        ///
        /// @param hash of the files that it was read from, or its own
        public static Facts of(Checkpoint checkpoint, String hash) {
            return new Facts(checkpoint.spec(), checkpoint.tokenizer(), checkpoint.provenance(), checkpoint.windows(), hash);
        }
    }
}
