package dev.cadenza.train;

import dev.cadenza.model.TrainEvent;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.FileFaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The curves of a run for TensorBoard: event files in one folder, one for each sitting, named by the optimiser step from
/// which that sitting went on. A sitting that resumes takes out what earlier ones wrote beyond that step, so that no step
/// is there twice, and a record that a killed process left unfinished.
final class EventLog {

    /// Optimiser steps from one loss of a batch to the next.
    static final int EVERY = 10;

    /// Longest message that is ours.
    private static final int LONGEST = 1 << 16;
    private static final String PREFIX = "events.out.tfevents.";
    private static final String SUFFIX = ".cadenza";

    private final Path folder;
    private final String loss;
    private final InstantSource clock;
    private Path file;

    /// @param loss what the loss is called, see [dev.cadenza.model.Objective#lossName]
    EventLog(Path folder, String loss, InstantSource clock) {
        this.folder = folder;
        // As TensorBoard's users write names.
        this.loss = loss.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
        this.clock = clock;
        this.file = file(0);
    }

    private Path file(long step) {
        return folder.resolve(String.format(Locale.ROOT, "%s%010d%s", PREFIX, step, SUFFIX));
    }

    /// Begins a sitting.
    ///
    /// @param step optimiser steps taken before it; 0 for a new run
    void begin(long step) {
        try {
            Files.createDirectories(folder);
            for (Path earlier : files()) {
                if (earlier.compareTo(file(step)) >= 0) {
                    Files.delete(earlier);
                } else {
                    cut(earlier, step);
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        file = file(step);
        append(EventRecord.version(seconds()));
        if (step > 0) {
            append(EventRecord.start(seconds(), step + 1));
        }
    }

    void log(TrainEvent.Stepped event) {
        if (event.step() % EVERY == 0) {
            append(EventRecord.scalars(seconds(), event.step(), Map.of("batch/" + loss, event.loss())));
        }
    }

    void log(TrainEvent.Validated event, long step) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("train/" + loss, event.trainLoss());
        if (Double.isFinite(event.validPerToken())) {
            values.put("valid/nats_per_token", event.validPerToken());
            values.put("valid/nats_per_step", event.validPerStep());
            values.put("valid/nats_per_quarter", event.validPerQuarter());
        }
        event.figures().forEach((name, value) -> values.put(name.replace('.', '/'), value));
        values.put("learning_rate", event.learningRate());
        values.put("tokens_per_second", event.tokensPerSecond());
        values.put("epoch", (double) event.epoch());
        append(EventRecord.scalars(seconds(), step, values));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            entries.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    /// Cuts a file behind its last whole record of a step that is not beyond `step`.
    private static void cut(Path file, long step) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = 0;
            for (long next = behind(channel, end, step); next > end; next = behind(channel, end, step)) {
                end = next;
            }
            channel.truncate(end);
        }
    }

    /// The place behind the record at `from`, or `from` where there is none that may stay.
    private static long behind(FileChannel channel, long from, long step) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(EventRecord.HEAD).order(ByteOrder.LITTLE_ENDIAN);
        if (channel.read(head, from) < EventRecord.HEAD) {
            return from;
        }
        long length = head.getLong(0);
        if (length <= Double.BYTES || length > LONGEST) {
            return from;
        }
        ByteBuffer rest = ByteBuffer.allocate((int) length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (channel.read(rest, from + EventRecord.HEAD) < rest.capacity()) {
            return from;
        }
        ByteBuffer message = rest.slice(0, (int) length);
        boolean stays = rest.getInt((int) length) == EventRecord.checksum(message) && EventRecord.step(message) <= step;
        return stays ? from + EventRecord.FRAME + length : from;
    }

    private double seconds() {
        Instant now = clock.instant();
        return now.getEpochSecond() + now.getNano() / 1e9;
    }

    private void append(byte[] record) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(record));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private OutputException failed(IOException e) {
        return new OutputException(folder.toString(), "CANNOT_WRITE",
                "the event files cannot be written (" + FileFaults.reason(e) + ").", "Check that the folder may be written to.", e);
    }
}
