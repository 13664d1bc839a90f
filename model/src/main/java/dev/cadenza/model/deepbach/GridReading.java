package dev.cadenza.model.deepbach;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;

/// What a network reads of a grid, as rows of its tables and classes of its intervals. Nothing here ever lets the cell that is
/// asked for shine through: what sounds in a voice is followed from where it begins, through cells that are known only.
///
/// A table for steps has, for each voice, rows for what the cell says (unknown, held, begun, rest) and for what sounds there (unknown,
/// silence, pitches); then those of the context. A table for a voice's head has the same rows, where the voice's own stand for what
/// sounded one step before, followed by rows for what begins next in it.
public final class GridReading {

    /// Intervals of more semitones count as that many.
    private static final int WIDEST = 24;
    /// Classes of intervals, but for none.
    public static final int INTERVALS = 2 * WIDEST + 1;
    /// The class of no interval.
    public static final int NO_INTERVAL = INTERVALS;
    private static final int KINDS = 4;
    private static final int UNKNOWN = -2;
    private static final int SILENCE = -1;

    private final SatbTokenizer tokenizer;
    private final int voices;
    private final int pitches;
    private final int context;
    private final int[] contextRows;
    private final int stepRows;

    /// The reading of grids of a tokenizer.
    public GridReading(SatbTokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.voices = tokenizer.width();
        this.pitches = 2 + tokenizer.highest() - tokenizer.lowest() + 1;
        this.context = voices * (KINDS + pitches);
        this.contextRows = new int[tokenizer.contextRows().size()];
        int row = context;
        for (int i = 0; i < contextRows.length; i++) {
            contextRows[i] = row;
            row += tokenizer.contextRows().get(i).size();
        }
        this.stepRows = row;
    }

    /// How many voices there are.
    public int voices() {
        return voices;
    }

    /// What a cell can hold: rest, hold, and each pitch.
    public int symbols() {
        return VoiceGrid.FIRST_PITCH + tokenizer.highest() - tokenizer.lowest() + 1;
    }

    /// Rows of a table for steps.
    public int stepRows() {
        return stepRows;
    }

    /// Rows that are summed for a step.
    public int stepSlots() {
        return 2 * voices + contextRows.length;
    }

    /// Rows of a table for a head.
    public int headRows() {
        return stepRows + pitches;
    }

    /// Rows that are summed for a head.
    public int headSlots() {
        return 2 * voices + contextRows.length;
    }

    /// References that intervals are counted from: the other voices, then what sounded before and what begins next.
    public int references() {
        return voices + 1;
    }

    /// What sounds in each cell: a pitch, [#SILENCE] or [#UNKNOWN].
    int[] sounding(int[] symbols) {
        int[] sounding = new int[symbols.length];
        for (int cell = 0; cell < symbols.length; cell++) {
            int symbol = symbols[cell];
            int before = cell < voices ? SILENCE : sounding[cell - voices];
            sounding[cell] = symbol == VoiceGrid.UNKNOWN ? UNKNOWN : symbol == VoiceGrid.HOLD ? before : own(symbol);
        }
        return sounding;
    }

    /// What a symbol that is no hold begins.
    private int own(int symbol) {
        return symbol < VoiceGrid.FIRST_PITCH ? SILENCE : symbol - VoiceGrid.FIRST_PITCH + tokenizer.lowest();
    }

    /// What begins next in the voice of each cell, behind it: a pitch, [#SILENCE], or [#UNKNOWN] where an unknown cell comes first or
    /// nothing does.
    int[] next(int[] symbols) {
        int[] next = new int[symbols.length];
        for (int cell = symbols.length - 1; cell >= 0; cell--) {
            int after = cell + voices;
            next[cell] = after >= symbols.length || symbols[after] == VoiceGrid.UNKNOWN ? UNKNOWN
                    : symbols[after] == VoiceGrid.HOLD ? next[after] : own(symbols[after]);
        }
        return next;
    }

