package dev.cadenza.bench.structure;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.structure.MelodyFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A melody whose phrases are known.
///
/// @param boundaries ticks at which phrases begin, but the first
record Phrased(String set, String name, Score score, List<Note> line, List<Long> boundaries) {

    private static final int RESOLUTION = 480;

    /// Chorales: the soprano, whose phrases end with fermatas.
    static List<Phrased> chorales(Path folder) {
        List<Phrased> all = new ArrayList<>();
        for (Piece piece : Piece.all("chorales", folder, ".mxl")) {
            if (piece.score().parts().isEmpty()) {
                continue;
            }
            Part soprano = piece.score().parts().getFirst();
            List<Note> line = MelodyFinder.line(soprano.notes(), piece.score().resolution());
            TreeSet<Long> fermatas = new TreeSet<>();
            for (Mark mark : soprano.notation().marks()) {
                if (mark instanceof Mark.Articulation sign && sign.sign() == Mark.Sign.FERMATA) {
                    fermatas.add(sign.tick());
                }
            }
            List<Long> boundaries = new ArrayList<>();
            for (int i = 0; i + 1 < line.size(); i++) {
                if (fermatas.contains(line.get(i).onset())) {
                    boundaries.add(line.get(i + 1).onset());
                }
            }
            if (boundaries.size() >= 2) {
                all.add(new Phrased("chorales", piece.name(), piece.score(), line, boundaries));
            }
        }
        return all;
    }

    /// Mozart's sonatas with the phrases of the DCML annotations: notes and harmonies as tables.
    static List<Phrased> mozart(Path folder) {
        List<Phrased> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("notes"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".notes.tsv")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".notes.tsv", "");
                Path labels = folder.resolve("harmonies/" + name + ".harmonies.tsv");
                if (Files.exists(labels)) {
                    all.add(mozart(name, file, labels));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.stream().filter(piece -> piece.boundaries.size() >= 2).toList();
    }

    private static Phrased mozart(String name, Path notes, Path harmonies) throws IOException {
        List<Note> all = new ArrayList<>();
        List<Meter> meters = new ArrayList<>();
        Table table = Table.read(notes);
        for (String[] row : table.rows()) {
            String at = table.value(row, "quarterbeats");
            if (!at.isEmpty()) {
                long onset = ticks(at);
                all.add(new Note(onset, ticks(table.value(row, "duration_qb")), Pitch.of(Integer.parseInt(table.value(row, "midi"))), 64));
                String[] sign = table.value(row, "timesig").split("/");
                if (ticks(table.value(row, "mn_onset")) == 0 && (meters.isEmpty() || !meters.getLast().toString().equals(sign[0] + "/" + sign[1]))) {
                    meters.add(new Meter(onset, Integer.parseInt(sign[0]), Integer.parseInt(sign[1])));
                }
            }
        }
        all.sort(Note.ORDER);
        meters.sort(java.util.Comparator.comparingLong(Meter::tick));
        Score score = new Score(RESOLUTION, List.of(), meters, List.of(), List.of(), List.of(),
                List.of(new Part("", Instrument.PIANO, all)), Metadata.NONE);
        List<Long> boundaries = new ArrayList<>();
        Table labels = Table.read(harmonies);
        for (String[] row : labels.rows()) {
            String at = labels.value(row, "quarterbeats");
            if (!at.isEmpty() && labels.value(row, "phraseend").contains("{")) {
                boundaries.add(ticks(at));
            }
        }
        return new Phrased("mozart", name, score, MelodyFinder.line(all, RESOLUTION),
                boundaries.stream().distinct().sorted().skip(1).toList());
    }

    private static long ticks(String quarters) {
        String[] fraction = quarters.split("/");
        double value = Double.parseDouble(fraction[0]) / (fraction.length > 1 ? Double.parseDouble(fraction[1]) : 1);
        return Math.round(value * RESOLUTION);
    }

    private record Table(List<String> names, List<String[]> rows) {

        static Table read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            return new Table(List.of(lines.getFirst().split("\t")), lines.stream().skip(1).map(line -> line.split("\t", -1)).toList());
        }

        String value(String[] row, String name) {
            return row[names.indexOf(name)];
        }
    }
}
