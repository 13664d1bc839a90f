package dev.cadenza.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainListener;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Safetensors;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.score.CadenzaException.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingRunTest {

    @TempDir
    Path folder;

    private static final Recipe STEPS = Toy.recipe(Toy.spec(ModelSpec.Cell.LSTM, Toy.STEPS, 0.2), 4, 4);

    private TrainResult run(Recipe recipe, String out, boolean resume, long stopAfter) {
        return new LibtorchTrainer().train(Toy.request(recipe, folder.resolve(out), resume), new StopAfter(stopAfter));
    }

    /// Asks to stop after so many optimiser steps.
    private static final class StopAfter implements TrainListener {
        private final long steps;
        private long taken;

        StopAfter(long steps) {
            this.steps = steps;
        }

        @Override
        public void on(TrainEvent event) {
            if (event instanceof TrainEvent.Stepped stepped) {
                taken = stepped.step();
            }
        }

        @Override
        public boolean stopRequested() {
            return taken >= steps;
        }
    }

    private Map<String, Tensor> weights(String out, String which) {
        return Safetensors.read(folder.resolve(out).resolve(which).resolve("weights.safetensors"));
    }

    @ParameterizedTest
    @EnumSource(ModelSpec.Cell.class)
    void equalSeedsGiveEqualWeights(ModelSpec.Cell cell) {
        Recipe recipe = Toy.recipe(Toy.spec(cell, Toy.STEPS, 0.2), 2, 4);
        run(recipe, "a", false, Long.MAX_VALUE);
        run(recipe, "b", false, Long.MAX_VALUE);
        assertEquals(weights("a", "last"), weights("b", "last"));
        assertEquals(weights("a", "best"), weights("b", "best"));
    }

    @Test
    void aStoppedAndResumedRunEqualsAnUninterruptedOne() throws IOException {
        run(STEPS, "whole", false, Long.MAX_VALUE);
        assertEquals(TrainResult.End.STOPPED, run(STEPS, "parts", false, 5).end());
        assertFalse(weights("whole", "last").equals(weights("parts", "last")), "the run was stopped before its end");
        assertEquals(TrainResult.End.STOPPED, run(STEPS, "parts", true, 8).end());
        assertEquals(TrainResult.End.EPOCHS, run(STEPS, "parts", true, Long.MAX_VALUE).end());
        assertEquals(weights("whole", "last"), weights("parts", "last"));
        assertEquals(weights("whole", "best"), weights("parts", "best"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("whole/last/training.safetensors")),
                Files.readAllBytes(folder.resolve("parts/last/training.safetensors")));
        assertEquals(4, Files.readAllLines(folder.resolve("parts/log.jsonl")).size(), "one line an epoch");
        assertEquals(losses("whole"), losses("parts"));
        assertEquals(4, losses("parts").stream().filter(scalars -> scalars.containsKey("epoch")).count());
    }

    @Test
    void aRunWhoseTimeWasUsedUpGoesOnWithMore() throws IOException {
        run(STEPS, "whole", false, Long.MAX_VALUE);
        Recipe none = Toy.recipe(Toy.spec(ModelSpec.Cell.LSTM, Toy.STEPS, 0.2), 4, 4, 1e-9);
        assertEquals(TrainResult.End.BUDGET, run(none, "parts", false, Long.MAX_VALUE).end());
        assertTrue(Files.exists(folder.resolve("parts/best/weights.safetensors")), "what was learnt in that time is a model");
        assertEquals(TrainResult.End.BUDGET, run(none, "parts", true, Long.MAX_VALUE).end());
        assertFalse(weights("whole", "last").equals(weights("parts", "last")));
        assertEquals(TrainResult.End.EPOCHS, run(STEPS, "parts", true, Long.MAX_VALUE).end());
        assertEquals(weights("whole", "last"), weights("parts", "last"));
        assertEquals(weights("whole", "best"), weights("parts", "best"));
        assertEquals(4, Files.readAllLines(folder.resolve("parts/log.jsonl")).size(), "one line an epoch, none for those that were cut");
    }

    /// What the event files of a run show, but for what depends on the machine.
    private List<Map<String, Float>> losses(String out) throws IOException {
        List<Map<String, Float>> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve(out).resolve("tensorboard"))) {
            for (Path file : files.sorted().toList()) {
                EventFileReader.read(file).stream().map(EventFileReader.Event::scalars)
                        .filter(scalars -> !scalars.isEmpty()).forEach(all::add);
            }
        }
        all.forEach(scalars -> scalars.remove("tokens_per_second"));
        return all;
    }

    @Test
    void anotherRunIsNotResumedNorOverwritten() {
        run(STEPS, "run", false, 3);
        Recipe other = Toy.recipe(Toy.spec(ModelSpec.Cell.LSTM, Toy.STEPS, 0.3), 4, 4);
        assertEquals("OTHER_RUN", assertThrows(RequestException.class, () -> run(other, "run", true, 9)).code());
        assertEquals("RUN_EXISTS", assertThrows(RequestException.class, () -> run(STEPS, "run", false, 9)).code());
        assertEquals("NO_RUN", assertThrows(RequestException.class, () -> run(STEPS, "none", true, 9)).code());
    }

    @Test
    void itBeginsWithTheWeightsOfAnotherModel() throws IOException {
        run(STEPS, "base", false, Long.MAX_VALUE);
        Checkpoint base = Checkpoint.read(folder.resolve("base/best"));
        TrainRequest request = Toy.request(Toy.recipe(Toy.spec(ModelSpec.Cell.LSTM, Toy.STEPS, 0.2), 1, 4),
                folder.resolve("tuned"), false);
        List<Checkpoint> learnt = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        TrainListener listener = new TrainListener() {
            @Override
            public void on(TrainEvent event) {
                if (event instanceof TrainEvent.Stepped stepped) {
                    losses.add(stepped.loss());
                }
            }

            @Override
            public void epochEnded(int epoch, Supplier<Checkpoint> now) {
                learnt.add(now.get());
            }
        };
        new LibtorchTrainer().train(from(request, base.halved().weights(), "tuned"), listener);
        new LibtorchTrainer().train(from(request, Map.of(), "new"), listener);
        assertTrue(losses.getFirst() < 0.8 * losses.get(losses.size() / 2), () -> "nats a token of first batches: " + losses);
        assertEquals(weights("tuned", "best"), new TreeMap<>(learnt.getFirst().weights()), "the averaged weights are handed out");
        assertTrue(Files.exists(folder.resolve("tuned/best/beside.txt")) && Files.exists(folder.resolve("tuned/last/beside.txt")));
        String card = Files.readString(folder.resolve("tuned/best/MODEL_CARD.md"));
        assertTrue(card.contains(Checkpoint.load(folder.resolve("tuned/best")).hash()), card);
        assertEquals("OTHER_RUN", assertThrows(RequestException.class, () -> new LibtorchTrainer().train(
                new TrainRequest(request.recipe().withEpochs(1), request.tokenizer(), request.train(), request.valid(),
                        folder.resolve("tuned"), request.seed(), 1, 0, true, request.provenance()), listener)).code());
    }

    private TrainRequest from(TrainRequest request, Map<String, Tensor> weights, String out) {
        return new TrainRequest(request.recipe(), request.tokenizer(), request.train(), request.valid(), folder.resolve(out),
                request.seed(), request.threads(), 0, false, weights, request.provenance(),
                Map.of("beside.txt", file -> file.write(7)));
    }

    @Test
    void itLearnsScales() {
        List<Double> validations = new ArrayList<>();
        Recipe recipe = Toy.recipe(Toy.spec(ModelSpec.Cell.LSTM, Toy.STEPS, 0), 12, 4);
        new LibtorchTrainer().train(Toy.request(recipe, folder.resolve("learn"), false), event -> {
            if (event instanceof TrainEvent.Validated validated) {
                validations.add(validated.validPerToken());
            }
        });
        assertTrue(validations.getLast() < 0.4 * validations.getFirst(), () -> "nats a token: " + validations);
    }
}
