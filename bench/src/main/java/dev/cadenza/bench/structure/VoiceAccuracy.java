package dev.cadenza.bench.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.structure.VoiceCosts;
import dev.cadenza.score.structure.VoiceSeparation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How well voices are told apart that have been written together, beside baselines.
///
/// Usage: `VoiceAccuracy DATA [tune]`. Pieces of four parts and at most 12,000 notes, merged. Columns: mean over the pieces of the average voice
/// consistency (Chew and Wu, 2004: the share of a found voice's notes that come from one true voice, averaged over the found
/// voices), of the F-measure of pairs of successive notes of a voice, and the share of the notes whose number is right. With
/// `tune`, searches for costs on the tuning half.
public final class VoiceAccuracy {

    private record Merged(String set, String name, int resolution, List<Note> notes, List<Integer> voices) {
    }

    private interface Way {
        List<Integer> voices(List<Note> notes, int resolution);
    }

    private record Figures(double consistency, double pairs, double numbers) {
    }

    private VoiceAccuracy() {
    }

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: VoiceAccuracy DATA [tune]");
            System.exit(2);
        }
        Path data = Path.of(arguments[0]);
        boolean tune = arguments.length == 2;
        List<Merged> tested = new ArrayList<>();
        Piece.some("chorales", data.resolve("chorales-and-tunes-music21/bach"), ".mxl", name -> Halves.forTuning(name) == tune,
                tune ? 40 : 400).forEach(piece -> merged(piece, tested));
        Piece.some("quartets", data.resolve("scores-cc0-quartets/scores"), ".mxl", name -> Halves.forTuning(name) == tune,
                tune ? 8 : 400).forEach(piece -> merged(piece, tested));
        if (tune) {
            tune(tested);
            return;
        }
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("rank among sounding notes", VoiceAccuracy::rank);
        ways.put("nearest voice, note by note", (notes, resolution) -> VoiceBaselines.nearest(notes));
        ways.put("contigs (Chew, Wu)", (notes, resolution) -> VoiceBaselines.contigs(notes));
        ways.put("ours", VoiceSeparation::separate);
        for (String set : List.of("chorales", "quartets")) {
            List<Merged> of = tested.stream().filter(piece -> piece.set.equals(set)).toList();
            ways.forEach((name, way) -> {
                Figures mean = mean(of, way);
                System.out.printf(Locale.ROOT, "| %s (%d) | %s | %.4f | %.4f | %.4f |%n", set, of.size(), name,
                        mean.consistency, mean.pairs, mean.numbers);
            });
        }
    }

    private static void tune(List<Merged> pieces) {
        System.err.println("rank among sounding notes: " + value(pieces, VoiceAccuracy::rank));
        VoiceCosts usual = VoiceCosts.USUAL;
        System.out.println(java.util.Arrays.toString(Climb.climb(new double[] {usual.step(), usual.register(), usual.gap(),
                usual.overlap(), usual.chord(), usual.fresh(), usual.crossing(), usual.rank()}, 1, costs -> value(pieces, costs))));
    }

    private static double value(List<Merged> pieces, double[] c) {
        VoiceCosts costs = new VoiceCosts(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
        return value(pieces, (notes, resolution) -> VoiceSeparation.separate(notes, resolution, 0, costs));
    }

    private static double value(List<Merged> pieces, Way way) {
        Map<String, List<Merged>> sets = new TreeMap<>(pieces.stream().collect(java.util.stream.Collectors.groupingBy(Merged::set)));
        return sets.values().stream().map(of -> mean(of, way)).mapToDouble(mean -> (mean.consistency + mean.pairs + mean.numbers) / 3)
                .average().orElse(0);
    }

    private static void merged(Piece piece, List<Merged> all) {
        Score score = piece.score();
        List<Part> parts = score.parts().stream().filter(part -> !part.notes().isEmpty()).toList();
        if (parts.size() != 4 || parts.stream().mapToInt(part -> part.notes().size()).sum() > 12_000) {
            return;
        }
        List<Integer> order = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<Integer> voices = new ArrayList<>();
        for (int voice = 0; voice < 4; voice++) {
            for (Note note : parts.get(voice).notes()) {
                order.add(order.size());
                notes.add(note);
                voices.add(voice + 1);
            }
        }
        order.sort(Comparator.comparing(notes::get, Note.ORDER));
        all.add(new Merged(piece.set(), piece.name(), score.resolution(), order.stream().map(notes::get).toList(),
                order.stream().map(voices::get).toList()));
    }

    private static Figures mean(List<Merged> pieces, Way way) {
        double[] sums = new double[3];
        for (Merged piece : pieces) {
            List<Integer> found = way.voices(piece.notes, piece.resolution);
            sums[0] += consistency(found, piece.voices);
            sums[1] += pairs(found, piece);
            sums[2] += (double) IntStream.range(0, found.size()).filter(i -> found.get(i).equals(piece.voices.get(i))).count() / found.size();
        }
        return new Figures(sums[0] / pieces.size(), sums[1] / pieces.size(), sums[2] / pieces.size());
    }

    private static double consistency(List<Integer> found, List<Integer> right) {
        Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            counts.computeIfAbsent(found.get(i), voice -> new TreeMap<>()).merge(right.get(i), 1, Integer::sum);
        }
        return counts.values().stream().mapToDouble(of -> (double) of.values().stream().max(Integer::compare).orElse(0)
                / of.values().stream().mapToInt(Integer::intValue).sum()).average().orElse(0);
    }

    private static double pairs(List<Integer> found, Merged piece) {
        Set<Long> a = pairSet(piece.notes, found);
        Set<Long> b = pairSet(piece.notes, piece.voices);
        int matched = 0;
        for (long pair : a) {
            matched += b.contains(pair) ? 1 : 0;
        }
        return 2.0 * matched / (a.size() + b.size());
    }

    /// A note and the next one of its voice that begins later; of chords, the top note.
    private static Set<Long> pairSet(List<Note> notes, List<Integer> voices) {
        Map<Integer, Integer> last = new TreeMap<>();
        Set<Long> pairs = new HashSet<>();
        for (int i = 0; i < notes.size(); i++) {
            Integer before = last.get(voices.get(i));
            boolean chord = i + 1 < notes.size() && hasLater(notes, voices, i);
            if (!chord) {
                if (before != null) {
                    pairs.add((long) before << 32 | i);
                }
                last.put(voices.get(i), i);
            }
        }
        return pairs;
    }

    private static boolean hasLater(List<Note> notes, List<Integer> voices, int i) {
        for (int j = i + 1; j < notes.size() && notes.get(j).onset() == notes.get(i).onset(); j++) {
            if (voices.get(j).equals(voices.get(i))) {
                return true;
            }
        }
        return false;
    }

    /// The rank of each note among those that sound at its onset, the highest first.
    private static List<Integer> rank(List<Note> notes, int resolution) {
        return VoiceBaselines.rank(notes);
    }
}
