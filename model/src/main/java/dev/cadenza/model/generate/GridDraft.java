package dev.cadenza.model.generate;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;

/// Four voices while their cells are drawn again and again, with what sounds in each.
final class GridDraft {

    /// What sounds where a cell, or where it goes on from, is unknown.
    static final int UNKNOWN = -2;
    /// What sounds in silence.
    static final int SILENCE = -1;

    private final SatbTokenizer tokenizer;
    private final VoiceGrid start;
    private final int[] symbols;
    private final int[] pitches;

    GridDraft(SatbTokenizer tokenizer, VoiceGrid start) {
        this.tokenizer = tokenizer;
        this.start = start;
        symbols = start.symbols();
        pitches = new int[symbols.length];
        for (int cell = 0; cell < symbols.length; cell++) {
            pitches[cell] = would(cell, symbols[cell]);
        }
    }

    int steps() {
        return start.steps();
    }

    int voices() {
        return start.voices();
    }

    int symbol(int step, int voice) {
        return symbols[step * voices() + voice];
    }

    /// What sounds in a voice at a step; what sounded before the first is silence.
    int pitch(int step, int voice) {
        return step < 0 ? SILENCE : pitches[step * voices() + voice];
    }

    /// What a symbol would let sound in a cell.
    int would(int cell, int symbol) {
        return switch (symbol) {
            case VoiceGrid.UNKNOWN -> UNKNOWN;
            case VoiceGrid.REST -> SILENCE;
            case VoiceGrid.HOLD -> cell < voices() ? SILENCE : pitches[cell - voices()];
            default -> symbol - VoiceGrid.FIRST_PITCH + tokenizer.lowest();
        };
    }

    /// Behind the last step at which a voice goes on with what it has at a step.
    int end(int step, int voice) {
        int end = step + 1;
        while (end < steps() && symbol(end, voice) == VoiceGrid.HOLD) {
            end++;
        }
        return end;
    }

    void set(int step, int voice, int symbol) {
        int cell = step * voices() + voice;
        symbols[cell] = symbol;
        int pitch = would(cell, symbol);
        int end = end(step, voice);
        for (int at = step; at < end; at++) {
            pitches[at * voices() + voice] = pitch;
        }
    }

    VoiceGrid grid() {
        return start.with(symbols);
    }
}
