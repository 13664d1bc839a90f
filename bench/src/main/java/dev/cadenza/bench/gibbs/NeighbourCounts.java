package dev.cadenza.bench.gibbs;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.evaluate.voices.FourParts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A baseline that counts: whether something begins in a cell, by the voice, the place in the beat, which other voices begin there, and
/// whether something begins just before and behind; and what begins, as an interval from what sounded before, by the voice, the
/// interval to what begins next, and the place of the lowest of the other voices in the octave; with fewer of these where they say
/// little.
final class NeighbourCounts implements Guess {

    private static final int WIDEST = 16;
    private static final int INTERVALS = 2 * WIDEST + 1;
    private static final int NONE = 99;
    /// Weight of what is known with fewer neighbours.
    private static final double BACKING = 2;

    private final SatbTokenizer tokenizer;
    private final Map<List<Integer>, double[]> begins = new HashMap<>();
    private final Map<List<Integer>, double[]> intervals = new HashMap<>();

    NeighbourCounts(SatbTokenizer tokenizer, List<TokenSequence> learnt) {
        this.tokenizer = tokenizer;
        for (TokenSequence piece : learnt) {
            VoiceGrid grid = VoiceGrid.of(tokenizer, piece);
            int[][] sounding = FourParts.of(tokenizer, piece).pitches();
            for (int step = 1; step < grid.steps(); step++) {
                for (int voice = 0; voice < grid.voices(); voice++) {
                    learn(grid, sounding, step, voice);
                }
            }
        }
    }

    private void learn(VoiceGrid grid, int[][] sounding, int step, int voice) {
        boolean begun = grid.symbol(step, voice) != VoiceGrid.HOLD;
        for (List<Integer> known : beginning(grid, step, voice)) {
            begins.computeIfAbsent(known, _ -> new double[2])[begun ? 1 : 0]++;
        }
        int before = sounding[step - 1][voice];
        int now = sounding[step][voice];
        if (begun && before != FourParts.REST && now != FourParts.REST && Math.abs(now - before) <= WIDEST) {
            for (List<Integer> known : interval(grid, sounding, step, voice)) {
                intervals.computeIfAbsent(known, _ -> new double[INTERVALS])[now - before + WIDEST]++;
            }
        }
    }

    /// What a beginning depends on, the least first.
    private static List<List<Integer>> beginning(VoiceGrid grid, int step, int voice) {
        int others = 0;
        for (int other = 0; other < grid.voices(); other++) {
            others = 2 * others + (other != voice && grid.symbol(step, other) != VoiceGrid.HOLD ? 1 : 0);
        }
        int beforehand = grid.symbol(step - 1, voice) == VoiceGrid.HOLD ? 0 : 1;
        int behind = step + 1 == grid.steps() ? 2 : grid.symbol(step + 1, voice) == VoiceGrid.HOLD ? 0 : 1;
        return List.of(List.of(voice), List.of(voice, step % 4, others), List.of(voice, step % 4, others, beforehand, behind));
    }

    /// What an interval depends on, the least first.
    private static List<List<Integer>> interval(VoiceGrid grid, int[][] sounding, int step, int voice) {
        int before = sounding[step - 1][voice];
        int next = step + 1;
        while (next < grid.steps() && grid.symbol(next, voice) == VoiceGrid.HOLD) {
            next++;
        }
        int behind = next == grid.steps() || sounding[next][voice] == FourParts.REST ? NONE
                : Math.clamp(sounding[next][voice] - before, -WIDEST, WIDEST);
        int base = sounding[step][voice == FourParts.VOICES - 1 ? 0 : FourParts.VOICES - 1];
        int place = base == FourParts.REST ? NONE : Math.floorMod(before - base, 12);
        return List.of(List.of(voice), List.of(voice, behind), List.of(voice, behind, place));
    }

    @Override
    public float[][] of(VoiceGrid grid) {
        int[][] sounding = FourParts.of(tokenizer, grid.sequence(tokenizer)).pitches();
        int symbols = VoiceGrid.FIRST_PITCH + tokenizer.highest() - tokenizer.lowest() + 1;
        float[][] logits = new float[grid.steps() * grid.voices()][];
        for (int cell = 0; cell < logits.length; cell++) {
            int step = cell / grid.voices();
            logits[cell] = step == 0 ? new float[symbols] : logits(grid, sounding, step, cell % grid.voices(), symbols);
        }
        return logits;
    }

    private float[] logits(VoiceGrid grid, int[][] sounding, int step, int voice, int symbols) {
        double[] whether = mixed(begins, beginning(grid, step, voice), 2);
        double[] what = mixed(intervals, interval(grid, sounding, step, voice), INTERVALS);
        int before = sounding[step - 1][voice];
        float[] logits = new float[symbols];
        for (int symbol = 0; symbol < symbols; symbol++) {
            int interval = before == FourParts.REST ? WIDEST + 1 : symbol - VoiceGrid.FIRST_PITCH + tokenizer.lowest() - before;
            boolean counted = symbol >= VoiceGrid.FIRST_PITCH && Math.abs(interval) <= WIDEST;
            double probability = symbol == VoiceGrid.HOLD ? whether[0] : whether[1] * (counted ? what[interval + WIDEST] : 1e-3);
            logits[symbol] = (float) Math.log(probability);
        }
        return logits;
    }

    private static double[] mixed(Map<List<Integer>, double[]> counts, List<List<Integer>> known, int size) {
        double[] mixed = new double[size];
        Arrays.fill(mixed, 1.0 / size);
        for (List<Integer> one : known) {
            double[] counted = counts.get(one);
            if (counted != null) {
                double sum = BACKING;
                for (double count : counted) {
                    sum += count;
                }
                for (int i = 0; i < size; i++) {
                    mixed[i] = (counted[i] + BACKING * mixed[i]) / sum;
                }
            }
        }
        return mixed;
    }
}
