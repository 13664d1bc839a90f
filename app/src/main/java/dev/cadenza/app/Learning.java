package dev.cadenza.app;

import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainListener;
import dev.cadenza.model.checkpoint.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// Passes on what happens while a model learns, and stops the trainer at the next step when the job is cancelled.
///
/// @param out folder of the run
/// @param warning what is to be said of the data, by the number of learnt numbers; empty for nothing
record Learning(Path out, Samples samples, LongFunction<String> warning, Task task) implements TrainListener {

    @Override
    public void on(TrainEvent event) {
        if (event instanceof TrainEvent.Started started) {
            warnOfFullDisk(started.checkpointBytes());
            String sentence = warning.apply(started.parameters());
            if (!sentence.isEmpty()) {
                task.notice(sentence);
            }
        }
        task.tell(new Event.Learning(event));
    }

    @Override
    public void epochEnded(int epoch, Supplier<Checkpoint> learnt) {
        samples.epochEnded(epoch, learnt);
    }

    @Override
    public boolean stopRequested() {
        return task.cancelled();
    }

    private void warnOfFullDisk(long needed) {
        try {
            Path folder = out.toAbsolutePath();
            while (!Files.exists(folder)) {
                folder = folder.getParent();
            }
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < needed) {
                task.notice("The disk has " + (free >> 20) + " MB left, less than the checkpoints will take.");
            }
        } catch (IOException e) {
            task.notice("How much room the disk has left cannot be told (" + e.getClass().getSimpleName() + ").");
        }
    }
}
