package dev.cadenza.train.deepbach;

import static org.bytedeco.pytorch.global.torch.tensor;

import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.deepbach.GridReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/// Windows of grids, as the networks read them. Windows are filled up at their end, where no cell is asked for.
///
/// @param windows how many
/// @param steps of the longest
/// @param lengths steps of each window
/// @param rows by reader: (windows x steps x slots), rows of the tables for steps; one reader for an orderless network, else for each
///             voice its past, then its future
/// @param voices what is asked of each voice
/// @param scored cells that are asked for
record GridBatch(int windows, int steps, int[] lengths, List<long[]> rows, List<Asked> voices, long scored) {

    /// The cells of a voice that are asked for.
    ///
    /// @param positions (cells): `window * steps + step`
    /// @param features (cells x slots): rows of the head's table
    /// @param classes (cells, references x symbols): classes of intervals
    /// @param targets (cells)
    record Asked(long[] positions, long[] features, long[] classes, long[] targets) {

        Tensor positionsTensor() {
            return tensor(positions);
        }
    }

    /// A window: what is there, what of it is asked for, and what of it is told.
    ///
    /// @param grid what is there
    /// @param told symbols, some unknown
    /// @param asked whether each cell is asked for
    record Window(VoiceGrid grid, int[] told, boolean[] asked) {
    }

    /// For each position, where it lies when each window is read backward; what fills a window up stays at its end.
    long[] backward() {
        long[] positions = new long[windows * steps];
        for (int i = 0; i < positions.length; i++) {
            int step = i % steps;
            int length = lengths[i / steps];
            positions[i] = i - step + (step < length ? length - 1 - step : step);
        }
        return positions;
    }

    /// 1 for each position of a window, 0 for what fills it up.
    float[] filled() {
        float[] filled = new float[windows * steps];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = i % steps < lengths[i / steps] ? 1 : 0;
        }
        return filled;
    }

    /// @param apart whether each voice reads its past and future by itself
    static GridBatch of(GridReading reading, List<Window> windows, boolean apart) {
        int voices = reading.voices();
        int steps = windows.stream().mapToInt(window -> window.grid().steps()).max().orElseThrow();
        int slots = reading.stepSlots();
        List<long[]> rows = new ArrayList<>();
        List<AskedBuilder> asked = new ArrayList<>();
        for (int voice = 0; voice < voices; voice++) {
            asked.add(new AskedBuilder());
            if (apart || voice == 0) {
                rows.add(new long[windows.size() * steps * slots]);
            }
            if (apart) {
                rows.add(new long[windows.size() * steps * slots]);
            }
        }
        int[] some = new int[slots];
        int[] head = new int[reading.headSlots()];
        int[] classes = new int[reading.references() * reading.symbols()];
        for (int w = 0; w < windows.size(); w++) {
            Window window = windows.get(w);
            GridReading.Grid read = reading.read(window.told(), window.grid().context());
            for (int step = 0; step < window.grid().steps(); step++) {
                int at = (w * steps + step) * slots;
                for (int reader = 0; reader < rows.size(); reader++) {
                    // Only a voice's future may not be told what goes on in the voice itself.
                    read.step(step, reader % 2 == 1 ? reader / 2 : -1, some, 0);
                    for (int slot = 0; slot < slots; slot++) {
                        rows.get(reader)[at + slot] = some[slot];
                    }
                }
                for (int voice = 0; voice < voices; voice++) {
                    if (window.asked()[step * voices + voice]) {
                        read.head(step, voice, head, 0);
                        read.intervals(step, voice, classes, 0);
                        asked.get(voice).add(w * steps + step, head, classes, window.grid().symbol(step, voice));
                    }
                }
            }
        }
        List<Asked> all = asked.stream().map(AskedBuilder::asked).toList();
        return new GridBatch(windows.size(), steps, windows.stream().mapToInt(window -> window.grid().steps()).toArray(), rows, all, all.stream().mapToLong(one -> one.targets().length).sum());
    }

    private static final class AskedBuilder {

        private final List<Integer> positions = new ArrayList<>();
        private final List<int[]> features = new ArrayList<>();
        private final List<int[]> classes = new ArrayList<>();
        private final List<Integer> targets = new ArrayList<>();

        void add(int position, int[] head, int[] intervals, int target) {
            positions.add(position);
            features.add(head.clone());
            classes.add(intervals.clone());
            targets.add(target);
        }

        Asked asked() {
            return new Asked(longs(positions), flat(features), flat(classes), longs(targets));
        }

        private static long[] longs(List<Integer> numbers) {
            return numbers.stream().mapToLong(Integer::longValue).toArray();
        }

        private static long[] flat(List<int[]> rows) {
            return rows.stream().flatMapToInt(Arrays::stream).asLongStream().toArray();
        }
    }
}
