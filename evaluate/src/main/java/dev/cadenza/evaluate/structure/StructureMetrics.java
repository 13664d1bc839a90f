package dev.cadenza.evaluate.structure;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.score.Note;
import dev.cadenza.score.harmony.ChordSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// The measures of MusDr. Where it listens to recordings, these read the notes.
public final class StructureMetrics {

    private static final String SOURCE = "MusDr (Wu and Yang 2020)";
    private static final double LN_2 = StrictMath.log(2);
    private static final int CLASSES = 12;
    private static final int PLACES_PER_QUARTER = 16;
    private static final double SHORT = 3;
    private static final double MID = 8;
    private static final double LONG = 15;

    private StructureMetrics() {
    }

    /// All seven.
    public static List<Metric> all() {
        return List.of(
                metric("pitch_class_entropy_1_bar", Aspect.HARMONY, "bits", "How evenly the pitch classes of a bar are used.",
                        hearing -> entropy(hearing, 1)),
                metric("pitch_class_entropy_4_bars", Aspect.HARMONY, "bits", "How evenly the pitch classes of four bars are used.",
                        hearing -> entropy(hearing, 4)),
                metric("grooving_similarity", Aspect.RHYTHM, "share", "How much the rhythms of any two bars are alike.",
                        StructureMetrics::grooving),
                metric("chord_progression_irregularity", Aspect.STRUCTURE, "share",
                        "How many of all three chords in a row come only once.", StructureMetrics::irregularity),
                metric("structureness_short", Aspect.STRUCTURE, "0 to 1", "How well the best passage of 3 to 8 s recurs in the piece.",
                        hearing -> structureness(hearing, SHORT, MID)),
                metric("structureness_mid", Aspect.STRUCTURE, "0 to 1", "How well the best passage of 8 to 15 s recurs in the piece.",
                        hearing -> structureness(hearing, MID, LONG)),
                metric("structureness_long", Aspect.STRUCTURE, "0 to 1", "How well the best passage of more than 15 s recurs in the piece.",
                        hearing -> structureness(hearing, LONG, Double.POSITIVE_INFINITY)));
    }

    private static Metric metric(String name, Aspect aspect, String unit, String meaning, ToDoubleFunction<Hearing> value) {
        return Metric.of(name, aspect, unit, SOURCE, meaning, value);
    }

    /// Mean over windows of so many bars, each a bar later than the one before, of the entropy of the pitch classes that begin in it;
    /// windows without notes left out.
    private static double entropy(Hearing hearing, int bars) {
        Map<Long, int[]> counts = new HashMap<>();
        for (Note note : hearing.pitched()) {
            long bar = hearing.bars().bar(note.onset());
            for (long first = Math.max(0, bar - bars + 1); first <= bar; first++) {
                counts.computeIfAbsent(first, _ -> new int[CLASSES])[note.pitch().midi() % CLASSES]++;
            }
        }
        long last = Math.max(0, hearing.barCount() - bars);
        double sum = 0;
        int windows = 0;
        for (long first : counts.keySet().stream().sorted().toList()) {
            if (first <= last) {
                sum += bits(counts.get(first));
                windows++;
            }
        }
        return windows == 0 ? Double.NaN : sum / windows;
    }

    private static double bits(int[] counts) {
        double all = 0;
        for (int count : counts) {
            all += count;
        }
        double entropy = 0;
        for (int count : counts) {
            entropy -= count == 0 ? 0 : count / all * StrictMath.log(count / all) / LN_2;
        }
        return entropy;
    }

    /// Over all pairs of whole bars in the usual metre: the share of places, sixteen a quarter note, at which both have an onset
    /// or none has.
    private static double grooving(Hearing hearing) {
        long length = hearing.usualBarTicks();
        int places = (int) Math.max(1, Math.min(1 << 16, length * PLACES_PER_QUARTER / hearing.score().resolution()));
        Map<Long, Set<Integer>> bars = new HashMap<>();
        for (Note note : hearing.notes()) {
            long bar = hearing.bars().bar(note.onset());
            if (hearing.bars().length(bar) == length) {
                bars.computeIfAbsent(bar, _ -> new HashSet<>()).add((int) ((note.onset() - hearing.bars().start(bar)) * places / length));
            }
        }
        // A place that c of n bars have tells c (n - c) pairs apart.
        double n = bars.size();
        Map<Integer, Integer> counts = new HashMap<>();
        bars.values().forEach(onsets -> onsets.forEach(place -> counts.merge(place, 1, Integer::sum)));
        long apart = counts.values().stream().mapToLong(count -> (long) count * (bars.size() - count)).sum();
        return n < 2 ? Double.NaN : 1 - apart / (places * n * (n - 1) / 2);
    }

    private static double irregularity(Hearing hearing) {
        List<String> chords = new ArrayList<>();
        for (ChordSpan span : hearing.harmony().chords()) {
            String chord = span.chord().toString();
            if (chords.isEmpty() || !chords.getLast().equals(chord)) {
                chords.add(chord);
            }
        }
        Set<List<String>> different = new HashSet<>();
        for (int i = 0; i + 3 <= chords.size(); i++) {
            different.add(List.copyOf(chords.subList(i, i + 3)));
        }
        return chords.size() < 3 ? Double.NaN : (double) different.size() / (chords.size() - 2);
    }

    private static double structureness(Hearing hearing, double least, double most) {
        FitnessScape scape = hearing.derived(FitnessScape.class, FitnessScape::of);
        return scape.frames() * scape.secondsPerFrame() < least || scape.frames() == 0 ? Double.NaN : scape.highest(least, most);
    }
}
