package dev.cadenza.score.harmony;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Weights by name, as counts of what one would hear, in a text of one line each: `name: 3 0 17 ...`.
///
/// Where the shipped ones come from stands in `docs/reference/analysis.md`.
public record HarmonyTables(SortedMap<String, double[]> counts) {

    private static final String SHIPPED = "tables.txt";

    /// The tables that are part of Cadenza.
    public static HarmonyTables shipped() {
        try (InputStream in = HarmonyTables.class.getResourceAsStream(SHIPPED)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the text of tables.
    public static HarmonyTables parse(String text) {
        SortedMap<String, double[]> counts = new TreeMap<>();
        text.lines().filter(line -> line.contains(": ")).forEach(line -> {
            String[] words = line.substring(line.indexOf(':') + 1).strip().split(" ");
            double[] row = new double[words.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = Double.parseDouble(words[i]);
            }
            counts.put(line.substring(0, line.indexOf(':')), row);
        });
        return new HarmonyTables(counts);
    }

    /// The text that [#parse] reads, counts rounded to whole numbers.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, double[]> row : counts.entrySet()) {
            text.append(row.getKey()).append(':');
            for (double count : row.getValue()) {
                text.append(' ').append(Math.round(count));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// Adds to one count.
    public void add(String name, int size, int index, double amount) {
        counts.computeIfAbsent(name, _ -> new double[size])[index] += amount;
    }

    /// Logarithms of the shares in a row, each count raised by `more`.
    double[] logShares(String name, int size, double more) {
        double[] row = counts.getOrDefault(name, new double[size]);
        double sum = 0;
        for (double count : row) {
            sum += count + more;
        }
        double[] logs = new double[size];
        for (int i = 0; i < size; i++) {
            logs[i] = StrictMath.log((row[i] + more) / sum);
        }
        return logs;
    }
}
