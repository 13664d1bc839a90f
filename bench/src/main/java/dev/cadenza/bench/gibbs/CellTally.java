package dev.cadenza.bench.gibbs;

import dev.cadenza.corpus.VoiceGrid;
import java.util.Locale;

/// How often the likeliest symbol is the one that stands in a cell, by voice.
///
/// @param cells how many there are
/// @param right those guessed
/// @param begun cells in which something begins
/// @param begunRight those of them guessed
/// @param nats by which what stands there surprises
record CellTally(long[] cells, long[] right, long[] begun, long[] begunRight, double[] nats) {

    CellTally(int voices) {
        this(new long[voices], new long[voices], new long[voices], new long[voices], new double[voices]);
    }

    static CellTally of(VoiceGrid grid, Guess guess) {
        CellTally tally = new CellTally(grid.voices());
        float[][] logits = guess.of(grid);
        for (int cell = 0; cell < logits.length; cell++) {
            tally.add(cell % grid.voices(), grid.symbol(cell / grid.voices(), cell % grid.voices()), logits[cell]);
        }
        return tally;
    }

    private void add(int voice, int symbol, float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - logits[best]);
        }
        int guessed = best == symbol ? 1 : 0;
        cells[voice]++;
        right[voice] += guessed;
        nats[voice] += logits[best] + Math.log(sum) - logits[symbol];
        if (symbol != VoiceGrid.HOLD) {
            begun[voice]++;
            begunRight[voice] += guessed;
        }
    }

    CellTally plus(CellTally other) {
        CellTally sum = new CellTally(cells.length);
        for (CellTally one : new CellTally[] {this, other}) {
            for (int voice = 0; voice < cells.length; voice++) {
                sum.cells[voice] += one.cells[voice];
                sum.right[voice] += one.right[voice];
                sum.begun[voice] += one.begun[voice];
                sum.begunRight[voice] += one.begunRight[voice];
                sum.nats[voice] += one.nats[voice];
            }
        }
        return sum;
    }

    /// Percent of all cells and of those in which something begins, by voice and together, and nats a cell.
    String row(String name) {
        StringBuilder row = new StringBuilder("| " + name);
        CellTally all = new CellTally(1);
        for (int voice = 0; voice < cells.length; voice++) {
            all.cells[0] += cells[voice];
            all.right[0] += right[voice];
            all.begun[0] += begun[voice];
            all.begunRight[0] += begunRight[voice];
            all.nats[0] += nats[voice];
            append(row, this, voice);
        }
        append(row, all, 0);
        return row.append(String.format(Locale.ROOT, " | %.4f |", all.nats[0] / all.cells[0])).toString();
    }

    private static void append(StringBuilder row, CellTally tally, int voice) {
        row.append(String.format(Locale.ROOT, " | %.2f / %.2f", 100.0 * tally.right[voice] / tally.cells[voice],
                100.0 * tally.begunRight[voice] / tally.begun[voice]));
    }
}
