package dev.cadenza.corpus.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Writes packed scores one after the other, into files of a limited size.
public final class ShardWriter implements AutoCloseable {

    /// Longest shard, unless a single piece is longer.
    public static final long USUAL_BYTES = 64L << 20;

    private final Path folder;
    private final long mostBytes;
    private final List<String> names = new ArrayList<>();
    private FileChannel channel;
    private long size;

    /// @param folder one that exists and holds no shards
    /// @param mostBytes longest shard
    public ShardWriter(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /// Adds a piece.
    public ShardPlace add(byte[] packed) throws IOException {
        if (names.isEmpty() || size + packed.length > mostBytes && size > Shards.HEADER.length()) {
            next();
        }
        ShardPlace place = new ShardPlace(names.size() - 1, size, packed.length);
        write(packed);
        return place;
    }

    /// The names of the files so far.
    public List<String> names() {
        return List.copyOf(names);
    }

    private void next() throws IOException {
        close();
        String name = Shards.name(names.size());
        channel = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        names.add(name);
        size = 0;
        write(Shards.HEADER.getBytes(StandardCharsets.US_ASCII));
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        size += bytes.length;
    }

    /// Syncs and closes the file that is being written.
    @Override
    public void close() throws IOException {
        if (channel != null && channel.isOpen()) {
            channel.force(true);
            channel.close();
        }
    }
}
