package dev.cadenza.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.dataset.DataFolder;
import dev.cadenza.corpus.dataset.DataSets;
import dev.cadenza.score.CadenzaException.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchCaseTest {

    @TempDir
    private Path folder;

    private Fetched fetch(String name, boolean accepted) {
        return new FetchCase(new DataFolder(folder), new Task(event -> { })).run(new Command.Fetch(name, accepted));
    }

    @Test
    void nothingIsFetchedUnasked() throws IOException {
        RequestException refused = assertThrows(RequestException.class, () -> fetch("nottingham", false));
        assertEquals("LICENCE_NOT_ACCEPTED", refused.code());
        assertTrue(refused.getMessage().contains("GNU GPL version 3") && refused.remedy().contains("--from"), refused.getMessage());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whatIsThereNeedsNoConsent() throws IOException {
        Path there = new DataFolder(folder).of(DataSets.named("lakh").orElseThrow());
        Files.createDirectories(there);
        assertEquals(there, fetch("lakh", false).folder());
    }

    @Test
    void unknownNamesAreRefusedWithTheKnownOnes() {
        RequestException refused = assertThrows(RequestException.class, () -> fetch("bach", true));
        assertEquals("DATA_SET_UNKNOWN", refused.code());
        assertTrue(refused.remedy().contains("jsb, jsb:quarter"), refused.remedy());
    }
}
