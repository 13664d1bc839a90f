package dev.cadenza.bench.harmony;

import dev.cadenza.bench.harmony.Labelled.CadenceLabel;
import dev.cadenza.score.harmony.Cadence;
import dev.cadenza.score.harmony.CadenceFinder;
import dev.cadenza.score.harmony.HarmonyFinder;
import java.util.List;
import java.util.Locale;

/// How many of the cadences that people mark are found, within a quarter note, and how many of those found are marked.
final class CadenceTally {

    private CadenceTally() {
    }

    static void print(List<Labelled> pieces) {
        int said = 0;
        int found = 0;
        int hits = 0;
        int kinds = 0;
        int right = 0;
        for (Labelled piece : pieces) {
            if (!piece.cadences().isEmpty()) {
                List<Cadence> cadences = CadenceFinder.find(piece.score(), new HarmonyFinder().analyse(piece.score()));
                said += piece.cadences().size();
                found += cadences.size();
                for (Cadence cadence : cadences) {
                    right += piece.cadences().stream().anyMatch(l -> Math.abs(cadence.tick() - l.tick()) <= piece.score().resolution()) ? 1 : 0;
                }
                for (CadenceLabel label : piece.cadences()) {
                    List<Cadence> near = cadences.stream().filter(c -> Math.abs(c.tick() - label.tick()) <= piece.score().resolution()).toList();
                    hits += near.isEmpty() ? 0 : 1;
                    kinds += near.stream().anyMatch(c -> name(c.kind()).equals(label.kind())) ? 1 : 0;
                }
            }
        }
        if (said > 0) {
            System.out.printf(Locale.ROOT, "cadences: %d said, %d found, recall %.1f, precision %.1f, of those that are met the kind is right in %.1f%n",
                    said, found, 100.0 * hits / said, 100.0 * right / Math.max(1, found), 100.0 * kinds / Math.max(1, hits));
        }
    }

    private static String name(Cadence.Kind kind) {
        return switch (kind) {
            case PERFECT_AUTHENTIC -> "PAC";
            case IMPERFECT_AUTHENTIC -> "IAC";
            case HALF -> "HC";
            case PLAGAL -> "PC";
            case DECEPTIVE -> "DC";
        };
    }
}
