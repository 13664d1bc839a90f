package dev.cadenza.model;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.musegan.MuseGanShapes;
import dev.cadenza.model.musicvae.MusicVaeShapes;
import dev.cadenza.model.deepbach.DeepBachShapes;
import dev.cadenza.model.recurrent.RecurrentShapes;
import dev.cadenza.model.sequencegan.SequenceGanShapes;
import java.util.SortedMap;

/// Names and shapes of the tensors of models, as `docs/formats/checkpoint.md` lists them.
public final class Shapes {

    private Shapes() {
    }

    /// Every tensor that a model has, with its axes.
    ///
    /// @throws dev.cadenza.score.CadenzaException.RequestException where the spec cannot read what the tokenizer writes
    public static SortedMap<String, int[]> of(ModelSpec spec, Tokenizer tokenizer) {
        return switch (spec) {
            case ModelSpec.Recurrent recurrent -> RecurrentShapes.of(recurrent, tokenizer);
            case ModelSpec.SequenceGan gan -> SequenceGanShapes.of(gan, tokenizer);
            case ModelSpec.MuseGan gan -> MuseGanShapes.of(gan, tokenizer);
            case ModelSpec.MusicVae vae -> MusicVaeShapes.of(vae, tokenizer);
            case ModelSpec.DeepBach bach -> DeepBachShapes.of(bach, DeepBachShapes.voices(tokenizer));
        };
    }
}
