package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.score.Note;
import dev.cadenza.score.structure.Phrase;
import dev.cadenza.score.structure.PhraseFinder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/// Metrics of the melody that [Hearing#melody] finds. Intervals are those between each of its notes and the next, over rests as
/// well.
final class MelodyMetrics {

    private static final String OURS = "Cadenza";
    private static final int STEP = 2;
    private static final int LEAP = 5;

    private MelodyMetrics() {
    }

    static List<Metric> all() {
        return List.of(
                Metric.of("melody_range", Aspect.MELODY, "semitones", OURS,
                        "How far the highest note of the melody lies above its lowest.", MelodyMetrics::range),
                Metric.of("melody_mean_interval", Aspect.MELODY, "semitones", OURS,
                        "How far the melody moves from one note to the next.",
                        hearing -> Arrays.stream(intervals(hearing)).map(Math::abs).average().orElse(Double.NaN)),
                Metric.of("melody_repeat_share", Aspect.MELODY, "share", OURS, "How often the melody repeats a note.",
                        hearing -> share(hearing, size -> size == 0)),
                Metric.of("melody_step_share", Aspect.MELODY, "share", OURS,
                        "How often the melody moves by a semitone or a whole tone.",
                        hearing -> share(hearing, size -> size > 0 && size <= STEP)),
                Metric.of("melody_leap_share", Aspect.MELODY, "share", OURS,
                        "How often the melody leaps by a fourth or more.", hearing -> share(hearing, size -> size >= LEAP)),
                Metric.of("melody_turn_share", Aspect.MELODY, "share", OURS,
                        "How often the melody turns from rising to falling or back.", MelodyMetrics::turns),
                Metric.of("melody_interval_entropy", Aspect.MELODY, "bits", OURS,
                        "How varied the intervals of the melody are.",
                        hearing -> Numbers.bits(Arrays.stream(intervals(hearing)).asLongStream())),
                Metric.of("melody_phrase_quarters", Aspect.MELODY, "quarter notes", OURS,
                        "How long the phrases of the melody are.", MelodyMetrics::phrases));
    }

    private static int[] intervals(Hearing hearing) {
        List<Note> melody = hearing.melody();
        int[] intervals = new int[Math.max(0, melody.size() - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = melody.get(i + 1).pitch().midi() - melody.get(i).pitch().midi();
        }
        return intervals;
    }

    private static double range(Hearing hearing) {
        var pitches = hearing.melody().stream().mapToInt(note -> note.pitch().midi()).summaryStatistics();
        return pitches.getCount() == 0 ? Double.NaN : pitches.getMax() - pitches.getMin();
    }

    private static double share(Hearing hearing, IntPredicate size) {
        int[] intervals = intervals(hearing);
        return Numbers.ratio(Arrays.stream(intervals).map(Math::abs).filter(size).count(), intervals.length);
    }

    private static double turns(Hearing hearing) {
        int[] moves = Arrays.stream(intervals(hearing)).filter(interval -> interval != 0).toArray();
        int turns = 0;
        for (int i = 1; i < moves.length; i++) {
            turns += Integer.signum(moves[i]) != Integer.signum(moves[i - 1]) ? 1 : 0;
        }
        return Numbers.ratio(turns, moves.length - 1);
    }

    private static double phrases(Hearing hearing) {
        List<Phrase> phrases = PhraseFinder.find(hearing.score(), hearing.melody());
        LongStream lengths = phrases.stream().mapToLong(phrase -> phrase.end() - phrase.start());
        return lengths.average().orElse(Double.NaN) / hearing.score().resolution();
    }
}
