package dev.cadenza.model.generate;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.theory.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is settled about a take before its first note.
///
/// @param heard tokens that the model hears first
/// @param given tokens that the piece begins with
/// @param steps length of the piece, in steps; it ends at a bar line
/// @param meter of what is made
/// @param key of the piece, as far as it is known
/// @param context of the piece, rows x steps
/// @param told what the model is told: the context from the first token it hears to the end of the piece; without the rows
///             that it has not learnt to read
record Outline(int[] heard, int[] given, int steps, Meter meter, Optional<KeySignature> key, int[][] context,
               int[][] told) {

    static final String KEY = "key";
    static final String LEFT = "left";
    private static final List<KeySignature> KEYS = Stream.of(Mode.values()).flatMap(mode -> IntStream.range(0, 12)
            .mapToObj(tonic -> Key.on(tonic, mode).signature(0))).toList();
    /// A recurrent memory does not reach further, and looking for repetitions takes the square of what is heard.
    private static final int HEARD_STEPS = 2048;

    /// A piece out of nothing.
    static Outline fresh(GridTokenizer tokenizer, Provenance provenance, int bars, Meter meter, Optional<KeySignature> key) {
        int steps = Lengths.checked((long) bars * Lengths.barSteps(tokenizer, meter));
        int[][] context = tokenizer.context(new Plan(steps, meter, 0, key, true));
        return new Outline(new int[0], new int[0], steps, meter, key, context, readable(tokenizer, provenance, context));
    }

    /// A piece of its own that a model makes after it has heard a window of other music, in the same key.
    static Outline after(TokenSequence window, GridTokenizer tokenizer, Provenance provenance, int wanted, Meter meter,
                         Optional<KeySignature> asked) {
        int bar = Lengths.barSteps(tokenizer, meter);
        int steps = Lengths.checked((wanted + bar - 1L) / bar * bar);
        Optional<KeySignature> key = asked.or(() -> keyAtEnd(window, tokenizer));
        int[][] context = tokenizer.context(new Plan(steps, meter, 0, key, true));
        int[][] told = new int[context.length][window.steps() + steps];
        for (int row = 0; row < context.length; row++) {
            System.arraycopy(context[row], 0, told[row], window.steps(), steps);
            // The window does not end where its own piece did; as to the key, model and window are to agree.
            String name = tokenizer.contextRows().get(row).name();
            boolean own = !name.equals(LEFT) && !name.equals(KEY);
            for (int step = 0; step < window.steps(); step++) {
                told[row][step] = own ? window.context(row, step) : context[row][0];
            }
        }
        return new Outline(window.tokens(), new int[0], steps, meter, key, context, readable(tokenizer, provenance, told));
    }

    /// A piece that begins with what is given.
    ///
    /// @param length steps of the piece
    /// @param upbeat steps from the start of the piece to a bar line
    static Outline from(TokenSequence given, GridTokenizer tokenizer, Provenance provenance, long length, Meter meter, int upbeat,
                        Optional<KeySignature> key) {
        int steps = Lengths.checked(length);
        int[][] context = tokenizer.context(new Plan(steps, meter, upbeat, key, true));
        for (int row = 0; row < context.length; row++) {
            ContextRow fact = tokenizer.contextRows().get(row);
            for (int step = 0; step < given.steps(); step++) {
                int value = given.context(row, step);
                boolean planned = value == 0 || fact.name().equals(LEFT) || fact.name().equals(KEY) && key.isPresent();
                context[row][step] = planned ? context[row][step] : value;
            }
        }
        int from = Math.max(0, given.steps() - HEARD_STEPS);
        int[] heard = Arrays.copyOfRange(given.tokens(), from * given.width(), given.steps() * given.width());
        int[][] told = Arrays.stream(context).map(row -> Arrays.copyOfRange(row, from, row.length)).toArray(int[][]::new);
        return new Outline(heard, given.tokens(), steps, meter, key, context, readable(tokenizer, provenance, told));
    }

    private static int[][] readable(GridTokenizer tokenizer, Provenance provenance, int[][] context) {
        int[][] told = new int[context.length][];
        for (int row = 0; row < context.length; row++) {
            boolean unseen = provenance.unseen().contains(tokenizer.contextRows().get(row).name());
            told[row] = unseen ? new int[context[row].length] : context[row].clone();
        }
        return told;
    }

    /// The key that the context of a window states at its end.
    private static Optional<KeySignature> keyAtEnd(TokenSequence window, GridTokenizer tokenizer) {
        int row = row(tokenizer, KEY);
        if (row < 0 || window.steps() == 0 || window.context(row, window.steps() - 1) == 0) {
            return Optional.empty();
        }
        return key(window.context(row, window.steps() - 1), row, tokenizer);
    }

    /// The key that context states at one step.
    ///
    /// @param told one value for each context row
    static Optional<KeySignature> statedKey(int[] told, GridTokenizer tokenizer) {
        int row = row(tokenizer, KEY);
        return row < 0 || told[row] == 0 ? Optional.empty() : key(told[row], row, tokenizer);
    }

    private static Optional<KeySignature> key(int number, int row, GridTokenizer tokenizer) {
        return KEYS.stream().filter(key ->
                tokenizer.context(new Plan(1, Meter.common(), 0, Optional.of(key), false))[row][0] == number).findFirst();
    }

    /// Whether a model is told how much of the piece is left.
    static boolean knowsTheEnd(GridTokenizer tokenizer, Provenance provenance) {
        return row(tokenizer, LEFT) >= 0 && !provenance.unseen().contains(LEFT);
    }

    private static int row(GridTokenizer tokenizer, String name) {
        List<String> names = tokenizer.contextRows().stream().map(ContextRow::name).toList();
        return names.indexOf(name);
    }
}
