package dev.cadenza.bench.latent;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.model.Latent;
import dev.cadenza.model.Models;
import dev.cadenza.model.latent.AttributeVectors;
import dev.cadenza.score.AtomicFiles;
import java.nio.file.Path;
import java.util.List;

/// Writes the directions of attributes beside a model that has none.
///
/// `latent.LearnDirections MODEL DATA`: what it has learnt from, as `cadenza train` takes it; split with the seed 1.
public final class LearnDirections {

    private LearnDirections() {
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Latent model = (Latent) Models.load(folder);
        Corpus corpus = Corpora.open(Path.of(args[1]), model.tokenizer(), 1, 0.2);
        List<TokenSequence> excerpts = AttributeVectors.spread(model.excerpts(), Corpus.tokens(corpus.train()));
        AttributeVectors vectors = AttributeVectors.learnt(model, excerpts, _ -> { });
        AtomicFiles.write(folder.resolve(AttributeVectors.FILE), vectors.content());
        System.out.println(vectors.excerpts() + " excerpts");
    }
}
