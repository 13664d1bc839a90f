package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.tensor;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.model.Layout;
import dev.cadenza.model.StepFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Batches of the step layout. Readings of pieces are kept as far as memory allows, since the windows of an epoch come
/// in random order.
final class StepBatcher implements Batcher {

    private final StepFeatures features;
    private final long[][][] moves;         // place, last pitch + 1, token: class of the move
    private final long[][][][] chords;      // place, earlier place, pitch there + 1, token: column of the interval
    private final Readings<PieceReading> readings;

    StepBatcher(Layout.StepLayout layout, GridTokenizer tokenizer) {
        features = new StepFeatures(layout, tokenizer);
        readings = new Readings<>(piece -> PieceReading.of(features, piece), PieceReading::bytes);
        moves = new long[features.places()][129][features.vocabulary()];
        chords = new long[features.places()][features.places()][129][features.vocabulary()];
        for (int place = 0; place < features.places(); place++) {
            for (int from = -1; from < 128; from++) {
                for (int token = 0; token < features.vocabulary(); token++) {
                    moves[place][from + 1][token] = features.move(from, token, place);
                    for (int earlier = 0; earlier < place; earlier++) {
                        int chord = features.chord(earlier, from, token, place);
                        chords[place][earlier][from + 1][token] = chord < 0 ? features.chords(place) : chord;
                    }
                }
            }
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
    public Batch batch(List<Windows.Window> windows, List<TokenSequence> pieces, Withheld withheld,
            RandomGenerator random) {
        int positions = windows.stream().mapToInt(Windows.Window::length).max().orElseThrow();
        int count = windows.size();
        List<PieceReading> read = windows.stream().map(window -> readings.of(window.piece(), pieces)).toList();
        boolean[][] withheldHints = FeatureRows.withheldHints(count, features.contextRows(), features::hint, withheld.hints(), random);
        FeatureRows inputRows = new FeatureRows(features.input(), windows, positions, withheld.features(), withheldHints, random);
        Batch.Place[] places = new Batch.Place[features.places()];
        long[] input = inputRows.gather(read.stream().map(PieceReading::input).toList());
        for (int place = 0; place < places.length; place++) {
            int number = place;
            FeatureRows rows = new FeatureRows(features.head(place), windows, positions, withheld.features(), withheldHints, random);
            places[place] = new Batch.Place(place,
                    tensor(rows.gather(read.stream().map(reading -> reading.heads()[number]).toList())),
                    tensor(moves(place, windows, read, positions)).reshape((long) count * positions, features.vocabulary()),
                    place == 0 ? List.of() : List.of(tensor(chords(place, windows, read, positions))
                            .reshape((long) count * positions, (long) place * features.vocabulary())),
                    tensor(Windows.targets(place, windows, pieces, positions)));
        }
        long scored = windows.stream().mapToLong(Windows.Window::length).sum() * features.places();
        float[] moveMask = new float[features.moves()];
        Arrays.fill(moveMask, 1, moveMask.length, 1);
        return new Batch.Steps(count, positions, scored, tensor(input), tensor(moveMask), List.of(places));
    }

    private long[] moves(int place, List<Windows.Window> windows, List<PieceReading> read, int positions) {
        int vocabulary = features.vocabulary();
        long[] classes = new long[windows.size() * positions * vocabulary];
        for (int w = 0; w < windows.size(); w++) {
            Windows.Window window = windows.get(w);
            byte[] lastPitch = read.get(w).lastPitch();
            for (int i = 0; i < window.length(); i++) {
                int from = lastPitch[(window.start() + i) * features.places() + place];
                System.arraycopy(moves[place][from + 1], 0, classes, (w * positions + i) * vocabulary, vocabulary);
            }
        }
        return classes;
    }

    private long[] chords(int place, List<Windows.Window> windows, List<PieceReading> read, int positions) {
        int vocabulary = features.vocabulary();
        long[] columns = new long[windows.size() * positions * place * vocabulary];
        for (int w = 0; w < windows.size(); w++) {
            Windows.Window window = windows.get(w);
            byte[] sounding = read.get(w).sounding();
            for (int i = 0; i < window.length(); i++) {
                for (int earlier = 0; earlier < place; earlier++) {
                    int now = sounding[(window.start() + i) * features.places() + earlier];
                    System.arraycopy(chords[place][earlier][now + 1], 0, columns,
                            ((w * positions + i) * place + earlier) * vocabulary, vocabulary);
                }
            }
        }
        return columns;
    }
}
