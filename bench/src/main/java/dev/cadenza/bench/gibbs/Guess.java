package dev.cadenza.bench.gibbs;

import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import java.util.stream.IntStream;

/// What could stand in each cell of four voices, given the others.
interface Guess {

    /// Logits of all cells.
    ///
    /// @return cells x symbols
    float[][] of(VoiceGrid grid);

    /// The guess of a model. One that reads unknown cells forgets all cells that it is asked for at once: it is asked for one voice at
    /// a time, and for steps a bar apart, so that it lacks slightly more than the cell in question.
    static Guess of(Gibbs model) {
        return grid -> {
            int cells = grid.steps() * grid.voices();
            if (!model.readsUnknown()) {
                return model.logits(grid, IntStream.range(0, cells).toArray(), 1);
            }
            float[][] logits = new float[cells][];
            int apart = 4 * model.tokenizer().stepsPerQuarter() * grid.voices();
            for (int first = 0; first < Math.min(apart, cells); first++) {
                int from = first;
                int[] asked = IntStream.iterate(from, cell -> cell < cells, cell -> cell + apart).toArray();
                float[][] answered = model.logits(grid, asked, 1);
                for (int i = 0; i < asked.length; i++) {
                    logits[asked[i]] = answered[i];
                }
            }
            return logits;
        };
    }
}
