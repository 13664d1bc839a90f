package dev.cadenza.bench.corpus;

import dev.cadenza.corpus.MergedTokenizer;
import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.collection.StoredCorpus;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// Measures how much shorter merged tokens make music that they were not learnt from: merges are learnt on the training
/// part of a stored corpus, tokens are counted on its validation part. Arguments: the corpus, and a representation like
/// `remi+programs+merge256`. 12 steps a quarter note.
final class MergeGain {

    private static final int STEPS = 12;

    private MergeGain() {
    }

    public static void main(String[] args) {
        StoredCorpus corpus = StoredCorpus.open(Path.of(args[0]));
        Tokenizer fitted = Representations.fitted(Representations.named(args[1], STEPS), () -> part(corpus, Share.TRAIN)
                .mapToObj(corpus::score).iterator());
        if (!(fitted instanceof MergedTokenizer merged)) {
            throw new IllegalArgumentException("nothing is merged in " + args[1]);
        }
        long plain = 0;
        long fewer = 0;
        int pieces = 0;
        for (int index : part(corpus, Share.VALID).toArray()) {
            try {
                TokenSequence base = merged.base().encode(corpus.score(index));
                plain += base.steps();
                fewer += merged.encode(corpus.score(index)).steps();
                pieces++;
            } catch (RequestException e) {
                System.out.println(e.getMessage());
            }
        }
        System.out.printf("%s, %s: %d merges, %d tokens; %d pieces, %d tokens become %d, %.1f %% fewer%n", args[0], args[1],
                merged.merges().size(), merged.vocabulary().size(), pieces, plain, fewer, 100.0 * (plain - fewer) / plain);
    }

    private static IntStream part(StoredCorpus corpus, Share share) {
        return IntStream.range(0, corpus.size()).filter(index -> corpus.share(index) == share);
    }
}
