package dev.cadenza.bench.corpus;

import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// How many of the chord symbols that occur in real files are understood, and how many of these whole.
///
/// Usage: `ChordShare FOLDER...`. Takes the `harmony` elements of `.mxl` files (the root and the text of the kind; where
/// there is no text, the kind), the third column of `chord_midi.txt` files, and the texts between quotation marks in `.abc`
/// files that are no annotations. Prints one line a folder, then the texts that are not understood, most frequent first.
public final class ChordShare {

    private static final Pattern HARMONY = Pattern.compile("<harmony.*?</harmony>", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\n]*)\"");
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("major", ""), Map.entry("minor", "m"),
            Map.entry("dominant", "7"), Map.entry("minor-seventh", "m7"), Map.entry("major-seventh", "maj7"),
            Map.entry("diminished", "dim"), Map.entry("augmented", "aug"), Map.entry("half-diminished", "m7b5"),
            Map.entry("diminished-seventh", "dim7"), Map.entry("dominant-ninth", "9"), Map.entry("major-ninth", "maj9"),
            Map.entry("minor-ninth", "m9"), Map.entry("minor-sixth", "m6"), Map.entry("major-sixth", "6"),
            Map.entry("suspended-fourth", "sus4"), Map.entry("none", "N.C."));

    private ChordShare() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("usage: ChordShare FOLDER...");
            System.exit(2);
        }
        for (String folder : arguments) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            List<String> symbols = new ArrayList<>();
            for (Path file : files) {
                symbols.addAll(symbols(file));
            }
            report(folder, symbols);
        }
    }

    private static void report(String folder, List<String> symbols) {
        int whole = 0;
        int inPart = 0;
        int none = 0;
        Map<String, Integer> unknown = new TreeMap<>();
        for (String symbol : symbols) {
            switch (Chord.parse(symbol)) {
                case ChordReading.Understood understood -> {
                    whole += understood.exact() ? 1 : 0;
                    inPart += understood.exact() ? 0 : 1;
                }
                case ChordReading.NoChord nothing -> none++;
                case ChordReading.Unknown text -> unknown.merge(symbol, 1, Integer::sum);
            }
        }
        int refused = unknown.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(Locale.ROOT, "%s: %d symbols, %d whole, %d without some alterations, %d no chord, %d unknown; %.2f %% understood%n",
                folder, symbols.size(), whole, inPart, none, refused, 100.0 * (symbols.size() - refused) / Math.max(1, symbols.size()));
        unknown.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())).limit(20)
                .forEach(entry -> System.out.println("  " + entry.getValue() + " x " + entry.getKey()));
    }

    private static List<String> symbols(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<String> symbols = new ArrayList<>();
        if (name.endsWith(".mxl")) {
            for (HarmonyElement harmony : harmonies(Files.readAllBytes(file))) {
                symbols.add(harmony.symbol());
            }
        } else if (name.equals("chord_midi.txt")) {
            for (String line : Files.readAllLines(file)) {
                symbols.add(line.strip().split("\\s+")[2]);
            }
        } else if (name.endsWith(".abc")) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n")) {
                Matcher quoted = QUOTED.matcher(line.matches("[A-Za-z]:.*") || line.startsWith("%") ? "" : line);
                while (quoted.find()) {
                    if (!quoted.group(1).isBlank() && "^_<>@".indexOf(quoted.group(1).charAt(0)) < 0) {
                        symbols.add(quoted.group(1));
                    }
                }
            }
        }
        return symbols;
    }

    private record HarmonyElement(String xml) {

        String symbol() {
            String kind = first("<kind[^>]*>([^<]*)</kind>");
            String text = first("<kind[^>]*text=\"([^\"]*)\"");
            String written = text.isEmpty() ? KINDS.getOrDefault(kind, kind) : text;
            String alter = first("<root-alter[^>]*>([^<]*)<").startsWith("-") ? "b" : first("<root-alter[^>]*>([^<]*)<").startsWith("1") ? "#" : "";
            return kind.equals("none") ? written : first("<root-step[^>]*>([^<]*)<") + alter + written;
        }

        private String first(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(xml);
            return matcher.find() ? matcher.group(1) : "";
        }
    }

    private static List<HarmonyElement> harmonies(byte[] archive) throws IOException {
        List<HarmonyElement> harmonies = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml") && !entry.getName().startsWith("META-INF")) {
                    Matcher matcher = HARMONY.matcher(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    while (matcher.find()) {
                        harmonies.add(new HarmonyElement(matcher.group()));
                    }
                }
            }
        }
        return harmonies;
    }
}
