package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Readings of pieces, kept as far as memory allows, since the windows of an epoch come in random order.
///
/// @param <R> what is read of a piece
final class Readings<R> {

    private static final long MEMORY = 1L << 30;

    private final Map<Integer, R> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Function<TokenSequence, R> reader;
    private final ToLongFunction<R> bytes;
    private long remembered;

    /// @param bytes memory that a reading takes
    Readings(Function<TokenSequence, R> reader, ToLongFunction<R> bytes) {
        this.reader = reader;
        this.bytes = bytes;
    }

    void forget() {
        kept.clear();
        remembered = 0;
    }

    R of(int piece, List<TokenSequence> pieces) {
        R known = kept.get(piece);
        if (known != null) {
            return known;
        }
        R made = reader.apply(pieces.get(piece));
        kept.put(piece, made);
        remembered += bytes.applyAsLong(made);
        var eldest = kept.entrySet().iterator();
        while (remembered > MEMORY && kept.size() > 1) {
            remembered -= bytes.applyAsLong(eldest.next().getValue());
            eldest.remove();
        }
        return made;
    }
}
