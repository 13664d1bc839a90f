package dev.cadenza.app;

import dev.cadenza.model.Models;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import dev.cadenza.model.generate.Take;
import dev.cadenza.render.perform.Expression;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// Music of a model that is still learning, so that one hears it learn: always the same request with the same seed. What
/// goes wrong costs the sample, never the training.
///
/// @param folder where the files go
/// @param every epochs from one sample to the next; 0 for none
record Samples(Path folder, int every, long seed, Task task) {

    private static final int BARS = 8;

    /// @param learnt gives the model of the epoch
    void epochEnded(int epoch, Supplier<Checkpoint> learnt) {
        if (every == 0 || epoch % every != 0) {
            return;
        }
        try {
            write(folder.resolve(String.format(Locale.ROOT, "epoch-%03d.mid", epoch)), learnt.get());
        } catch (CancellationException e) {
            // Whoever stopped the job stopped the training: its checkpoint matters, the sample does not.
        } catch (CadenzaException e) {
            task.notice("No sample of epoch " + epoch + ": " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            task.notice("No sample of epoch " + epoch + " could be made (" + e + "). Training goes on.");
        }
    }

    private void write(Path file, Checkpoint checkpoint) throws IOException {
        MusicModel model = Models.of(checkpoint);
        GenerationRequest request = new Wishes(BARS, OptionalDouble.empty(), Optional.empty(), Optional.empty(), List.of(),
                SamplerSettings.usual(), seed, 1).compose(new Start.Nothing(), 0, 1);
        List<Take> takes = new ArrayList<>();
        task.interruptibly(() -> takes.addAll(Composer.compose(model, request, 1)));
        Files.createDirectories(folder);
        MidiWriter.write(Expression.GENTLE.apply(takes.getFirst().score()), file);
        task.written(file);
    }
}
