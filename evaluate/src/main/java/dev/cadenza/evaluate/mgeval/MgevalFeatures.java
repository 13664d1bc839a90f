package dev.cadenza.evaluate.mgeval;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Feature;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The features of MGEval. The toolbox reads one melody; here all parts with pitches are heard, and what comes after what is told
/// part by part. Features of single bars, which the toolbox lists bar by bar, are told by mean and standard deviation over all
/// bars, so that pieces of any length compare.
public final class MgevalFeatures {

    private static final String SOURCE = "MGEval (Yang and Lerch 2018)";
    private static final int CLASSES = 12;
    private static final Comparator<Note> IN_ORDER = Comparator.comparingLong(Note::onset)
            .thenComparingInt(note -> note.pitch().midi()).thenComparingLong(Note::duration);

    private MgevalFeatures() {
    }

    /// All twelve.
    public static List<Feature> all() {
        return List.of(
                feature("pitch_count", Aspect.MELODY, "How many different pitches are played.",
                        hearing -> one(hearing.pitched().stream().mapToInt(note -> note.pitch().midi()).distinct().count())),
                feature("pitch_count_per_bar", Aspect.MELODY, "How many different pitches a bar has, and how much that changes.",
                        MgevalFeatures::pitchesPerBar),
                feature("pitch_class_histogram", Aspect.HARMONY, "How often each of the twelve pitch classes is played.",
                        hearing -> shares(classes(hearing.pitched()))),
                feature("pitch_class_histogram_per_bar", Aspect.HARMONY,
                        "How often each pitch class is played in a bar, and how much that changes.", MgevalFeatures::classesPerBar),
                feature("pitch_class_transitions", Aspect.MELODY, "Which pitch class follows which.", MgevalFeatures::classTransitions),
                feature("pitch_range", Aspect.MELODY, "How far the highest pitch lies from the lowest.", MgevalFeatures::range),
                feature("average_pitch_interval", Aspect.MELODY, "How far a part moves from note to note.", MgevalFeatures::interval),
                feature("note_count", Aspect.RHYTHM, "How many notes are played.", hearing -> one(hearing.pitched().size())),
                feature("note_count_per_bar", Aspect.RHYTHM, "How many notes a bar has, and how much that changes.",
                        MgevalFeatures::notesPerBar),
                feature("average_onset_interval", Aspect.RHYTHM, "How many seconds lie between onsets.", MgevalFeatures::onsetInterval),
                feature("note_length_histogram", Aspect.RHYTHM, "How often each note value is played.",
                        hearing -> shares(lengths(hearing, hearing.pitched()))),
                feature("note_length_transitions", Aspect.RHYTHM, "Which note value follows which.", MgevalFeatures::lengthTransitions));
    }

    private record Named(String name, Aspect aspect, String source, String meaning, Function<Hearing, double[]> numbers) implements Feature {
        @Override
        public double[] of(Hearing hearing) {
            return numbers.apply(hearing);
        }
    }

    private static Feature feature(String name, Aspect aspect, String meaning, Function<Hearing, double[]> numbers) {
        return new Named(name, aspect, SOURCE, meaning, numbers);
    }

    private static double[] one(double number) {
        return new double[] {number};
    }

    private static double[] pitchesPerBar(Hearing hearing) {
        return perBar(hearing, (bar, notes) -> one(notes.stream().mapToInt(note -> note.pitch().midi()).distinct().count()), 1);
    }

    private static double[] notesPerBar(Hearing hearing) {
        return perBar(hearing, (bar, notes) -> one(notes.size()), 1);
    }

    private static double[] classesPerBar(Hearing hearing) {
        return perBar(hearing, (bar, notes) -> shares(classes(notes)), CLASSES);
    }

    private interface OfBar {
        double[] of(long bar, List<Note> notes);
    }

