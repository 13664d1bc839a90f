package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.metric.Sounding.Stretch;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Scale;
import java.util.List;

/// The 14 metrics of MusPy (Dong et al., "MusPy: A toolkit for symbolic music generation", 2020) under their own names and with
/// its values, but found in time that follows the number of notes, not the length of the piece.
///
/// What MusPy wants to be told stands here as parameters; the metrics of [#all] take it from the score: the length of a bar is
/// that of its most usual metre, the key is the stated one or else the one that is heard, drums are measured against a
/// duple pulse. Two differences: a score without notes gives NaN where MusPy fails, and the pitch range of drums alone is 0, as
/// its documentation says, where its code gives -127.
public final class MusPy {

    private static final String SOURCE = "MusPy (Dong et al. 2020)";

    /// How a quarter note is divided: in two and four, or in three.
    public enum Pulse { DUPLE, TRIPLE }

    private MusPy() {
    }

    /// All 14, with parameters from the score.
    public static List<Metric> all() {
        return List.of(
                Metric.of("n_pitches_used", Aspect.MELODY, "pitches", SOURCE, "How many different pitches are played.",
                        MusPy::pitchesUsed),
                Metric.of("n_pitch_classes_used", Aspect.HARMONY, "pitch classes", SOURCE,
                        "How many of the twelve pitch classes are played.", MusPy::pitchClassesUsed),
                Metric.of("pitch_range", Aspect.MELODY, "semitones", SOURCE,
                        "How far the highest pitch lies above the lowest.", MusPy::pitchRange),
                Metric.of("empty_beat_rate", Aspect.RHYTHM, "share", SOURCE,
                        "How many quarter notes pass without any note sounding.", MusPy::emptyBeatRate),
                Metric.of("empty_measure_rate", Aspect.RHYTHM, "share", SOURCE, "How many bars pass without any note sounding.",
                        hearing -> emptyMeasureRate(hearing, hearing.usualBarTicks())),
                Metric.of("polyphony", Aspect.HARMONY, "pitches", SOURCE,
                        "How many pitches sound together while anything sounds.", MusPy::polyphony),
                Metric.of("polyphony_rate", Aspect.HARMONY, "share", SOURCE,
                        "For how much of the piece more than two pitches sound together.", hearing -> polyphonyRate(hearing, 2)),
                Metric.of("pitch_in_scale_rate", Aspect.HARMONY, "share", SOURCE,
                        "How many notes belong to the scale of the key.", MusPy::pitchInScaleRate),
                Metric.of("scale_consistency", Aspect.HARMONY, "share", SOURCE,
                        "How many notes belong to the major or minor scale that fits best.", MusPy::scaleConsistency),
                Metric.of("pitch_entropy", Aspect.MELODY, "bits", SOURCE,
                        "How evenly the notes are spread over the pitches.", MusPy::pitchEntropy),
                Metric.of("pitch_class_entropy", Aspect.HARMONY, "bits", SOURCE,
                        "How evenly the notes are spread over the twelve pitch classes.", MusPy::pitchClassEntropy),
                Metric.of("drum_in_pattern_rate", Aspect.RHYTHM, "share", SOURCE,
                        "How many drum notes fall on sixteenths.", hearing -> drumInPatternRate(hearing, Pulse.DUPLE)),
                Metric.of("drum_pattern_consistency", Aspect.RHYTHM, "share", SOURCE,
                        "How many drum notes fall on sixteenths or on triplets, whichever fits better.",
                        MusPy::drumPatternConsistency),
                Metric.of("groove_consistency", Aspect.RHYTHM, "share", SOURCE,
                        "How alike the rhythms of neighbouring bars are.",
                        hearing -> grooveConsistency(hearing, hearing.usualBarTicks())));
    }

    /// Different pitches, without drums.
    public static double pitchesUsed(Hearing hearing) {
        return hearing.pitched().stream().mapToInt(note -> note.pitch().midi()).distinct().count();
    }

    /// Different pitch classes, without drums.
    public static double pitchClassesUsed(Hearing hearing) {
        return hearing.pitched().stream().mapToInt(note -> note.pitch().pitchClass()).distinct().count();
    }

    /// Semitones from the lowest to the highest pitch, without drums; 0 without notes.
    public static double pitchRange(Hearing hearing) {
        var pitches = hearing.pitched().stream().mapToInt(note -> note.pitch().midi()).summaryStatistics();
        return pitches.getCount() == 0 ? 0 : pitches.getMax() - pitches.getMin();
    }

    /// Share of the quarter notes, counted from the start, that no note touches.
    public static double emptyBeatRate(Hearing hearing) {
        return emptyMeasureRate(hearing, hearing.score().resolution());
    }

    /// Share of the bars that no note touches; drums count. A note touches the bar at whose start it ends, and the bar in which
    /// the piece ends is counted even where it ends on its first tick.
    ///
    /// @param measureTicks length of a bar in ticks, 1 or more; bars are counted from the start
    public static double emptyMeasureRate(Hearing hearing, long measureTicks) {
        long length = hearing.end();
        if (length < 1) {
            return Double.NaN;
        }
        long touched = 0;
        long next = 0;
        for (Note note : hearing.notes()) {
            long last = note.end() / measureTicks;
            touched += Math.max(0, last + 1 - Math.max(next, note.onset() / measureTicks));
            next = Math.max(next, last + 1);
        }
        return 1 - (double) touched / (length / measureTicks + 1);
    }

