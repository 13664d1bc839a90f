package dev.cadenza.corpus;

import java.util.Arrays;

/// Voices on a grid as DeepBach sees them (Hadjeres et al., 2017): each cell, a voice at a step, says what begins there, or that
/// what began before goes on. So a cell can change without all that follow it in a long note. A cell may also be unknown.
///
/// @param voices how many there are
/// @param symbols steps x voices: [#UNKNOWN], [#REST], [#HOLD], or a pitch that begins
/// @param context rows x steps, as in [TokenSequence]
public record VoiceGrid(int voices, int[] symbols, int[][] context) implements Encoding {

    /// Nothing is known of the cell.
    public static final int UNKNOWN = -1;
    /// Silence begins.
    public static final int REST = 0;
    /// What was before goes on; at the first step, silence.
    public static final int HOLD = 1;
    /// The lowest pitch; those above follow.
    public static final int FIRST_PITCH = 2;

    /// @throws IllegalArgumentException where symbols do not fill steps, or a context row has another length
    public VoiceGrid {
        if (voices < 1 || symbols.length % voices != 0) {
            throw new IllegalArgumentException(symbols.length + " cells of " + voices + " voices");
        }
        symbols = symbols.clone();
        context = Arrays.stream(context).map(int[]::clone).toArray(int[][]::new);
        for (int[] row : context) {
            if (row.length != symbols.length / voices) {
                throw new IllegalArgumentException("a context row has " + row.length + " steps");
            }
        }
    }

    /// The grid of a sequence of four voices.
    public static VoiceGrid of(SatbTokenizer tokenizer, TokenSequence sequence) {
        int voices = tokenizer.width();
        int[] symbols = new int[sequence.steps() * voices];
        for (int voice = 0; voice < voices; voice++) {
            int before = -1;
            for (int step = 0; step < sequence.steps(); step++) {
                int token = sequence.token(step, voice);
                boolean begins = step == 0 || tokenizer.begins(token, before);
                before = tokenizer.sounding(token, before);
                symbols[step * voices + voice] = !begins ? HOLD : before < 0 ? REST : before - tokenizer.lowest() + FIRST_PITCH;
            }
        }
        int[][] context = new int[sequence.contextRows()][sequence.steps()];
        for (int row = 0; row < context.length; row++) {
            for (int step = 0; step < sequence.steps(); step++) {
                context[row][step] = sequence.context(row, step);
            }
        }
        return new VoiceGrid(voices, symbols, context);
    }

    /// The sequence of this grid.
    ///
    /// @throws IllegalArgumentException where a cell is unknown
    public TokenSequence sequence(SatbTokenizer tokenizer) {
        int[] tokens = new int[symbols.length];
        for (int voice = 0; voice < voices; voice++) {
            int before = -1;
            for (int step = 0; step < steps(); step++) {
                int symbol = symbol(step, voice);
                if (symbol == UNKNOWN) {
                    throw new IllegalArgumentException("voice " + voice + " is unknown at step " + step);
                }
                int pitch = symbol == HOLD ? before : symbol == REST ? -1 : symbol - FIRST_PITCH + tokenizer.lowest();
                tokens[step * voices + voice] = pitch < 0 ? SatbTokenizer.REST
                        : symbol != HOLD && pitch == before ? SatbTokenizer.STRIKE : tokenizer.token(pitch);
                before = pitch;
            }
        }
        return new TokenSequence(voices, tokens, context);
    }

    /// How many steps there are.
    public int steps() {
        return symbols.length / voices;
    }

    /// What a cell holds.
    public int symbol(int step, int voice) {
        return symbols[step * voices + voice];
    }

    /// The same context with other symbols.
    public VoiceGrid with(int[] others) {
        return new VoiceGrid(voices, others, context);
    }

    @Override
    public int[] symbols() {
        return symbols.clone();
    }

    @Override
    public int[][] context() {
        return Arrays.stream(context).map(int[]::clone).toArray(int[][]::new);
    }

    /// The value of a context row at a step.
    public int context(int row, int step) {
        return context[row][step];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VoiceGrid that && voices == that.voices && Arrays.equals(symbols, that.symbols)
                && Arrays.deepEquals(context, that.context);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(symbols) + Arrays.deepHashCode(context);
    }

    @Override
    public String toString() {
        return "VoiceGrid[" + steps() + " steps, " + voices + " voices]";
    }
}
