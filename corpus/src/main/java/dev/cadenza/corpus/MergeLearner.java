package dev.cadenza.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Learns which tokens to merge from one long row of tokens. Counts of neighbours are kept up to date where a merge changes
/// them.
final class MergeLearner {

    /// Tokens to learn from, about, at most: beyond that every second piece is left out, then every second of those.
    private static final int MOST_TOKENS = 1 << 20;
    private static final int BORDER = -1;

    private final EventTokenizer base;
    private final List<int[]> parts = new ArrayList<>();
    private final Set<List<Integer>> known = new HashSet<>();
    private final Map<Long, Integer> counts = new HashMap<>();
    private int[] row;
    private int length;

    MergeLearner(EventTokenizer base, Iterable<TokenSequence> sequences) {
        this.base = base;
        for (int token = 0; token < base.vocabulary().size(); token++) {
            parts.add(new int[] {token});
        }
        row = row(sequences);
        length = row.length;
        for (int i = 1; i < length; i++) {
            count(row[i - 1], row[i], 1);
        }
    }

    private static int[] row(Iterable<TokenSequence> sequences) {
        List<int[]> pieces = new ArrayList<>();
        int total = 0;
        int stride = 1;
        int index = 0;
        for (TokenSequence sequence : sequences) {
            if (index++ % stride != 0) {
                continue;
            }
            pieces.add(sequence.tokens());
            total += sequence.steps();
            while (total > MOST_TOKENS && pieces.size() > 1) {
                List<int[]> kept = new ArrayList<>();
                for (int i = 0; i < pieces.size(); i += 2) {
                    kept.add(pieces.get(i));
                }
                pieces = kept;
                total = pieces.stream().mapToInt(piece -> piece.length).sum();
                stride *= 2;
            }
        }
        int[] row = new int[total + pieces.size()];
        int at = 0;
        for (int[] piece : pieces) {
            System.arraycopy(piece, 0, row, at, piece.length);
            at += piece.length;
            row[at++] = BORDER;
        }
        return row;
    }

    private void count(int left, int right, int change) {
        if (left != BORDER && right != BORDER && left != right && base.adds(parts.get(right)[0])) {
            counts.merge((long) left << 32 | right, change, Integer::sum);
        }
    }

    List<MergedTokenizer.Merge> merges(int wanted) {
        List<MergedTokenizer.Merge> merges = new ArrayList<>();
        while (merges.size() < wanted) {
            long best = -1;
            int most = 1;
            for (Map.Entry<Long, Integer> pair : counts.entrySet()) {
                int count = pair.getValue();
                if (count > most || count == most && best >= 0 && pair.getKey() < best) {
                    best = pair.getKey();
                    most = count;
                }
            }
            if (best < 0) {
                break;
            }
            int left = (int) (best >>> 32);
            int right = (int) best;
            int[] joined = MergedTokens.joined(parts.get(left), parts.get(right));
            if (joined.length > MergedTokens.MOST_PARTS || !known.add(Arrays.stream(joined).boxed().toList())) {
                counts.put(best, 0);
                continue;
            }
            merges.add(new MergedTokenizer.Merge(left, right));
            parts.add(joined);
            merge(left, right, parts.size() - 1);
        }
        return merges;
    }

    private void merge(int left, int right, int merged) {
        int to = 0;
        for (int i = 0; i < length; i++) {
            if (row[i] != left || i + 1 >= length || row[i + 1] != right) {
                row[to++] = row[i];
                continue;
            }
            int before = to == 0 ? BORDER : row[to - 1];
            int after = i + 2 < length ? row[i + 2] : BORDER;
            count(before, left, -1);
            count(left, right, -1);
            count(right, after, -1);
            count(before, merged, 1);
            count(merged, after, 1);
            row[to++] = merged;
            i++;
        }
        length = to;
    }
}
