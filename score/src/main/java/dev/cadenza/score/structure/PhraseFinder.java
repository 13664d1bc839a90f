package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds the phrases of a melody.
///
/// What is heard between two of its notes (long notes, rests, leaps, the place in the bar, what the other parts do there,
/// whether something known begins) makes a boundary more or less probable: a logistic model, learnt on half of each data set of
/// `docs/reference/structure.md`. Of all ways to place boundaries that one is taken which is best where phrases are also about
/// equally long, as in Temperley's Grouper ("The Cognition of Basic Musical Structures", 2001). Fermatas are not looked at.
/// Work is proportional to the notes, times a bounded number of boundaries that may come before each.
public final class PhraseFinder {

    private static final double[] USUAL_QUARTERS = {4, 6, 8, 12, 16};
    private static final double LONGEST_QUARTERS = 64;
    private static final int REACH = 200;
    private static final double LN_2 = StrictMath.log(2);

    private PhraseFinder() {
    }

    /// The phrases of a part's top line; none where it has no note.
    ///
    /// @param score the piece, for its bars and its other parts
    public static List<Phrase> find(Score score, Part part) {
        return find(score, MelodyFinder.line(part.notes(), score.resolution()));
    }

    /// The phrases of a melody.
    ///
    /// @param line its notes in the order of their onsets, one at a time
    public static List<Phrase> find(Score score, List<Note> line) {
        if (line.isEmpty()) {
            return List.of();
        }
        double[] odds = odds(evidence(score, line));
        double[] best = {};
        boolean[] ends = {};
        for (double usual : USUAL_QUARTERS) {
            boolean[] placed = new boolean[odds.length];
            double sum = place(score, line, odds, usual, placed);
            if (best.length == 0 || sum > best[0]) {
                best = new double[] {sum};
                ends = placed;
            }
        }
        List<Phrase> phrases = new ArrayList<>();
        long start = line.getFirst().onset();
        for (int i = 0; i < ends.length; i++) {
            if (ends[i]) {
                phrases.add(new Phrase(start, line.get(i + 1).onset()));
                start = line.get(i + 1).onset();
            }
        }
        phrases.add(new Phrase(start, Math.max(start, line.getLast().end())));
        return phrases;
    }

    /// How strong the place after each note but the last is by the local boundary detection model, 0..1; the yardstick.
    public static List<Double> localStrength(List<Note> line, int resolution) {
        return Arrays.stream(new Boundaries(line, resolution).local()).boxed().toList();
    }

    /// What is said of the place after each note but the last; for those who learn weights.
    public static List<List<Double>> numbers(Score score, List<Note> line) {
        return Arrays.stream(evidence(score, line)).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }

    private static double[][] evidence(Score score, List<Note> line) {
        List<Note> all = score.parts().stream().filter(part -> !part.instrument().drums()).flatMap(part -> part.notes().stream())
                .sorted(Comparator.comparingLong(Note::onset).thenComparingInt(note -> note.pitch().midi())).toList();
        return new Boundaries(line, score.resolution()).said(all, BarMap.of(score));
    }

    private static double[] odds(double[][] evidence) {
        double[] odds = new double[evidence.length];
        for (int i = 0; i < odds.length; i++) {
            for (int j = 0; j < Boundaries.COUNT; j++) {
                odds[i] += PhraseWeights.WEIGHTS[j] * evidence[i][j];
            }
        }
        return odds;
    }

    /// The best boundaries where phrases are usually so long; says how good they are.
    private static double place(Score score, List<Note> line, double[] odds, double usual, boolean[] placed) {
        int n = line.size();
        double[] best = new double[n];
        int[] before = new int[n];
        // A phrase that ends with note i began after an earlier boundary, or with the piece (-1).
        for (int i = 0; i < n; i++) {
            best[i] = Double.NEGATIVE_INFINITY;
            long end = i + 1 < n ? line.get(i + 1).onset() : line.getLast().end();
            for (int j = i - 1; j >= Math.max(-1, i - REACH); j--) {
                double quarters = (double) (end - line.get(j + 1).onset()) / score.resolution();
                double ratio = StrictMath.log(Math.max(0.125, quarters) / usual) / LN_2;
                double sum = (j < 0 ? 0 : best[j]) - PhraseWeights.LENGTH * ratio * ratio;
                if (sum > best[i]) {
                    best[i] = sum;
                    before[i] = j;
                }
                if (quarters > LONGEST_QUARTERS) {
                    break;
                }
            }
            if (best[i] == Double.NEGATIVE_INFINITY) {
                best[i] = 0;
                before[i] = -1;
            }
            best[i] += i + 1 < n ? odds[i] : 0;
        }
        for (int i = before[n - 1]; i >= 0; i = before[i]) {
            placed[i] = true;
        }
        return best[n - 1];
    }
}
