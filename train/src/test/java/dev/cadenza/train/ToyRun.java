package dev.cadenza.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainListener;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;

/// A run of training that has ended, and what it told.
public record ToyRun(TrainResult result, List<TrainEvent> events) {

    /// A number of steps that no run of a test takes.
    public static final long TO_THE_END = Long.MAX_VALUE;

    private static final long ROOM = 96L << 20;

    /// Learns until `stopAfter` steps have been taken, counted over all sittings.
    public static ToyRun of(TrainRequest request, long stopAfter) {
        List<TrainEvent> events = new ArrayList<>();
        TrainResult result = new LibtorchTrainer().train(request, new TrainListener() {
            @Override
            public void on(TrainEvent event) {
                events.add(event);
            }

            @Override
            public boolean stopRequested() {
                return events.getLast() instanceof TrainEvent.Stepped stepped && stepped.step() >= stopAfter;
            }
        });
        return new ToyRun(result, events);
    }

    /// A figure of each epoch.
    public List<Double> figures(String name) {
        return events.stream().filter(TrainEvent.Validated.class::isInstance)
                .map(event -> ((TrainEvent.Validated) event).figures().get(name)).toList();
    }

    /// Asserts that two runs have learnt the same, to the bit, and would go on alike.
    public static void assertEqualRuns(Path one, Path other) throws IOException {
        for (String file : List.of("last/weights.safetensors", "last/training.safetensors", "best/weights.safetensors")) {
            assertArrayEquals(Files.readAllBytes(one.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
        }
    }

    /// Asserts that work leaves no native memory behind.
    ///
    /// @param first work that fills what is kept for good
    public static void assertMemoryStaysFlat(Runnable first, Runnable work) {
        first.run();
        long before = Pointer.physicalBytes();
        work.run();
        long grown = Pointer.physicalBytes() - before;
        assertTrue(grown < ROOM, () -> "grown by " + (grown >> 20) + " MiB");
    }
}
