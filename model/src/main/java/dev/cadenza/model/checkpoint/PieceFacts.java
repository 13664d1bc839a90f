package dev.cadenza.model.checkpoint;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is usual in a set of pieces.
record PieceFacts(List<Provenance.Range> ranges, List<Provenance.KeyCount> keys, List<Provenance.MeterCount> meters) {

    /// Ranges are left empty where some place never sounds.
    static PieceFacts of(Tokenizer tokenizer, List<TokenSequence> pieces) {
        Map<KeySignature, Integer> keys = new TreeMap<>(Comparator.comparing(KeySignature::mode)
                .thenComparingInt(KeySignature::fifths));
        Map<Meter, Integer> meters = new TreeMap<>(Comparator.comparingInt(Meter::denominator)
                .thenComparingInt(Meter::numerator));
        int[] lowest = new int[tokenizer.width()];
        int[] highest = new int[tokenizer.width()];
        Arrays.fill(lowest, 128);
        Arrays.fill(highest, -1);
        for (TokenSequence piece : pieces) {
            Score score = tokenizer.decode(piece);
            score.keys().stream().limit(1).forEach(key -> keys.merge(key, 1, Integer::sum));
            // The last one: the first may stand for an upbeat.
            score.meters().stream().skip(Math.max(0, score.meters().size() - 1))
                    .forEach(meter -> meters.merge(meter, 1, Integer::sum));
            for (int place = 0; place < lowest.length; place++) {
                int sounding = -1;
                for (int step = 0; step < piece.steps(); step++) {
                    sounding = tokenizer.sounding(piece.token(step, place), sounding);
                    if (sounding >= 0) {
                        lowest[place] = Math.min(lowest[place], sounding);
                        highest[place] = Math.max(highest[place], sounding);
                    }
                }
            }
        }
        List<Provenance.Range> ranges = new ArrayList<>();
        for (int place = 0; place < lowest.length && highest[place] >= 0; place++) {
            ranges.add(new Provenance.Range(lowest[place], highest[place]));
        }
        return new PieceFacts(ranges.size() == lowest.length ? ranges : List.of(),
                keys.entrySet().stream().map(e -> new Provenance.KeyCount(e.getKey().fifths(), e.getKey().mode(), e.getValue()))
                        .sorted(Comparator.comparingInt(count -> -count.pieces())).toList(),
                meters.entrySet().stream().map(e -> new Provenance.MeterCount(e.getKey().numerator(),
                        e.getKey().denominator(), e.getValue()))
                        .sorted(Comparator.comparingInt(count -> -count.pieces())).toList());
    }
}
