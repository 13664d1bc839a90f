package dev.cadenza.bench.harmony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table of the Digital and Cognitive Musicology Lab: tab-separated, named columns.
final class DcmlTable {

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String[]> rows = new ArrayList<>();

    DcmlTable(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.getFirst().split("\t", -1);
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], i);
        }
        lines.stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> rows.add(line.split("\t", -1)));
    }

    int size() {
        return rows.size();
    }

    /// Empty where there is no such column.
    String text(int row, String column) {
        Integer place = columns.get(column);
        return place == null || place >= rows.get(row).length ? "" : rows.get(row)[place];
    }

    boolean has(int row, String column) {
        return !text(row, column).isEmpty();
    }

    /// A number or a fraction.
    double number(int row, String column) {
        String[] parts = text(row, column).split("/");
        return Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
    }

    /// Quarters from the beginning of the page, first endings counted.
    double quarters(int row) {
        return number(row, has(row, "quarterbeats_all_endings") ? "quarterbeats_all_endings" : "quarterbeats");
    }

    boolean hasQuarters(int row) {
        return has(row, "quarterbeats_all_endings") || has(row, "quarterbeats");
    }
}
