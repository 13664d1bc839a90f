package dev.cadenza.train;

import dev.cadenza.model.TrainEvent;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.FileFaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.stream.Collectors;

/// The log of a run: one JSON object a line, one line an epoch.
///
/// @param loss what the loss is called, see [dev.cadenza.model.Objective#lossName]
record RunLog(Path file, String loss) {

    /// Starts the log anew, or cuts off what a resumed run will write again.
    void cutTo(long bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(bytes);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    long bytes() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void append(TrainEvent.Validated event, long step) {
        String line = String.format(Locale.ROOT, "{\"epoch\": %d, \"step\": %d, \"train%s\": %.6f, "
                + "\"validNatsPerToken\": %s, \"validNatsPerStep\": %s, \"validNatsPerQuarter\": %s, \"best\": %b, "
                + "\"learningRate\": %.8f, \"tokensPerSecond\": %.0f, \"cpuSeconds\": %.1f%s}%n",
                event.epoch(), step, loss.substring(0, 1).toUpperCase(Locale.ROOT) + loss.substring(1), event.trainLoss(), number(event.validPerToken()), number(event.validPerStep()),
                number(event.validPerQuarter()), event.best(), event.learningRate(), event.tokensPerSecond(),
                event.cpuSeconds(), more(event));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String more(TrainEvent.Validated event) {
        return event.figures().entrySet().stream().map(figure -> ", \"" + figure.getKey() + "\": " + number(figure.getValue()))
                .collect(Collectors.joining());
    }

    /// JSON has no NaN.
    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "null";
    }

    private OutputException failed(IOException e) {
        return new OutputException(file.toString(), "CANNOT_WRITE",
                "the log cannot be written (" + FileFaults.reason(e) + ").", "Check that the folder may be written to.", e);
    }
}
