package dev.cadenza.bench.model;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Models;
import dev.cadenza.model.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How likely a model, as it is played in plain Java, finds the validation part of a corpus: the figure of a checkpoint
/// in the weights it ships with. Whole pieces from their start, hints withheld, natural logarithms.
///
/// `Likelihood MODEL PATH [SEED]`; the seed splits corpora that bring no split of their own, as in training.
public final class Likelihood {

    private static final double VALID_SHARE = 0.2;

    private Likelihood() {
    }

    public static void main(String[] args) {
        Autoregressive model = (Autoregressive) Models.load(Path.of(args[0]));
        Tokenizer tokenizer = model.tokenizer();
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Corpus corpus = Corpora.open(Path.of(args[1]), tokenizer, seed, VALID_SHARE);
        List<TokenSequence> pieces = Corpus.tokens(corpus.valid());
        long began = System.nanoTime();
        double nats = 0;
        long tokens = 0;
        for (TokenSequence piece : pieces) {
            nats += nats(model, piece);
            tokens += (long) piece.steps() * piece.width();
        }
        double perQuarter = nats / tokens * tokenizer.tokensPerQuarter(pieces);
        System.out.printf(Locale.ROOT, "%d pieces, %d tokens: %.4f nats a token, %.4f a step, %.4f a quarter; %.0f tokens/s%n",
                pieces.size(), tokens, nats / tokens, perQuarter / tokenizer.stepsPerQuarter(), perQuarter,
                tokens / ((System.nanoTime() - began) / 1e9));
    }

    private static double nats(Autoregressive model, TokenSequence piece) {
        Session session = model.session(ContextReader.of(knownContext(model.tokenizer(), piece), piece.width()));
        double nats = 0;
        for (int token : piece.tokens()) {
            nats += nats(session.logits(), token);
            session.accept(token);
        }
        return nats;
    }

    private static double nats(float[] logits, int token) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - highest);
        }
        return highest + Math.log(sum) - logits[token];
    }

    private static int[][] knownContext(Tokenizer tokenizer, TokenSequence piece) {
        int[][] context = new int[piece.contextRows()][piece.steps()];
        for (int row = 0; row < context.length; row++) {
            for (int step = 0; step < piece.steps() && !tokenizer.contextRows().get(row).hint(); step++) {
                context[row][step] = piece.context(row, step);
            }
        }
        return context;
    }
}
