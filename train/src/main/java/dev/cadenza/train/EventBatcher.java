package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.tensor;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.EventFeatures;
import dev.cadenza.model.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;

/// Batches of the event layout.
final class EventBatcher implements Batcher {

    private final EventFeatures features;
    private final int[] pitchTokens;
    private final long[][] moves;       // pitch moved from + 1, token that names a pitch: class of the move
    private final Readings<Read> readings;

    EventBatcher(Layout.EventLayout layout, EventTokenizer tokenizer) {
        features = new EventFeatures(layout, tokenizer);
        pitchTokens = features.pitchTokens();
        moves = new long[129][pitchTokens.length];
        for (int from = -1; from < 128; from++) {
            for (int i = 0; i < pitchTokens.length; i++) {
                moves[from + 1][i] = features.move(from, pitchTokens[i]);
            }
        }
        readings = new Readings<>(piece -> Read.of(features, piece), Read::bytes);
    }

    /// The features of every token of a piece.
    ///
    /// @param input (tokens x slots) rows of the input table
    /// @param head (tokens x slots) rows of the head table
    /// @param references (tokens x references) pitches that moves are counted from, -1 for none
    private record Read(int[] input, int[] head, byte[] references) {

        static Read of(EventFeatures features, TokenSequence piece) {
            int inputSlots = features.input().slots();
            int headSlots = features.head().slots();
            int length = piece.steps();
            Read read = new Read(new int[length * inputSlots], new int[length * headSlots],
                    new byte[length * EventFeatures.REFERENCES]);
            EventFeatures.Cursor cursor = features.new Cursor();
            int[] context = new int[features.contextRows()];
            for (int i = 0; i < length; i++) {
                for (int row = 0; row < context.length; row++) {
                    context[row] = piece.context(row, i);
                }
                cursor.rows(context, read.input, i * inputSlots, read.head, i * headSlots);
                for (int reference = 0; reference < EventFeatures.REFERENCES; reference++) {
                    read.references[i * EventFeatures.REFERENCES + reference] = (byte) cursor.reference(reference);
                }
                cursor.append(piece.token(i, 0));
            }
            return read;
        }

        long bytes() {
            return 4L * (input.length + head.length) + references.length;
        }
    }

    @Override
    public int positions(TokenSequence piece) {
        return piece.steps();
    }

    @Override
    public void forget() {
        readings.forget();
    }

    @Override
    public Batch batch(List<Windows.Window> windows, List<TokenSequence> pieces, Withheld withheld, RandomGenerator random) {
        int positions = windows.stream().mapToInt(Windows.Window::length).max().orElseThrow();
        int count = windows.size();
        List<Read> read = windows.stream().map(window -> readings.of(window.piece(), pieces)).toList();
        boolean[][] withheldHints = FeatureRows.withheldHints(count, features.contextRows(), features::hint, withheld.hints(),
                random);
        long[] input = new FeatureRows(features.input(), windows, positions, withheld.features(), withheldHints, random)
                .gather(read.stream().map(Read::input).toList());
        long[] head = new FeatureRows(features.head(), windows, positions, withheld.features(), withheldHints, random)
                .gather(read.stream().map(Read::head).toList());
        List<Tensor> classes = new ArrayList<>();
        for (int reference = 0; reference < EventFeatures.REFERENCES; reference++) {
            classes.add(tensor(moves(reference, windows, read, positions)).reshape((long) count * positions, pitchTokens.length));
        }
        float[] moveMask = new float[features.moves()];
        Arrays.fill(moveMask, 1, moveMask.length, 1);
        long scored = windows.stream().mapToLong(Windows.Window::length).sum();
        return new Batch.Events(count, positions, scored, tensor(input), tensor(head), tensor(moveMask), classes,
                tensor(Arrays.stream(pitchTokens).asLongStream().toArray()),
                tensor(Windows.targets(0, windows, pieces, positions)));
    }

    private long[] moves(int reference, List<Windows.Window> windows, List<Read> read, int positions) {
        long[] classes = new long[windows.size() * positions * pitchTokens.length];
        for (int w = 0; w < windows.size(); w++) {
            Windows.Window window = windows.get(w);
            byte[] references = read.get(w).references();
            for (int i = 0; i < window.length(); i++) {
                int from = references[(window.start() + i) * EventFeatures.REFERENCES + reference];
                System.arraycopy(moves[from + 1], 0, classes, (w * positions + i) * pitchTokens.length, pitchTokens.length);
            }
        }
        return classes;
    }
}
