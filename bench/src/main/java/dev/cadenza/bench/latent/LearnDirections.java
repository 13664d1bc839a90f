package dev.cadenza.bench.latent;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.model.Latent;
import dev.cadenza.model.Models;
import dev.cadenza.model.latent.AttributeVectors;
import dev.cadenza.model.latent.Evidence;
import dev.cadenza.score.AtomicFiles;
import java.nio.file.Path;
import java.util.List;

/// Writes the directions of attributes beside a model that has none.
///
/// `latent.LearnDirections MODEL DATA [FILE]`: what it has learnt from, as `cadenza train` takes it; split with the seed 1. The file
/// gets the directions between quarters, to compare.
public final class LearnDirections {

    private LearnDirections() {
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Latent model = (Latent) Models.load(folder);
        Corpus corpus = Corpora.open(Path.of(args[1]), model.tokenizer(), 1, 0.2);
        List<TokenSequence> excerpts = Evidence.spread(model.excerpts(), Corpus.tokens(corpus.train()));
        Evidence evidence = Evidence.of(model, excerpts, _ -> { });
        AtomicFiles.write(folder.resolve(AttributeVectors.FILE), evidence.alone().content());
        System.out.println(evidence.points().size() + " excerpts");
        if (args.length > 2) {
            AtomicFiles.write(Path.of(args[2]), evidence.quarters().content());
        }
    }
}