    /// A grid with what follows from it.
    ///
    /// @param symbols steps x voices
    /// @param context rows x steps
    public Grid read(int[] symbols, int[][] context) {
        return new Grid(symbols, context, sounding(symbols), next(symbols));
    }

    /// A grid as read.
    public final class Grid {

        private final int[] symbols;
        private final int[][] contexts;
        private final int[] sounding;
        private final int[] next;

        private Grid(int[] symbols, int[][] contexts, int[] sounding, int[] next) {
            this.symbols = symbols;
            this.contexts = contexts;
            this.sounding = sounding;
            this.next = next;
        }

        /// Rows for a step.
        ///
        /// @param hidden a voice of which only beginnings are told, not what goes on; -1 for none
        /// @param rows [#stepSlots] of them are written from `at` on
        public void step(int step, int hidden, int[] rows, int at) {
            int slot = at;
            for (int voice = 0; voice < voices; voice++) {
                int cell = step * voices + voice;
                rows[slot++] = voice * (KINDS + pitches) + kind(symbols[cell]);
                rows[slot++] = pitchRow(voice, voice == hidden && symbols[cell] == VoiceGrid.HOLD ? UNKNOWN : sounding[cell]);
            }
            contexts(step, rows, slot);
        }

        /// Rows for the head of a voice at a step.
        ///
        /// @param rows [#headSlots] of them are written from `at` on
        public void head(int step, int voice, int[] rows, int at) {
            int slot = at;
            for (int other = 0; other < voices; other++) {
                int cell = step * voices + other;
                if (other == voice) {
                    rows[slot++] = pitchRow(voice, before(step, voice));
                    rows[slot++] = stepRows + 2 + index(next[cell]);
                } else {
                    rows[slot++] = other * (KINDS + pitches) + kind(symbols[cell]);
                    rows[slot++] = pitchRow(other, sounding[cell]);
                }
            }
            contexts(step, rows, slot);
        }

        private void contexts(int step, int[] rows, int at) {
            for (int row = 0; row < contextRows.length; row++) {
                rows[at + row] = contextRows[row] + contexts[row][step];
            }
        }

        private int before(int step, int voice) {
            return step == 0 ? SILENCE : sounding[(step - 1) * voices + voice];
        }

        /// Class of the interval that each symbol would make with each reference.
        ///
        /// @param classes references x symbols are written from `at` on
        public void intervals(int step, int voice, int[] classes, int at) {
            int before = before(step, voice);
            int place = at;
            for (int other = 0; other < voices; other++) {
                if (other != voice) {
                    place = classes(sounding[step * voices + other], before, classes, place);
                }
            }
            place = classes(before, UNKNOWN, classes, place);
            classes(next[step * voices + voice], before, classes, place);
        }

        /// @param held what a hold would let sound
        private int classes(int reference, int held, int[] classes, int at) {
            classes[at + VoiceGrid.REST] = NO_INTERVAL;
            classes[at + VoiceGrid.HOLD] = interval(held, reference);
            for (int symbol = VoiceGrid.FIRST_PITCH; symbol < symbols(); symbol++) {
                classes[at + symbol] = interval(own(symbol), reference);
            }
            return at + symbols();
        }
    }

    private static int interval(int pitch, int reference) {
        return pitch < 0 || reference < 0 ? NO_INTERVAL : Math.clamp(pitch - reference, -WIDEST, WIDEST) + WIDEST;
    }

    private int kind(int symbol) {
        return symbol == VoiceGrid.UNKNOWN ? 0 : symbol == VoiceGrid.HOLD ? 1 : symbol == VoiceGrid.REST ? 3 : 2;
    }

    private int pitchRow(int voice, int pitch) {
        return voice * (KINDS + pitches) + KINDS + 2 + index(pitch);
    }

    /// -2 for what is unknown, -1 for silence, else from 0 on.
    private int index(int pitch) {
        return pitch < 0 ? pitch : pitch - tokenizer.lowest();
    }
}
