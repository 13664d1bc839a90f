package dev.cadenza.corpus.baseline;

import dev.cadenza.corpus.Grammar;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/// Counts of token sequences, longer contexts interpolated with shorter ones after Witten and Bell (1991):
/// `p(w | h) = (c(h, w) + t(h) p(w | h')) / (c(h) + t(h))`, where `t(h)` is the number of different tokens seen after `h`
/// and `h'` is `h` without its oldest token. Below the empty context all tokens are equally likely, so that none is
/// impossible. Each place of a step (each voice) has counts of its own.
public final class NgramModel {

    /// Which earlier tokens a context holds.
    public enum Past {
        /// The tokens just before, step by step and place by place: of four voices, the other three and the voice itself.
        STREAM,
        /// Earlier tokens of the same place: of four voices, the voice itself.
        PLACE
    }

    private static final int MAX_ORDER = 6;
    /// Bits of a key that say place and length.
    private static final int PLACE_BITS = 6;

    private final int size;
    private final int bits;     // of a token, one number for "before the start" beside
    private final int order;
    private final Past past;
    private final LongCounter follows = new LongCounter();
    private final LongCounter contexts = new LongCounter();
    private final LongCounter kinds = new LongCounter();

    private NgramModel(int size, int order, Past past) {
        this.size = size;
        this.bits = bits(size);
        this.order = order;
        this.past = past;
    }

    private static int bits(int size) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(size);
    }

    /// Learns from sequences of one tokenizer.
    ///
    /// @param order 1 for tokens without context, 5 for contexts of four tokens; 6 at most
    /// @throws IllegalArgumentException where the order is out of range or there are too many tokens for it (5-grams: 2,047)
    public static NgramModel learn(Iterable<TokenSequence> sequences, Tokenizer tokenizer, int order, Past past) {
        int size = tokenizer.vocabulary().size();
        if (order < 1 || order > MAX_ORDER || order * bits(size) + PLACE_BITS > Long.SIZE) {
            throw new IllegalArgumentException("order " + order + " over " + size + " tokens is not supported");
        }
        NgramModel model = new NgramModel(size, order, past);
        for (TokenSequence sequence : sequences) {
            for (int step = 0; step < sequence.steps(); step++) {
                for (int place = 0; place < sequence.width(); place++) {
                    for (int length = 0; length < order; length++) {
                        model.count(model.context(flat(sequence), sequence.width(), step, place, length), sequence.token(step, place));
                    }
                }
            }
        }
        return model;
    }

    /// Sequences in all keys, from five semitones lower to six higher, as far as the tokenizer can say them.
    public static List<TokenSequence> inAllKeys(Iterable<TokenSequence> sequences, Tokenizer tokenizer) {
        List<TokenSequence> all = new ArrayList<>();
        for (TokenSequence sequence : sequences) {
            for (int semitones = -5; semitones <= 6; semitones++) {
                tokenizer.transposed(sequence, semitones).ifPresent(all::add);
            }
        }
        return all;
    }

    /// Music drawn token by token from the probabilities of what the grammar allows.
    ///
    /// @param steps how long it is at least, 1 or more; it goes on to the next step at which it may end
    /// @return tokens, step by step
    public int[] sample(Tokenizer tokenizer, int steps, RandomGenerator random) {
        int width = tokenizer.width();
        int[] tokens = new int[steps * width];
        int count = 0;
        Grammar.State state = tokenizer.grammar().start();
        while (count < steps * width || count % width != 0 || !state.mayEnd()) {
            if (count == tokens.length) {
                tokens = Arrays.copyOf(tokens, 2 * count);
            }
            int[] past = tokens;
            tokens[count] = draw(index -> past[index], width, count, state.allowed(), random);
            state = state.after(tokens[count++]);
        }
        return Arrays.copyOf(tokens, count);
    }

    private int draw(IntUnaryOperator past, int width, int index, BitSet allowed, RandomGenerator random) {
        double[] weights = new double[allowed.length()];
        double sum = 0;
        for (int token = allowed.nextSetBit(0); token >= 0; token = allowed.nextSetBit(token + 1)) {
            weights[token] = probability(past, width, index / width, index % width, token);
            sum += weights[token];
        }
        double left = random.nextDouble() * sum;
        int token = allowed.nextSetBit(0);
        for (int next = token; next >= 0 && left >= 0; next = allowed.nextSetBit(next + 1)) {
            token = next;
            left -= weights[next];
        }
        return token;
    }

    private void count(long context, int token) {
        contexts.increment(context);
        if (follows.increment(context << bits | token) == 0) {
            kinds.increment(context);
        }
    }

    /// The tokens of a sequence, step by step.
    private static IntUnaryOperator flat(TokenSequence sequence) {
        int width = sequence.width();
        return index -> sequence.token(index / width, index % width);
    }

    /// The last `length` tokens before a place, 0 standing for "before the start", with place and length.
    private long context(IntUnaryOperator tokens, int width, int step, int place, int length) {
        long context = 0;
        for (int back = 1; back <= length; back++) {
            int index = past == Past.STREAM ? step * width + place - back : (step - back) * width + place;
            context = context << bits | (index < 0 ? 0 : tokens.applyAsInt(index) + 1);
        }
        return context << PLACE_BITS | place << 3 | length;
    }

    /// Probability of a token at a place of a step, given what comes before it in the sequence. Over all tokens of the
    /// vocabulary these sum to 1.
    public double probability(TokenSequence sequence, int step, int place, int token) {
        return probability(flat(sequence), sequence.width(), step, place, token);
    }

    private double probability(IntUnaryOperator tokens, int width, int step, int place, int token) {
        double probability = 1.0 / size;
        for (int length = 0; length < order; length++) {
            long context = context(tokens, width, step, place, length);
            int seen = contexts.count(context);
            if (seen == 0) {
                break;
            }
            int different = kinds.count(context);
            probability = (follows.count(context << bits | token) + different * probability) / (seen + different);
        }
        return probability;
    }

    /// The likelihood of all tokens of some sequences, the first ones included.
    public Likelihood measure(Iterable<TokenSequence> sequences, Tokenizer tokenizer) {
        double nats = 0;
        long tokens = 0;
        double quarters = 0;
        for (TokenSequence sequence : sequences) {
            for (int step = 0; step < sequence.steps(); step++) {
                for (int place = 0; place < sequence.width(); place++) {
                    nats -= StrictMath.log(probability(sequence, step, place, sequence.token(step, place)));
                }
            }
            quarters += tokenizer.quarters(sequence);
            tokens += (long) sequence.steps() * sequence.width();
        }
        return new Likelihood(nats, tokens, quarters, tokenizer.stepsPerQuarter());
    }
}
