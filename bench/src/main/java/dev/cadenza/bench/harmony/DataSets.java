package dev.cadenza.bench.harmony;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The data sets by name.
final class DataSets {

    private DataSets() {
    }

    static List<Labelled> read(String name, Path folder) throws IOException {
        return switch (name) {
            case "rome" -> WhenInRome.read(folder);
            case "mozart" -> DcmlMozart.read(folder);
            case "pop909" -> Pop909.read(folder);
            case "leadsheets" -> LeadSheets.read(folder);
            default -> throw new IllegalArgumentException("there is no data set " + name);
        };
    }
}
