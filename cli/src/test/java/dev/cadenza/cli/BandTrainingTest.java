package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.score.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bars of the pieces that a band learns from.
class BandTrainingTest {

    private static final String BAND = """
            {"family": "musegan", "kind": "HYBRID", "accompanies": true, "bars": 2, "beats": [4, 3], "lowest": 24, "octaves": 5,
            "noise": 4, "width": 4, "neurons": "NONE"}""";

    @TempDir
    private Path folder;

    private Captured learn(String name, String family) throws IOException {
        Path recipe = Files.writeString(folder.resolve(name + ".json"), """
                {"name": "small-band", "representation": "roll", "stepsPerQuarter": 4, "spec": %s,
                "epochs": 1, "batch": 8, "window": 64, "validation": 0.2, "optimiser": "adam", "learningRate": 0.001,
                "precision": "fp32"%s}""".formatted(family, family.contains("musegan")
                ? ", \"objective\": {\"kind\": \"wasserstein\", \"criticSteps\": 2, \"penalty\": 10, \"criticRate\": 1}" : ""));
        Captured run = Captured.run("train", folder.resolve(name).toString(), "--recipe", recipe.toString(), "--out",
                folder.resolve(name + "-learnt").toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        return run;
    }

    private static PianoRoll first() {
        return ((RollTokenizer) ToyTrainer.asked.tokenizer()).roll(ToyTrainer.asked.train().getFirst());
    }

    @Test
    void piecesWithoutAMetreAreInCommonTime() throws IOException {
        ToyMusic.write(folder.resolve("unmetred"), 8);
        Captured run = learn("unmetred", BAND);
        int pieces = ToyTrainer.asked.train().size();
        assertTrue(run.err().contains(pieces + " of the pieces to learn from state no metre; they are taken for 4/4"), run.err());
        assertEquals(Optional.of(Meter.common()), first().meter(0));
        assertEquals(List.of(1, 16, 1), List.of(first().barPosition(0), first().barPosition(15), first().barPosition(16)));
    }

    @Test
    void statedMetresStay() throws IOException {
        ToyMusic.write(folder.resolve("waltzes"), 8, List.of(new Meter(0, 3, 4)));
        assertFalse(learn("waltzes", BAND).err().contains("no metre"));
        assertEquals(Optional.of(new Meter(0, 3, 4)), first().meter(0));
        ToyMusic.write(folder.resolve("sixes"), 8, List.of(new Meter(0, 6, 4)));
        assertFalse(learn("sixes", BAND).err().contains("no metre"));
        assertEquals(0, first().barPosition(0), "a metre without a name is not 4/4");
    }

    @Test
    void familiesThatLearnNoBarsSeePiecesAsTheyAre() throws IOException {
        ToyMusic.write(folder.resolve("unmetred"), 8);
        Captured run = learn("unmetred", """
                {"family": "recurrent", "cell": "GRU", "layers": 1, "hidden": 8, "layout": {"kind": "token", "input": "ONE_HOT", "embedding": 0}}""");
        assertFalse(run.err().contains("no metre"), run.err());
        assertEquals(0, first().barPosition(0));
    }
}
