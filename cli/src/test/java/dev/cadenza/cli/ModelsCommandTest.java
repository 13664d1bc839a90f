package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelsCommandTest {

    @TempDir
    private Path home;

    @TempDir
    private Path own;

    @Test
    void listsShippedAndOwnModelsAndPassesOverDamagedOnes() throws IOException {
        ToyModel.write(home.resolve("models/chorale"));
        ToyModel.write(own.resolve("mine/best"));
        ToyModel.write(own.resolve("broken"));
        Files.writeString(own.resolve("broken/weights.safetensors"), "");
        Captured run = Captured.at(home, List.of(own), "models", "--json");
        assertEquals(ExitCode.OK, run.code());
        List<JsonNode> models = run.out().lines().map(line -> (JsonNode) JsonMapper.shared().readTree(line)).toList();
        assertEquals(List.of("chorale", "mine"), models.stream().map(model -> model.get("name").asString()).toList());
        assertTrue(models.get(0).get("shipped").asBoolean());
        assertFalse(models.get(1).get("shipped").asBoolean());
        assertEquals("melody", models.get(1).get("representation").asString());
        assertTrue(Captured.at(home, List.of(own), "models").out().startsWith("chorale (comes with Cadenza): "));
    }

    @Test
    void aModelIsFoundByNameOrFolderAndTheShippedOneByDefault() {
        ToyModel.write(home.resolve("models/chorale"));
        ToyModel.write(own.resolve("mine/best"));
        String out = own.resolve("piece").toString();
        for (String[] flags : List.of(new String[] {}, new String[] {"--model", "mine"}, new String[] {"--style", "chorale"},
                new String[] {"--model", own.resolve("mine").toString()})) {
            List<String> arguments = new java.util.ArrayList<>(List.of("compose", "--bars", "1", "--to", "mid", "--out", out));
            arguments.addAll(List.of(flags));
            Captured run = Captured.at(home, List.of(own), arguments.toArray(String[]::new));
            assertEquals(ExitCode.OK, run.code(), run.err());
        }
    }

    @Test
    void aMissingShippedModelIsSaidInWords() {
        Captured run = Captured.at(home, List.of(), "compose");
        assertEquals(ExitCode.FAILED, run.code());
        assertTrue(run.err().contains("--model"), run.err());
    }
}