    /// Mean number of different pitches while at least one sounds, without drums.
    public static double polyphony(Hearing hearing) {
        double pitches = 0;
        double ticks = 0;
        for (Stretch stretch : Sounding.pitched(hearing).stretches()) {
            pitches += (double) stretch.pitches() * stretch.ticks();
            ticks += stretch.pitches() > 0 ? stretch.ticks() : 0;
        }
        return Numbers.ratio(pitches, ticks);
    }

    /// Share of the piece, from its start to the end of its last note, in which more than `threshold` pitches sound.
    public static double polyphonyRate(Hearing hearing, int threshold) {
        double ticks = 0;
        for (Stretch stretch : Sounding.pitched(hearing).stretches()) {
            ticks += stretch.pitches() > threshold ? stretch.ticks() : 0;
        }
        return Numbers.ratio(ticks, hearing.end());
    }

    private static double pitchInScaleRate(Hearing hearing) {
        if (hearing.pitched().isEmpty()) {
            return Double.NaN;
        }
        Key key = hearing.key();
        return pitchInScaleRate(hearing, key.tonic(), key.mode());
    }

    /// Share of the notes in a major or natural minor scale, without drums.
    ///
    /// @param root pitch class of the tonic, 0 (C) .. 11 (B)
    public static double pitchInScaleRate(Hearing hearing, int root, Mode mode) {
        double[] counts = pitchClasses(hearing);
        Scale scale = mode == Mode.MINOR ? Scale.NATURAL_MINOR : Scale.MAJOR;
        double inside = 0;
        double all = 0;
        for (int i = 0; i < 12; i++) {
            all += counts[i];
            inside += scale.contains(root, i) ? counts[i] : 0;
        }
        return Numbers.ratio(inside, all);
    }

    /// The largest share of notes in one of the 24 scales.
    public static double scaleConsistency(Hearing hearing) {
        double most = hearing.pitched().isEmpty() ? Double.NaN : 0;
        for (Mode mode : Mode.values()) {
            for (int root = 0; root < 12; root++) {
                most = Math.max(most, pitchInScaleRate(hearing, root, mode));
            }
        }
        return most;
    }

    /// Entropy of the pitches, each note once, without drums.
    public static double pitchEntropy(Hearing hearing) {
        double[] counts = new double[128];
        hearing.pitched().forEach(note -> counts[note.pitch().midi()]++);
        return Numbers.bits(counts);
    }

    /// Entropy of the pitch classes, each note once, without drums.
    public static double pitchClassEntropy(Hearing hearing) {
        return Numbers.bits(pitchClasses(hearing));
    }

    private static double[] pitchClasses(Hearing hearing) {
        double[] counts = new double[12];
        hearing.pitched().forEach(note -> counts[note.pitch().pitchClass()]++);
        return counts;
    }

    /// Share of the drum notes on quarters and their parts: fourths, or halves where the resolution has no fourths; or
    /// thirds. Where it has none of these, on quarters alone.
    public static double drumInPatternRate(Hearing hearing, Pulse pulse) {
        int resolution = hearing.score().resolution();
        int step = switch (pulse) {
            case DUPLE -> resolution % 4 == 0 ? resolution / 4 : resolution % 2 == 0 ? resolution / 2 : resolution;
            case TRIPLE -> resolution % 3 == 0 ? resolution / 3 : resolution;
        };
        long inside = hearing.drums().stream().filter(note -> note.onset() % resolution % step == 0).count();
        return Numbers.ratio(inside, hearing.drums().size());
    }

    /// The larger of the two.
    public static double drumPatternConsistency(Hearing hearing) {
        return Math.max(drumInPatternRate(hearing, Pulse.DUPLE), drumInPatternRate(hearing, Pulse.TRIPLE));
    }

    /// How alike neighbouring bars are: 1 less the mean share of ticks of the bar at which one has an onset and the other has
    /// none. Drums count. The bar in which the piece ends is counted even where it ends on its first tick. NaN for fewer than two.
    ///
    /// @param measureTicks length of a bar in ticks, 1 or more; bars are counted from the start
    public static double grooveConsistency(Hearing hearing, long measureTicks) {
        long bars = hearing.end() / measureTicks + 1;
        if (bars < 2) {
            return Double.NaN;
        }
        long[] onsets = hearing.notes().stream().mapToLong(Note::onset).distinct().toArray();
        long different = 0;
        int follower = 0;
        for (long onset : onsets) {
            long bar = onset / measureTicks;
            different += (bar > 0 ? 1 : 0) + (bar < bars - 1 ? 1 : 0);
            while (follower < onsets.length && onsets[follower] < onset + measureTicks) {
                follower++;
            }
            different -= follower < onsets.length && onsets[follower] == onset + measureTicks ? 2 : 0;
        }
        return 1 - different / ((double) measureTicks * (bars - 1));
    }
}
