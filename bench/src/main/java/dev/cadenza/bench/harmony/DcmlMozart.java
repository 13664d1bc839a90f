package dev.cadenza.bench.harmony;

import dev.cadenza.bench.harmony.Labelled.CadenceLabel;
import dev.cadenza.bench.harmony.Labelled.Label;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.harmony.Degree;
import dev.cadenza.score.harmony.KeyDegree;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.WrittenBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The annotated Mozart piano sonatas (Hentschel, Neuwirth and Rohrmeier, 2021), from their tables. Grace notes are left out.
final class DcmlMozart {

    private static final int RESOLUTION = 480;
    private static final List<String> NUMERALS = List.of("I", "II", "III", "IV", "V", "VI", "VII");
    private static final String LETTERS = "FCGDAEB";

    private DcmlMozart() {
    }

    static List<Labelled> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder.resolve("harmonies"))) {
            files = list.filter(file -> file.toString().endsWith(".harmonies.tsv")).sorted().toList();
        }
        List<Labelled> pieces = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".harmonies.tsv", "");
            Score score = score(folder, name);
            DcmlTable table = new DcmlTable(file);
            Key home = Key.parse(key(table.text(0, "globalkey")));
            pieces.add(new Labelled(name, score, home, labels(table, home, score.end()), cadences(table)));
        }
        System.out.printf("Mozart: %d movements%n", pieces.size());
        return pieces;
    }

    private static String key(String name) {
        return Character.isLowerCase(name.charAt(0)) ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " minor" : name;
    }

    private static Score score(Path folder, String name) throws IOException {
        DcmlTable notes = new DcmlTable(folder.resolve("notes/" + name + ".notes.tsv"));
        List<Note> list = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            long duration = notes.has(i, "gracenote") || !notes.hasQuarters(i) ? 0 : Math.round(RESOLUTION * notes.number(i, "duration_qb"));
            if (duration > 0) {
                int midi = (int) notes.number(i, "midi");
                int tpc = (int) notes.number(i, "tpc");
                Spelling spelling = new Spelling(Letter.valueOf(LETTERS.substring(Math.floorMod(tpc + 1, 7)).substring(0, 1)), Math.floorDiv(tpc + 1, 7));
                list.add(new Note(Math.round(RESOLUTION * notes.quarters(i)), duration, new Pitch(midi, spelling), 80));
            }
        }
        list.sort(Note.ORDER);
        DcmlTable measures = new DcmlTable(folder.resolve("measures/" + name + ".measures.tsv"));
        List<WrittenBars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            String[] meter = measures.text(i, "timesig").split("/");
            bars.add(new WrittenBars.Bar(Math.round(RESOLUTION * measures.quarters(i)), Math.round(RESOLUTION * 4 * measures.number(i, "act_dur")),
                    new Meter(0, Integer.parseInt(meter[0]), Integer.parseInt(meter[1]))));
        }
        return new Score(RESOLUTION, List.of(), WrittenBars.meters(bars, RESOLUTION), List.of(), List.of(), List.of(),
                List.of(new Part("", Instrument.PIANO, list)), Metadata.NONE);
    }

    private static List<Label> labels(DcmlTable table, Key home, long end) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            if (table.hasQuarters(i) && table.has(i, "localkey")) {
                long start = Math.round(RESOLUTION * table.quarters(i));
                if (!labels.isEmpty()) {
                    Label last = labels.removeLast();
                    if (last.start() < start) {
                        labels.add(new Label(last.start(), start, last.key(), last.chord()));
                    }
                }
                Key local = local(table.text(i, "localkey"), home);
                labels.add(new Label(start, end, local, chord(table, i, local)));
            }
        }
        return labels;
    }

    private static Key local(String numeral, Key home) {
        String letters = numeral.replaceAll("[#b]", "");
        int alter = numeral.chars().map(c -> c == '#' ? 1 : c == 'b' ? -1 : 0).sum();
        Mode mode = Character.isLowerCase(letters.charAt(0)) ? Mode.MINOR : Mode.MAJOR;
        Degree plain = Degree.of(NUMERALS.indexOf(letters.toUpperCase(Locale.ROOT)) + 1, home.mode());
        return new KeyDegree(new Degree(plain.number(), plain.alter() + alter), mode).key(home);
    }

    private static Optional<Chord> chord(DcmlTable table, int row, Key local) {
        if (!table.has(row, "root") || !table.has(row, "chord_type")) {
            return Optional.empty();
        }
        int root = Math.floorMod(7 * (int) table.number(row, "root") + local.tonic(), 12);
        int bass = Math.floorMod(7 * (int) table.number(row, "bass_note") + local.tonic(), 12);
        ChordQuality quality = switch (table.text(row, "chord_type")) {
            case "M" -> ChordQuality.MAJOR;
            case "m" -> ChordQuality.MINOR;
            case "o" -> ChordQuality.DIMINISHED;
            case "+" -> ChordQuality.AUGMENTED;
            case "Mm7" -> ChordQuality.DOMINANT_7;
            case "mm7" -> ChordQuality.MINOR_7;
            case "MM7" -> ChordQuality.MAJOR_7;
            case "o7" -> ChordQuality.DIMINISHED_7;
            case "%7" -> ChordQuality.HALF_DIMINISHED;
            case "mM7" -> ChordQuality.MINOR_MAJOR_7;
            case "+7" -> ChordQuality.AUGMENTED_7;
            case "+M7" -> ChordQuality.AUGMENTED_MAJOR_7;
            default -> ChordQuality.DOMINANT_7;
        };
        String numeral = table.text(row, "numeral");
        if (numeral.equals("Ger") || numeral.equals("It") || numeral.equals("Fr")) {
            // The flat sixth degree, a major third under the local tonic, or under that of the key it is applied to.
            Key applied = table.has(row, "relativeroot") ? local(table.text(row, "relativeroot").split("/")[0], local) : local;
            root = (applied.tonic() + 8) % 12;
            quality = ChordQuality.DOMINANT_7;
        } else if (numeral.equals("V") && table.text(row, "changes").endsWith("64") && !table.has(row, "relativeroot")) {
            bass = root;
            root = local.tonic();
            quality = local.mode() == Mode.MINOR ? ChordQuality.MINOR : ChordQuality.MAJOR;
        }
        return Optional.of(new Chord(Spelling.plain(root), quality, Spelling.plain(bass)));
    }

    private static List<CadenceLabel> cadences(DcmlTable table) {
        List<CadenceLabel> cadences = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            if (table.hasQuarters(i) && table.has(i, "cadence")) {
                cadences.add(new CadenceLabel(Math.round(RESOLUTION * table.quarters(i)), table.text(i, "cadence").replaceAll("[^A-Z]", "")));
            }
        }
        return cadences;
    }
}
