package dev.cadenza.model.checkpoint;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What is usual in a set of pieces.
record PieceFacts(List<PitchRange> ranges, List<Provenance.KeyCount> keys,
                  List<Provenance.MeterCount> meters,
                  List<String> unseen) {

    /// Ranges are left empty where some place never sounds.
    static PieceFacts of(Tokenizer tokenizer, List<TokenSequence> pieces) {
        Map<KeySignature, Integer> keys = new TreeMap<>(Comparator.comparing(KeySignature::mode)
                .thenComparingInt(KeySignature::fifths));
        Map<Meter, Integer> meters = new TreeMap<>(Comparator.comparingInt(Meter::denominator)
                .thenComparingInt(Meter::numerator));
        for (TokenSequence piece : pieces) {
            Score score = tokenizer.decode(piece);
            score.keys().stream().limit(1).forEach(key -> keys.merge(key, 1, Integer::sum));
            // The last one: the first may stand for an upbeat.
            score.meters().stream().skip(Math.max(0, score.meters().size() - 1))
                    .forEach(meter -> meters.merge(meter, 1, Integer::sum));
        }
        List<PitchRange> ranges = PitchRange.perPlace(pieces, tokenizer);
        return new PieceFacts(ranges.stream().noneMatch(PitchRange::isEmpty) ? ranges : List.of(),
                keys.entrySet().stream().map(e -> new Provenance.KeyCount(e.getKey().fifths(), e.getKey().mode(), e.getValue()))
                        .sorted(Comparator.comparingInt(count -> -count.pieces())).toList(),
                meters.entrySet().stream().map(e -> new Provenance.MeterCount(e.getKey().numerator(),
                        e.getKey().denominator(), e.getValue()))
                        .sorted(Comparator.comparingInt(count -> -count.pieces())).toList(),
                unseen(tokenizer, pieces));
    }

    private static List<String> unseen(Tokenizer tokenizer, List<TokenSequence> pieces) {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < tokenizer.contextRows().size(); row++) {
            int number = row;
            boolean seen = pieces.stream().anyMatch(piece ->
                    IntStream.range(0, piece.steps()).anyMatch(step -> piece.context(number, step) != 0));
            if (!seen) {
                names.add(tokenizer.contextRows().get(row).name());
            }
        }
        return names;
    }
}
