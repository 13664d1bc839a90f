package dev.cadenza.bench.musicxml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What one reader found in one score. As a line of text: name, notes, grace notes, cue notes, measures, ties, then every
/// struck note as `ONSET:PITCH` (quarters, MIDI key), with tabs between, then what was found to report, as codes; or the name and `unreadable`.
///
/// @param notes written notes with a time of their own; of tied ones, each
/// @param struck sounding notes
/// @param findings codes of what was reported, with how often: `TIE_OPEN=2`
record Account(boolean readable, int notes, int graces, int cues, int measures, int ties, List<Struck> struck, String findings) {

    /// A note that begins.
    ///
    /// @param quarters from the beginning of the score
    record Struck(double quarters, int pitch) {
    }

    static final Account UNREADABLE = new Account(false, 0, 0, 0, 0, 0, List.of(), "");

    String line(String name) {
        if (!readable) {
            return name + "\tunreadable";
        }
        StringBuilder line = new StringBuilder(name);
        for (int number : new int[] {notes, graces, cues, measures, ties}) {
            line.append('\t').append(number);
        }
        String separator = "\t";
        for (Struck note : struck) {
            line.append(separator).append(String.format(Locale.ROOT, "%.4f", note.quarters)).append(':').append(note.pitch);
            separator = " ";
        }
        return findings.isEmpty() ? line.toString() : line + (struck.isEmpty() ? "\t\t" : "\t") + findings;
    }

    static Map<String, Account> read(Path file) throws IOException {
        Map<String, Account> accounts = new LinkedHashMap<>();
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> {
                String[] fields = line.split("\t");
                accounts.put(fields[0], fields.length < 6 ? UNREADABLE : parsed(fields));
            });
        }
        return accounts;
    }

    private static Account parsed(String[] fields) {
        int[] numbers = Arrays.stream(fields, 1, 6).mapToInt(Integer::parseInt).toArray();
        List<Struck> struck = new ArrayList<>();
        if (fields.length > 6) {
            for (String note : fields[6].split(" ")) {
                int colon = note.indexOf(':');
                if (colon > 0 && !note.endsWith("NaN")) {
                    struck.add(new Struck(Double.parseDouble(note.substring(0, colon)), Integer.parseInt(note.substring(colon + 1))));
                }
            }
        }
        return new Account(true, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], struck,
                fields.length > 7 ? fields[7] : "");
    }
}
