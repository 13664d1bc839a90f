package dev.cadenza.corpus.store;

import dev.cadenza.score.Score;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// The files of packed scores: `scores-0000.bin`, `scores-0001.bin`, ... Each begins with a header of eight bytes.
public final class Shards {

    /// First bytes of every shard; the last one is the version.
    static final String HEADER = "CDZSCOR2";

    private Shards() {
    }

    /// The name of a shard.
    public static String name(int shard) {
        return String.format(Locale.ROOT, "scores-%04d.bin", shard);
    }

    /// Reads one piece.
    ///
    /// @throws DamagedException where there is no whole piece at that place
    public static Score read(Path folder, ShardPlace place) throws IOException, DamagedException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name(place.shard())), StandardOpenOption.READ)) {
            if (place.offset() < HEADER.length() || place.length() < 0 || place.offset() > channel.size() - place.length()) {
                throw new DamagedException("a piece is said to lie outside its file");
            }
            ByteBuffer bytes = ByteBuffer.allocate(place.length());
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
                    throw new DamagedException("a file ends too early");
                }
            }
            return PackedScore.unpack(bytes.array());
        }
    }
}
