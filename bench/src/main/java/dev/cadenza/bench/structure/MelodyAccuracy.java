package dev.cadenza.bench.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.structure.MelodyFinder;
import dev.cadenza.score.structure.MelodyWeights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How often the part with the melody is found, and how many of the melody's notes, beside the skyline.
///
/// Usage: `MelodyAccuracy DATA [tune]`. Names of parts are hidden; for the notes all parts are one. Columns: share of pieces
/// whose part is found; mean over the pieces of precision, recall and F-measure of the notes. With `tune`, searches for
/// weights on the tuning half.
public final class MelodyAccuracy {

    private record Song(String set, String name, Score score, Part melody, List<Note> merged) {
    }

    private MelodyAccuracy() {
    }

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: MelodyAccuracy DATA [tune]");
            System.exit(2);
        }
        Path data = Path.of(arguments[0]);
        boolean tune = arguments.length == 2;
        List<Song> songs = new ArrayList<>();
        add(songs, Piece.all("pop909", data.resolve("pop909/POP909"), ".mid"), tune, part -> part.name().equals("MELODY"));
        add(songs, Piece.all("lieder", data.resolve("scores-cc0-lieder/scores"), ".mxl"), tune, part -> !part.lyrics().isEmpty());
        List<Piece> tunes = Piece.all("nottingham", data.resolve("nottingham/MIDI"), ".mid").stream()
                .filter(piece -> !piece.name().contains("/") && piece.score().parts().size() == 2).toList();
        for (Piece piece : tunes) {
            add(songs, List.of(piece), tune, part -> part == piece.score().parts().getFirst());
        }
        if (tune) {
            tune(songs);
        } else {
            report(songs);
        }
    }

    private static void add(List<Song> songs, List<Piece> pieces, boolean tuning, Function<Part, Boolean> isMelody) {
        for (Piece piece : pieces) {
            List<Part> parts = piece.score().parts().stream().filter(part -> !part.notes().isEmpty()).toList();
            List<Part> melody = parts.stream().filter(isMelody::apply).toList();
            if (melody.size() == 1 && parts.size() > 1 && Halves.forTuning(piece.name()) == tuning) {
                songs.add(new Song(piece.set(), piece.name(), piece.score(), melody.getFirst(),
                        parts.stream().flatMap(part -> part.notes().stream()).sorted(Note.ORDER).toList()));
            }
        }
    }

    private static void report(List<Song> songs) {
        Map<String, Function<Score, Part>> parts = new LinkedHashMap<>();
        parts.put("highest on average", MelodyAccuracy::highest);
        parts.put("most single notes", MelodyAccuracy::single);
        parts.put("ours", score -> MelodyFinder.part(score).orElseThrow());
        Map<String, BiFunction<List<Note>, Integer, List<Note>>> lines = new LinkedHashMap<>();
        lines.put("skyline", (notes, resolution) -> skyline(notes));
        lines.put("ours", MelodyFinder::line);
        new TreeMap<>(songs.stream().collect(Collectors.groupingBy(Song::set))).forEach((set, of) -> {
            parts.forEach((name, way) -> System.out.printf(Locale.ROOT, "| part | %s (%d) | %s | %.1f |%n", set, of.size(), name,
                    100.0 * of.stream().filter(song -> way.apply(song.score) == song.melody).count() / of.size()));
            lines.forEach((name, way) -> {
                List<Agreement> found = of.stream().map(song -> agreement(way.apply(song.merged, song.score.resolution()), song)).toList();
                System.out.printf(Locale.ROOT, "| notes | %s (%d) | %s | %.3f | %.3f | %.3f |%n", set, of.size(), name,
                        found.stream().mapToDouble(Agreement::precision).average().orElse(0),
                        found.stream().mapToDouble(Agreement::recall).average().orElse(0),
                        found.stream().mapToDouble(Agreement::f).average().orElse(0));
            });
        });
    }

    /// Notes agree in onset and pitch.
    private static Agreement agreement(List<Note> found, Song song) {
        Map<Long, Integer> right = new HashMap<>();
        for (Note note : song.melody.notes()) {
            right.merge(note.onset() * 128 + note.pitch().midi(), 1, Integer::sum);
        }
        int matched = 0;
        for (Note note : found) {
            long key = note.onset() * 128 + note.pitch().midi();
            int left = right.getOrDefault(key, 0);
            if (left > 0) {
                matched++;
                right.put(key, left - 1);
            }
        }
        return new Agreement(matched, found.size(), song.melody.notes().size());
    }

    /// At each onset the highest note, unless a higher one sounds on (Uitdenbogerd and Zobel).
    static List<Note> skyline(List<Note> notes) {
        List<Note> line = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            boolean top = i + 1 == notes.size() || notes.get(i + 1).onset() > note.onset();
            boolean covered = !line.isEmpty() && line.getLast().end() > note.onset()
                    && line.getLast().pitch().midi() > note.pitch().midi();
            if (top && !covered) {
                line.add(note);
            }
        }
        return line;
    }

    private static Part highest(Score score) {
        return score.parts().stream().filter(part -> !part.notes().isEmpty()).max(Comparator.comparingDouble(part ->
                part.notes().stream().mapToInt(note -> note.pitch().midi()).average().orElse(0))).orElseThrow();
    }

    private static Part single(Score score) {
        return score.parts().stream().filter(part -> !part.notes().isEmpty()).max(Comparator.comparingDouble(part ->
                (double) part.notes().stream().mapToLong(Note::onset).distinct().count() / part.notes().size())).orElseThrow();
    }

    private static void tune(List<Song> songs) {
        List<Song> some = new ArrayList<>();
        for (String set : List.of("pop909", "lieder", "nottingham")) {
            songs.stream().filter(song -> song.set.equals(set)).limit(40).forEach(some::add);
        }
        MelodyWeights usual = MelodyWeights.USUAL;
        double[] line = Climb.climb(numbers(usual.note(), usual.step()), 3, w -> mean(some, song -> agreement(MelodyFinder.line(
                song.merged, song.score.resolution(), weights(w, usual.part())), song).f()));
        System.out.println("note and step " + java.util.Arrays.toString(line));
        double[] part = Climb.climb(numbers(usual.part(), List.of()), 3, w -> mean(songs, song -> MelodyFinder.part(song.score,
                new MelodyWeights(usual.note(), usual.step(), java.util.Arrays.stream(w).boxed().toList())).orElseThrow()
                == song.melody ? 1 : 0));
        System.out.println("part " + java.util.Arrays.toString(part));
    }

    private static double mean(List<Song> songs, Function<Song, Number> value) {
        return songs.stream().collect(Collectors.groupingBy(Song::set, TreeMap::new,
                Collectors.averagingDouble(song -> value.apply(song).doubleValue()))).values().stream()
                .mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double[] numbers(List<Double> a, List<Double> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).mapToDouble(Double::doubleValue).toArray();
    }

    private static MelodyWeights weights(double[] w, List<Double> part) {
        List<Double> all = java.util.Arrays.stream(w).boxed().toList();
        int notes = MelodyWeights.USUAL.note().size();
        return new MelodyWeights(all.subList(0, notes), all.subList(notes, all.size()), part);
    }
}
