package dev.cadenza.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.dataset.Manifest.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {

    /// Enough for 250 songs of POP909, which have four files each.
    private static final int MOST_FILES = 1000;

    @TempDir
    private Path folder;

    @Test
    void everySetSaysWhatOneMustKnow() {
        assertEquals(List.of("jsb", "jsb:quarter", "jsb:8th", "jsb:16th", "rolls", "nottingham", "pop909", "lakh"),
                DataSets.known().stream().map(DataSet::name).toList());
        for (DataSet set : DataSets.known()) {
            assertEquals(set, DataSets.named(set.name()).orElseThrow());
            assertEquals(set.name(), set.layout().name());
            assertTrue(set.meaning().endsWith("."), set.name());
            assertTrue(set.archive().address().toString().contains(set.archive().version()) || set.name().equals("lakh"),
                    "the address is of a pinned version");
            assertTrue(set.archive().address().getScheme().equals("https") || !set.archive().sha256().isEmpty(),
                    "what comes unprotected must be checked as a whole");
            assertTrue(!set.archive().manifest().lines().isEmpty() || !set.archive().sha256().isEmpty(), set.name());
            assertTrue(set.terms().contains("Licence: " + set.licence() + "."));
        }
        assertTrue(DataSets.named("bach").isEmpty());
        assertEquals("fetches 1.8 GB, keeps 6.0 GB", DataSets.named("lakh").orElseThrow().size());
    }

    /// The files of each manifest, empty, are recognised as their own data set and no other.
    @Test
    void manifestsNameTheFilesThatTheLayoutsRead() throws IOException {
        Map<String, Integer> items = Map.of("jsb", 1, "rolls", 4, "nottingham", 994, "pop909", 250);
        for (String name : items.keySet()) {
            DataSet set = DataSets.named(name).orElseThrow();
            Path root = folder.resolve(name);
            HashSet<String> paths = new HashSet<>();
            for (Line line : set.archive().manifest().lines()) {
                if (paths.size() == MOST_FILES) {
                    break;
                }
                assertTrue(paths.add(line.path()) && !line.path().startsWith("/") && !line.path().contains(".."), line.path());
                Path file = root.resolve(line.path());
                Files.createDirectories(file.getParent());
                Files.createFile(file);
            }
            assertEquals(items.get(name), set.layout().items(root).size(), name);
            assertEquals(List.of(name), DataSets.layouts().stream().filter(l -> l.recognises(root)).map(l -> l.name()).toList());
            set.layout().items(root).forEach(item -> assertFalse(item.files().isEmpty()));
        }
    }
}
