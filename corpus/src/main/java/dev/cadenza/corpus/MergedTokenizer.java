package dev.cadenza.corpus;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A stream of events in which tokens that often follow each other are one, after Fradet et al. (2023), "Byte Pair Encoding
/// for Symbolic Music".
///
/// A merged token begins with any token of the base; all others in it [say more][EventTokenizer#adds] of what that began, as
/// velocity and duration do of a note. So it begins one note at most, time moves at its first part alone, and whatever a
/// constraint looks at (time, pitch, instrument, metre) is its first part. Merges over several notes are left out, which
/// costs some of the gain that the paper states. Names join those of the parts: `Pitch_60+Duration_12`.
///
/// Encoding takes the longest token there is, from left to right. The [#grammar()] forbids what would end a longer token
/// than the one written, and whatever only such tokens could follow; so `encode(decode(e)).equals(e)` holds where it holds
/// for the base. Context is the base's where the first part stands.
public final class MergedTokenizer implements EventTokenizer {

    /// The option that stands last in the name, followed by how many merges are wanted.
    static final String OPTION = "merge";

    private final int wanted;
    private final MergedTokens tokens;
    private final MergedState start;

    /// Two tokens that are one.
    ///
    /// @param left number of a token of the base or of an earlier merge
    /// @param right likewise
    public record Merge(int left, int right) {
    }

    /// @param wanted how many merges may be learnt, 1 or more
    /// @param merges in the order of their numbers; none where they are still to be learnt
    /// @throws IllegalArgumentException where there are too many, or one is of tokens that are not there or may not be merged
    public MergedTokenizer(EventTokenizer base, int wanted, List<Merge> merges) {
        if (wanted < 1 || merges.size() > wanted) {
            throw new IllegalArgumentException(merges.size() + " merges where " + wanted + " are wanted");
        }
        this.wanted = wanted;
        this.tokens = new MergedTokens(base, merges);
        this.start = new MergedState(tokens, base.grammar().start(), List.of());
    }

    /// Learns merges: time and again the two tokens that most often stand side by side, among equals those with the lowest
    /// numbers, as long as some stand so twice.
    ///
    /// @param sequences of the base
    /// @param wanted how many, at most
    public static MergedTokenizer learn(EventTokenizer base, Iterable<TokenSequence> sequences, int wanted) {
        return new MergedTokenizer(base, wanted, new MergeLearner(base, sequences).merges(wanted));
    }

    /// The tokenizer whose tokens are merged.
    public EventTokenizer base() {
        return tokens.base;
    }

    /// How many merges may be learnt.
    public int wanted() {
        return wanted;
    }

    /// In the order of their numbers, which follow those of the base.
    public List<Merge> merges() {
        return tokens.merges;
    }

    @Override
    public Vocabulary vocabulary() {
        return tokens.vocabulary;
    }

    @Override
    public Grammar grammar() {
        return () -> start;
    }

    @Override
    public int stepsPerQuarter() {
        return tokens.base.stepsPerQuarter();
    }

    @Override
    public List<ContextRow> contextRows() {
        return tokens.base.contextRows();
    }

    /// {@inheritDoc} Where the parts moved are no token, there is none either; [#transposed] moves them all the same.
    @Override
    public int transpose(int token, int semitones) {
        int[] moved = Arrays.stream(tokens.parts(token)).map(part -> tokens.base.transpose(part, semitones)).toArray();
        return Arrays.stream(moved).anyMatch(part -> part < 0) ? -1 : tokens.token(moved);
    }

    @Override
    public Optional<TokenSequence> transposed(TokenSequence sequence, int semitones) {
        return tokens.base.transposed(unmerged(sequence), semitones).map(this::merged);
    }

    @Override
    public int pitch(int token, int place) {
        return tokens.base.pitch(first(token), place);
    }

    @Override
    public boolean begins(int token) {
        return tokens.base.begins(first(token));
    }

    @Override
    public boolean adds(int token) {
        return tokens.base.adds(first(token));
    }

    @Override
    public Optional<Instrument> instrument(int token) {
        return tokens.base.instrument(first(token));
    }

    @Override
    public boolean contradicts(int token, Plan plan) {
        return tokens.base.contradicts(first(token), plan);
    }

    private int first(int token) {
        return tokens.parts(token)[0];
    }

    @Override
    public Reading read(Plan plan) {
        return new MergedReading(tokens, plan);
    }

    @Override
    public TokenSequence encode(Score score) {
        return merged(tokens.base.encode(score));
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException where the tokens are none of this tokenizer or leave the grammar of its base
    @Override
    public Score decode(TokenSequence sequence) {
        return tokens.base.decode(unmerged(sequence));
    }

    /// The same music in as few tokens as there are.
    TokenSequence merged(TokenSequence plain) {
        int[] parts = plain.tokens();
        int[] numbers = new int[parts.length];
        int[] firsts = new int[parts.length];
        int count = 0;
        for (int at = 0; at < parts.length; at += tokens.parts(numbers[count++]).length) {
            numbers[count] = tokens.longest(parts, at);
            firsts[count] = at;
        }
        int[][] context = new int[plain.contextRows()][count];
        for (int row = 0; row < context.length; row++) {
            for (int i = 0; i < count; i++) {
                context[row][i] = plain.context(row, firsts[i]);
            }
        }
        return new TokenSequence(1, Arrays.copyOf(numbers, count), context);
    }

    /// The same music in tokens of the base. Only the first part of a token moves time: what is said of the time after it
    /// stands beside the next token.
    private TokenSequence unmerged(TokenSequence sequence) {
        if (sequence.width() != 1 || Arrays.stream(sequence.tokens()).anyMatch(token -> token < 0 || token >= tokens.size())) {
            throw new IllegalArgumentException("not of this tokenizer: " + sequence);
        }
        int[] plain = Arrays.stream(sequence.tokens()).flatMap(token -> Arrays.stream(tokens.parts(token))).toArray();
        int[][] context = new int[sequence.contextRows()][plain.length];
        for (int row = 0; row < context.length; row++) {
            int at = 0;
            for (int i = 0; i < sequence.steps(); i++) {
                context[row][at++] = sequence.context(row, i);
                int later = sequence.context(row, Math.min(i + 1, sequence.steps() - 1));
                for (int part = 1; part < tokens.parts(sequence.token(i, 0)).length; part++) {
                    context[row][at++] = later;
                }
            }
        }
        return new TokenSequence(1, plain, context);
    }
}
