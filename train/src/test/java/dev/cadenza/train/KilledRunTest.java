package dev.cadenza.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Safetensors;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {

    private static final int EPOCHS = 40;

    @TempDir
    Path folder;

    /// A process of its own that trains until it is killed; it says when it has saved something.
    static final class Victim {

        private Victim() {
        }

        public static void main(String[] args) {
            new LibtorchTrainer().train(Toy.request(recipe(), Path.of(args[0]), Boolean.parseBoolean(args[1])), event -> {
                if (event instanceof TrainEvent.Saved saved) {
                    System.out.println(saved.step());
                }
            });
        }
    }

    private static Recipe recipe() {
        return Toy.recipe(Toy.spec(ModelSpec.Cell.LSTM, Toy.STEPS, 0.2), EPOCHS, 4);
    }

    /// Kills the run with SIGKILL once it has saved something beyond `step`.
    private void killBeyond(long step, boolean resume) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Victim.class.getName(),
                folder.resolve("killed").toString(), Boolean.toString(resume))).redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !(line.matches("\\d+") && Long.parseLong(line) > step)) {
                line = out.readLine();
            }
            assertTrue(line != null, "the run ended before it could be killed");
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(128 + 9, process.exitValue(), "killed by SIGKILL");
    }

    @Test
    void aKilledRunResumesToTheSameWeights() throws IOException, InterruptedException {
        killBeyond(11, false);
        killBeyond(60, true);
        new LibtorchTrainer().train(Toy.request(recipe(), folder.resolve("killed"), true), event -> { });
        new LibtorchTrainer().train(Toy.request(recipe(), folder.resolve("whole"), false), event -> { });
        for (String which : List.of("last", "best")) {
            assertEquals(Safetensors.read(folder.resolve("whole").resolve(which).resolve("weights.safetensors")),
                    Safetensors.read(Checkpoint.present(folder.resolve("killed").resolve(which)).orElseThrow()
                            .resolve("weights.safetensors")), which);
        }
    }
}
