package dev.cadenza.bench.baseline;

import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.baseline.Likelihood;
import dev.cadenza.corpus.baseline.NgramModel;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.score.CadenzaException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Prints what n-grams make of the validation part of a corpus: `NgramBaseline PATH --as REPRESENTATION [--steps 4|12|24]
/// [--seed S]`. Data that brings its split keeps it; else a fifth of the files is for validation.
public final class NgramBaseline {

    private static final String USAGE = "usage: NgramBaseline PATH --as REPRESENTATION [--steps 4|12|24] [--seed S]";

    /// Of longer music the counts in all keys would not fit into memory.
    private static final long MOST_TRANSPOSED = 2_000_000;

    private NgramBaseline() {
    }

    /// Prints the figures.
    public static void main(String[] arguments) {
        String as = option(arguments, "--as", "");
        int steps = Integer.parseInt(option(arguments, "--steps", "4"));
        long seed = Long.parseLong(option(arguments, "--seed", "1"));
        if (arguments.length == 0 || as.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            print(Corpora.open(Path.of(arguments[0]), Representations.named(as, steps), seed, 0.2));
        } catch (CadenzaException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String option(String[] arguments, String name, String otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        return otherwise;
    }

    private static void print(Corpus corpus) {
        List<TokenSequence> train = Corpus.tokens(corpus.train());
        List<TokenSequence> valid = Corpus.tokens(corpus.valid());
        List<TokenSequence> allKeys = transposed(train, corpus.tokenizer());
        System.out.println(corpus.report());
        System.out.printf(Locale.ROOT, "train %d pieces (%d transposed), valid %d pieces of %d positions; figures are for valid%n",
                train.size(), allKeys.size(), valid.size(), valid.stream().mapToInt(TokenSequence::steps).sum());
        System.out.printf(Locale.ROOT, "%-44s %10s %10s %12s%n", "", "nats/token", "nats/step", "nats/quarter");
        line("unigram, each place", corpus, train, valid, 1, NgramModel.Past.STREAM);
        line("5-gram, tokens just before", corpus, train, valid, 5, NgramModel.Past.STREAM);
        if (!allKeys.isEmpty()) {
            line("5-gram, tokens just before, all keys", corpus, allKeys, valid, 5, NgramModel.Past.STREAM);
        }
        if (corpus.tokenizer().width() > 1) {
            line("5-gram, each voice alone", corpus, train, valid, 5, NgramModel.Past.PLACE);
            if (!allKeys.isEmpty()) {
                line("5-gram, each voice alone, all keys", corpus, allKeys, valid, 5, NgramModel.Past.PLACE);
            }
        }
    }

    private static void line(String name, Corpus corpus, List<TokenSequence> train, List<TokenSequence> valid, int order,
            NgramModel.Past past) {
        Likelihood likelihood = NgramModel.learn(train, corpus.tokenizer(), order, past)
                .measure(valid, corpus.tokenizer());
        System.out.printf(Locale.ROOT, "%-44s %10.4f %10.4f %12.4f%n", name, likelihood.perToken(), likelihood.perStep(),
                likelihood.perQuarter());
    }

    private static List<TokenSequence> transposed(List<TokenSequence> sequences, Tokenizer tokenizer) {
        return sequences.stream().mapToLong(TokenSequence::steps).sum() > MOST_TRANSPOSED ? List.of()
                : NgramModel.inAllKeys(sequences, tokenizer);
    }
}
