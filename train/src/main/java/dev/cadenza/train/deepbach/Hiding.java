package dev.cadenza.train.deepbach;

import dev.cadenza.corpus.VoiceGrid;
import java.util.random.RandomGenerator;

/// Which cells are hidden from an orderless network: as they are when music is made with it.
final class Hiding {

    private Hiding() {
    }

    /// Half of the time scattered cells, any share of them; a quarter whole voices, one to all but one, and a quarter a passage of
    /// some voices, each with cells scattered beside.
    static void draw(VoiceGrid grid, boolean[] hidden, RandomGenerator random) {
        int voices = grid.voices();
        int kind = random.nextInt(4);
        if (kind < 2) {
            scatter(hidden, random.nextDouble(), random);
        } else {
            boolean[] chosen = new boolean[voices];
            int count = 1 + random.nextInt(voices - (kind == 2 ? 1 : 0));
            for (int i = 0; i < count; i++) {
                chosen[random.nextInt(voices)] = true;
            }
            int length = kind == 2 ? grid.steps() : 1 + random.nextInt(grid.steps());
            int start = random.nextInt(grid.steps() - length + 1);
            for (int cell = start * voices; cell < (start + length) * voices; cell++) {
                hidden[cell] = chosen[cell % voices];
            }
            // Music is made by hiding some of what was made again and again, so what is hidden is mostly not hidden as a whole.
            double shown = random.nextDouble();
            for (int cell = 0; cell < hidden.length; cell++) {
                hidden[cell] &= random.nextDouble() >= shown * shown;
            }
        }
        if (none(hidden)) {
            hidden[random.nextInt(hidden.length)] = true;
        }
    }

    private static void scatter(boolean[] hidden, double share, RandomGenerator random) {
        for (int cell = 0; cell < hidden.length; cell++) {
            hidden[cell] = random.nextDouble() < share;
        }
    }

    private static boolean none(boolean[] hidden) {
        for (boolean cell : hidden) {
            if (cell) {
                return false;
            }
        }
        return true;
    }
}
