package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.metric.Sounding.Stretch;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.theory.BarMap;
import java.util.List;
import java.util.stream.LongStream;

/// Metrics of density and rhythm, over all parts together, drums among them.
final class RhythmMetrics {

    /// How far from a place a note may lie and still be on it, in quarter notes.
    static final double TOLERANCE = 1 / 24.0 + 1e-9;

    private static final String OURS = "Cadenza";
    private static final int STEPS = 24;

    /// Where within a beat its second note is looked for, for swing.
    private static final double EARLIEST = 0.4;
    private static final double LATEST = 0.8;

    private RhythmMetrics() {
    }

    static List<Metric> all() {
        return List.of(
                Metric.of("notes_per_bar", Aspect.RHYTHM, "notes a bar", OURS, "How many notes begin in a bar.",
                        hearing -> Numbers.ratio(hearing.notes().size(), hearing.barCount())),
                Metric.of("notes_per_second", Aspect.RHYTHM, "notes a second", OURS, "How many notes begin in a second.",
                        hearing -> Numbers.ratio(hearing.notes().size(), hearing.tempos().seconds(hearing.end()))),
                Metric.of("rest_share", Aspect.RHYTHM, "share", OURS, "For how much of the piece nothing sounds.",
                        RhythmMetrics::rests),
                Metric.of("onset_interval_entropy", Aspect.RHYTHM, "bits", OURS,
                        "How varied the times between one onset and the next are.", RhythmMetrics::intervals),
                Metric.of("note_length_entropy", Aspect.RHYTHM, "bits", OURS, "How varied the lengths of the notes are.",
                        RhythmMetrics::lengths),
                Metric.of("off_beat_share", Aspect.RHYTHM, "share", OURS, "How many notes begin between the beats.",
                        RhythmMetrics::offBeat),
                Metric.of("syncopation", Aspect.RHYTHM, "levels a bar", "Longuet-Higgins and Lee 1984",
                        "How much the melody is syncopated, by notes on weak places that are held over strong ones.",
                        Syncopation::perBar),
                Metric.of("swing_ratio", Aspect.RHYTHM, "", OURS,
                        "How much longer the first of two notes in a beat is than the second.", RhythmMetrics::swing));
    }

    private static double rests(Hearing hearing) {
        double sounding = 0;
        for (Stretch stretch : Sounding.of(hearing.notes()).stretches()) {
            sounding += stretch.pitches() > 0 ? stretch.ticks() : 0;
        }
        return 1 - Numbers.ratio(sounding, hearing.end());
    }

    private static double intervals(Hearing hearing) {
        long[] onsets = onsets(hearing);
        int resolution = hearing.score().resolution();
        LongStream.Builder steps = LongStream.builder();
        for (int i = 1; i < onsets.length; i++) {
            steps.add(Numbers.steps(onsets[i] - onsets[i - 1], resolution, STEPS));
        }
        return Numbers.bits(steps.build());
    }

    private static long[] onsets(Hearing hearing) {
        return hearing.notes().stream().mapToLong(Note::onset).distinct().toArray();
    }

    private static double lengths(Hearing hearing) {
        int resolution = hearing.score().resolution();
        return Numbers.bits(hearing.notes().stream().mapToLong(note -> Numbers.steps(note.duration(), resolution, STEPS)));
    }

    private static double offBeat(Hearing hearing) {
        int resolution = hearing.score().resolution();
        BarMap bars = hearing.bars();
        int off = 0;
        for (Note note : hearing.notes()) {
            long bar = bars.bar(note.onset());
            double beat = Beats.ticks(bars.meter(bar), resolution);
            double within = note.onset() - bars.start(bar);
            off += Math.abs(within - Math.rint(within / beat) * beat) > TOLERANCE * resolution ? 1 : 0;
        }
        return Numbers.ratio(off, hearing.notes().size());
    }

    /// The mean of long over short where a quarter-note beat holds exactly two onsets, one at its start and one around its middle.
    private static double swing(Hearing hearing) {
        int resolution = hearing.score().resolution();
        BarMap bars = hearing.bars();
        long[] onsets = onsets(hearing);
        double sum = 0;
        int counted = 0;
        int next;
        for (int i = 0; i < onsets.length; i = next) {
            long bar = bars.bar(onsets[i]);
            long start = bars.start(bar);
            Meter meter = bars.meter(bar);
            long beat = (onsets[i] - start) / resolution;
            next = i + 1;
            while (next < onsets.length && bars.bar(onsets[next]) == bar && (onsets[next] - start) / resolution == beat) {
                next++;
            }
            double first = (double) (onsets[i] - start) / resolution - beat;
            double second = (double) (onsets[next - 1] - start) / resolution - beat;
            if (next - i == 2 && meter.denominator() == 4 && first <= TOLERANCE && second >= EARLIEST && second <= LATEST) {
                sum += second / (1 - second);
                counted++;
            }
        }
        return Numbers.ratio(sum, counted);
    }
}
