package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.TempoMap;
import java.util.List;

/// Metrics of loudness, timing and speed, over all parts together, drums among them.
final class ExpressionMetrics {

    private static final String OURS = "Cadenza";

    /// The grid of a quarter note that sixteenths and triplets share.
    private static final int GRID = 12;

    /// The speed where none is stated.
    private static final int DEFAULT_MICROS = 500_000;

    /// A note that is held for longer than this many times the wait for the next counts as held for so long.
    private static final double LONGEST = 2;

    private ExpressionMetrics() {
    }

    static List<Metric> all() {
        return List.of(
                Metric.of("velocity_mean", Aspect.EXPRESSION, "MIDI velocity", OURS, "How loud the notes are on average.",
                        ExpressionMetrics::velocity),
                Metric.of("velocity_spread", Aspect.EXPRESSION, "MIDI velocity", OURS,
                        "How far the loudness of the notes strays from its average.", ExpressionMetrics::velocitySpread),
                Metric.of("velocity_range", Aspect.EXPRESSION, "MIDI velocity", OURS,
                        "How much louder the loudest note is than the softest.", ExpressionMetrics::velocityRange),
                Metric.of("velocity_change_share", Aspect.EXPRESSION, "share", OURS,
                        "How many notes are not as loud as the one before them in their part.",
                        ExpressionMetrics::velocityChanges),
                Metric.of("timing_spread", Aspect.EXPRESSION, "ms", OURS,
                        "How far the notes begin from the sixteenths and triplets of the page.", ExpressionMetrics::timing),
                Metric.of("articulation_ratio", Aspect.EXPRESSION, "", OURS,
                        "How long notes are held beside the time until the next one in their part, where 1 is legato.",
                        ExpressionMetrics::articulation),
                Metric.of("tempo_mean", Aspect.EXPRESSION, "quarter notes a minute", OURS,
                        "How fast the piece runs on average.", ExpressionMetrics::tempo),
                Metric.of("tempo_changes_per_bar", Aspect.EXPRESSION, "changes a bar", OURS, "How often the speed changes.",
                        ExpressionMetrics::tempoChanges));
    }

    private static double velocity(Hearing hearing) {
        return hearing.notes().stream().mapToInt(Note::velocity).average().orElse(Double.NaN);
    }

    private static double velocitySpread(Hearing hearing) {
        double mean = velocity(hearing);
        double squares = hearing.notes().stream().mapToDouble(note -> (note.velocity() - mean) * (note.velocity() - mean)).sum();
        return Math.sqrt(Numbers.ratio(squares, hearing.notes().size()));
    }

    private static double velocityRange(Hearing hearing) {
        var velocities = hearing.notes().stream().mapToInt(Note::velocity).summaryStatistics();
        return velocities.getCount() == 0 ? Double.NaN : velocities.getMax() - velocities.getMin();
    }

    private static double velocityChanges(Hearing hearing) {
        int changes = 0;
        int counted = 0;
        for (Part part : hearing.score().parts()) {
            int last = 0;
            for (Note note : part.notes()) {
                changes += last != 0 && note.velocity() != last ? 1 : 0;
                counted += last != 0 ? 1 : 0;
                last = note.velocity();
            }
        }
        return Numbers.ratio(changes, counted);
    }

    /// Mean distance of onsets from the nearest twelfth of a quarter note, in milliseconds at the speed of the moment.
    private static double timing(Hearing hearing) {
        int resolution = hearing.score().resolution();
        TempoMap tempos = hearing.tempos();
        double sum = 0;
        for (Note note : hearing.notes()) {
            double within = (double) (note.onset() % resolution) / resolution;
            double away = Math.abs(within - Math.rint(within * GRID) / GRID);
            // Places that whole ticks cannot express are not early or late.
            double quarters = away * resolution < 1 && resolution % GRID != 0 ? 0 : away;
            double quarterSeconds = tempos.seconds(note.onset() + resolution) - tempos.seconds(note.onset());
            sum += 1000 * quarters * quarterSeconds;
        }
        return Numbers.ratio(sum, hearing.notes().size());
    }

    private static double articulation(Hearing hearing) {
        double sum = 0;
        int counted = 0;
        for (Part part : hearing.score().parts()) {
            if (!part.instrument().drums()) {
                List<Note> notes = part.notes();
                long next = Long.MIN_VALUE;
                for (int i = notes.size() - 2; i >= 0; i--) {
                    Note note = notes.get(i);
                    next = notes.get(i + 1).onset() > note.onset() ? notes.get(i + 1).onset() : next;
                    if (next > note.onset()) {
                        sum += Math.min(LONGEST, (double) note.duration() / (next - note.onset()));
                        counted++;
                    }
                }
            }
        }
        return Numbers.ratio(sum, counted);
    }

    private static double tempo(Hearing hearing) {
        double minutes = hearing.tempos().seconds(hearing.end()) / 60;
        return Numbers.ratio((double) hearing.end() / hearing.score().resolution(), minutes);
    }

    private static double tempoChanges(Hearing hearing) {
        int changes = 0;
        int micros = DEFAULT_MICROS;
        for (Tempo tempo : hearing.score().tempos()) {
            boolean heard = tempo.tick() > 0 && tempo.tick() < hearing.end();
            changes += heard && tempo.microsPerQuarter() != micros ? 1 : 0;
            micros = tempo.microsPerQuarter();
        }
        return Numbers.ratio(changes, hearing.barCount());
    }
}
