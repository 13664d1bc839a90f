package dev.cadenza.corpus.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A split by file. Files are put in an order that follows from their names and the seed alone, and the first of them are
/// for validation: the grid does not matter, and a few files more or less move few others.
///
/// @param train pieces in the order they were read
/// @param valid pieces in the order they were read
record Split(List<Piece> train, List<Piece> valid) {

    /// @param id path of a file inside its folder
    /// @param pieces what was made of it
    record Source(String id, List<Piece> pieces) {
    }

    private record Ranked(int index, long rank) {
    }

    /// @param files in the order they were read
    /// @param validShare share of the files for validation; of two files or more, one at least where it is above 0
    static Split of(List<Source> files, long seed, double validShare) {
        if (!(validShare >= 0 && validShare < 1)) {
            throw new IllegalArgumentException("the share for validation must be between 0 and 1, not " + validShare);
        }
        int valid = (int) Math.round(files.size() * validShare);
        valid = validShare == 0 || files.size() < 2 ? 0 : Math.clamp(valid, 1, files.size() - 1);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            ranked.add(new Ranked(i, mixed(hash(files.get(i)) ^ mixed(seed))));
        }
        ranked.sort(Comparator.comparingLong(Ranked::rank).thenComparingInt(Ranked::index));
        boolean[] chosen = new boolean[files.size()];
        ranked.subList(0, valid).forEach(r -> chosen[r.index] = true);
        List<Piece> train = new ArrayList<>();
        List<Piece> held = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            (chosen[i] ? held : train).addAll(files.get(i).pieces);
        }
        return new Split(train, held);
    }

    private static long hash(Source source) {
        long hash = 0;
        for (int i = 0; i < source.id.length(); i++) {
            hash = mixed(hash + source.id.charAt(i));
        }
        return hash;
    }

    /// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
