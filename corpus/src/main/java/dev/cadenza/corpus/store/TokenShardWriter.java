package dev.cadenza.corpus.store;

import dev.cadenza.corpus.TokenSequence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes token sequences one after the other, into files of a limited size. `docs/formats/corpus.md` describes them.
public final class TokenShardWriter implements AutoCloseable {

    /// Longest shard, unless a single sequence is longer: one mapping each.
    private static final long MOST_BYTES = 256L << 20;

    private final Path folder;
    private final List<String> names = new ArrayList<>();
    private FileChannel channel;
    private long size;

    /// @param folder one that exists and holds no shards
    public TokenShardWriter(Path folder) {
        this.folder = folder;
    }

    /// Adds a sequence, each number in as few bytes as its largest needs.
    public TokenPlace add(TokenSequence sequence) throws IOException {
        int[][] context = sequence.context();
        int[] tokens = sequence.tokens();
        int largest = Math.max(Arrays.stream(tokens).max().orElse(0),
                Arrays.stream(context).flatMapToInt(Arrays::stream).max().orElse(0));
        int least = Math.min(Arrays.stream(tokens).min().orElse(0), Arrays.stream(context).flatMapToInt(Arrays::stream).min().orElse(0));
        int valueBytes = least < 0 || largest > 0xFFFF ? 4 : largest > 0xFF ? 2 : 1;
        long bytes = ((long) tokens.length + (long) context.length * sequence.steps()) * valueBytes;
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
        put(buffer, tokens, valueBytes);
        for (int[] row : context) {
            put(buffer, row, valueBytes);
        }
        if (names.isEmpty() || size + bytes > MOST_BYTES && size > TokenShards.HEADER.length()) {
            next();
        }
        TokenPlace place = new TokenPlace(names.size() - 1, size, sequence.steps(), sequence.width(), context.length, valueBytes);
        write(buffer.flip());
        return place;
    }

    private static void put(ByteBuffer buffer, int[] values, int valueBytes) {
        for (int value : values) {
            switch (valueBytes) {
                case 1 -> buffer.put((byte) value);
                case 2 -> buffer.putShort((short) value);
                default -> buffer.putInt(value);
            }
        }
    }

    /// The names of the files so far.
    public List<String> names() {
        return List.copyOf(names);
    }

    private void next() throws IOException {
        close();
        String name = TokenShards.name(names.size());
        channel = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        names.add(name);
        size = 0;
        write(ByteBuffer.wrap(TokenShards.HEADER.getBytes(StandardCharsets.US_ASCII)));
    }

    private void write(ByteBuffer buffer) throws IOException {
        size += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
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
