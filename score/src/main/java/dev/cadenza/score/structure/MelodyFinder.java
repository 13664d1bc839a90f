package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the melody: which part has it, and which notes are it where all are written together.
///
/// A line of notes that follow each other is looked for whose notes stand out most (high, loud, long beside what sounds
/// around them) and whose steps are small: the best path, by dynamic programming. The yardstick is the skyline of Uitdenbogerd
/// and Zobel, "Melodic matching techniques for large music databases" (1999): at each moment the highest note.
public final class MelodyFinder {

    /// So many notes before a note may be the one before it in the melody.
    private static final int REACH = 48;

    private MelodyFinder() {
    }

    /// The part that most likely has the melody; empty where no pitched part has a note.
    public static Optional<Part> part(Score score) {
        return part(score, MelodyWeights.USUAL);
    }

    /// The part that most likely has the melody, by weights of one's own.
    public static Optional<Part> part(Score score, MelodyWeights weights) {
        List<Part> parts = pitched(score);
        Optional<Part> best = Optional.empty();
        double most = Double.NEGATIVE_INFINITY;
        for (Part part : parts) {
            double sum = sum(MelodyPart.of(part, parts), weights.part());
            if (sum > most) {
                most = sum;
                best = Optional.of(part);
            }
        }
        return best;
    }

    /// The notes of the melody of a score, in order; one at a time. The parts do not matter, only what sounds; drums do not.
    public static List<Note> line(Score score) {
        return line(pitched(score).stream().flatMap(part -> part.notes().stream()).toList(), score.resolution());
    }

    /// The melody among notes.
    ///
    /// @param notes in any order
    /// @param resolution ticks a quarter note, 1 or more
    public static List<Note> line(List<Note> notes, int resolution) {
        return line(notes, resolution, MelodyWeights.USUAL);
    }

    /// The melody among notes, by weights of one's own.
    public static List<Note> line(List<Note> notes, int resolution, MelodyWeights weights) {
        List<Note> sorted = notes.stream().sorted(Note.ORDER).toList();
        int n = sorted.size();
        MelodyNotes said = new MelodyNotes(sorted, resolution);
        double[] best = new double[n];
        int[] before = new int[n];
        int end = -1;
        // The best line that ended before the notes within reach; a line may rest for as long as it likes.
        int rested = -1;
        for (int i = 0; i < n; i++) {
            before[i] = -1;
            double most = 0;
            if (i > REACH && (rested < 0 || best[i - REACH - 1] > best[rested])) {
                rested = i - REACH - 1;
            }
            for (int j = Math.max(0, i - REACH); j < i; j++) {
                double sum = allowed(sorted.get(j), sorted.get(i)) ? best[j] + said.step(j, i, weights.step()) : 0;
                if (sum > most) {
                    most = sum;
                    before[i] = j;
                }
            }
            if (rested >= 0 && allowed(sorted.get(rested), sorted.get(i))) {
                double sum = best[rested] + said.step(rested, i, weights.step());
                if (sum > most) {
                    most = sum;
                    before[i] = rested;
                }
            }
            best[i] = most + sum(said.of(i), weights.note());
            end = end < 0 || best[i] > best[end] ? i : end;
        }
        List<Note> line = new ArrayList<>();
        for (int i = end; i >= 0; i = before[i]) {
            line.add(sorted.get(i));
        }
        return line.reversed();
    }

    /// A note of the melody may sound into the next one by half its length.
    private static boolean allowed(Note first, Note next) {
        return first.onset() < next.onset() && first.end() - first.duration() / 2 <= next.onset();
    }

    private static List<Part> pitched(Score score) {
        return score.parts().stream().filter(part -> !part.instrument().drums() && !part.notes().isEmpty()).toList();
    }

    private static double sum(double[] numbers, List<Double> weights) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i] * weights.get(i);
        }
        return sum;
    }
}
