package dev.cadenza.corpus.store;

import dev.cadenza.corpus.TokenSequence;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The files of token sequences, `tokens-0000.bin`, `tokens-0001.bin`, ..., mapped into memory: the system reads of them what
/// is asked for, and gives its memory back when it needs it. They stay mapped as long as a sequence of theirs is held.
public final class TokenShards {

    /// First bytes of every shard; the last one is the version.
    static final String HEADER = "CDZTOKS1";

    private final List<MemorySegment> shards = new ArrayList<>();

    private TokenShards() {
    }

    /// The name of a shard.
    public static String name(int shard) {
        return String.format(Locale.ROOT, "tokens-%04d.bin", shard);
    }

    /// Maps shards.
    ///
    /// @param count how many there are
    public static TokenShards open(Path folder, int count) throws IOException {
        TokenShards all = new TokenShards();
        for (int shard = 0; shard < count; shard++) {
            try (FileChannel channel = FileChannel.open(folder.resolve(name(shard)), StandardOpenOption.READ)) {
                all.shards.add(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
            }
        }
        return all;
    }

    /// The sequence at a place. Nothing of it is read yet.
    ///
    /// @throws DamagedException where there is none
    public TokenSequence at(TokenPlace place) throws DamagedException {
        try {
            return TokenSequence.in(shards.get(place.shard()).asSlice(place.offset(), place.length()), place.width(), place.rows(),
                    place.steps(), place.valueBytes());
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            throw new DamagedException("a sequence is said to lie outside its file");
        }
    }
}