    /// Means of some numbers over all bars, empty ones too, then their standard deviations.
    private static double[] perBar(Hearing hearing, OfBar numbers, int count) {
        double[] sums = new double[count];
        double[] squares = new double[count];
        List<Note> notes = hearing.pitched();
        long bars = Math.max(1, hearing.barCount());
        for (int from = 0; from < notes.size();) {
            long bar = hearing.bars().bar(notes.get(from).onset());
            long end = hearing.bars().start(bar) + hearing.bars().length(bar);
            int to = from + 1;
            while (to < notes.size() && notes.get(to).onset() < end) {
                to++;
            }
            double[] values = numbers.of(bar, notes.subList(from, to));
            for (int i = 0; i < count; i++) {
                sums[i] += values[i];
                squares[i] += values[i] * values[i];
            }
            from = to;
        }
        double[] all = new double[2 * count];
        for (int i = 0; i < count; i++) {
            all[i] = sums[i] / bars;
            all[count + i] = Math.sqrt(Math.max(0, squares[i] / bars - all[i] * all[i]));
        }
        return all;
    }

    private static double[] range(Hearing hearing) {
        var pitches = hearing.pitched().stream().mapToInt(note -> note.pitch().midi()).summaryStatistics();
        return one(pitches.getCount() == 0 ? 0 : pitches.getMax() - pitches.getMin());
    }

    private static double[] interval(Hearing hearing) {
        double[] sum = new double[2];
        successive(hearing, (one, next) -> {
            sum[0] += Math.abs(next.pitch().midi() - one.pitch().midi());
            sum[1]++;
        });
        return one(sum[1] == 0 ? 0 : sum[0] / sum[1]);
    }

    /// Over different onsets: the notes of a chord begin together.
    private static double[] onsetInterval(Hearing hearing) {
        long[] onsets = hearing.pitched().stream().mapToLong(Note::onset).distinct().toArray();
        return one(onsets.length < 2 ? 0
                : (hearing.tempos().seconds(onsets[onsets.length - 1]) - hearing.tempos().seconds(onsets[0])) / (onsets.length - 1));
    }

    private static double[] classTransitions(Hearing hearing) {
        double[] matrix = new double[CLASSES * CLASSES];
        successive(hearing, (one, next) -> matrix[one.pitch().midi() % CLASSES * CLASSES + next.pitch().midi() % CLASSES]++);
        return shares(matrix);
    }

    private static double[] lengthTransitions(Hearing hearing) {
        int values = NoteValue.values().length;
        double[] matrix = new double[values * values];
        int resolution = hearing.score().resolution();
        successive(hearing, (one, next) -> matrix[NoteValue.nearest(one.duration(), resolution).ordinal() * values
                + NoteValue.nearest(next.duration(), resolution).ordinal()]++);
        return shares(matrix);
    }

    private interface Pair {
        void of(Note one, Note next);
    }

    /// Each note and the next one of its part.
    private static void successive(Hearing hearing, Pair pair) {
        for (Part part : hearing.score().parts()) {
            if (!part.instrument().drums()) {
                List<Note> notes = part.notes().stream().sorted(IN_ORDER).toList();
                for (int i = 1; i < notes.size(); i++) {
                    pair.of(notes.get(i - 1), notes.get(i));
                }
            }
        }
    }

    private static double[] classes(List<Note> notes) {
        double[] counts = new double[CLASSES];
        notes.forEach(note -> counts[note.pitch().midi() % CLASSES]++);
        return counts;
    }

    private static double[] lengths(Hearing hearing, List<Note> notes) {
        double[] counts = new double[NoteValue.values().length];
        notes.forEach(note -> counts[NoteValue.nearest(note.duration(), hearing.score().resolution()).ordinal()]++);
        return counts;
    }

    /// Counts as shares of their sum; all 0 where there is nothing.
    private static double[] shares(double[] counts) {
        double sum = Arrays.stream(counts).sum();
        return sum == 0 ? counts : Arrays.stream(counts).map(count -> count / sum).toArray();
    }
}
