package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.metric.Chords.Meeting;
import dev.cadenza.evaluate.metric.Chords.Span;
import dev.cadenza.evaluate.metric.Sounding.Stretch;
import dev.cadenza.score.Note;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.KeyFinder;
import java.util.List;
import java.util.TreeMap;

/// Metrics of chords, of the melody against them, and of keys. Chords and keys are those that `score.harmony` hears, whatever
/// symbols the score states; the melody is the one that [Hearing#melody] finds.
final class ChordMetrics {

    private static final String OURS = "Cadenza";
    private static final String YEH = "Yeh et al. 2021";
    private static final int LEAST_TONES = 3;

    private ChordMetrics() {
    }

    static List<Metric> all() {
        return List.of(
                Metric.of("chord_bars", Aspect.HARMONY, "share", OURS,
                        "In how many bars a chord can be recognised by at least three of its tones.", ChordMetrics::chordBars),
                Metric.of("chord_changes_per_bar", Aspect.HARMONY, "changes a bar", OURS, "How often the chord changes.",
                        ChordMetrics::changes),
                Metric.of("chord_tone_share", Aspect.HARMONY, "share", OURS,
                        "How much of what sounds belongs to the chord of the moment.", ChordMetrics::toneShare),
                Metric.of("chord_histogram_entropy", Aspect.HARMONY, "nats", YEH,
                        "How evenly the time is spread over the chords of the piece.", ChordMetrics::histogramEntropy),
                Metric.of("chord_coverage", Aspect.HARMONY, "chords", YEH, "How many different chords there are.",
                        hearing -> hearing.pitched().isEmpty() ? Double.NaN : lengths(hearing).size()),
                Metric.of("chord_tonal_distance", Aspect.HARMONY, "", YEH,
                        "How far one chord lies from the next, where fifths and thirds are near.", ChordMetrics::tonalDistance),
                Metric.of("chord_tone_to_non_chord_tone_ratio", Aspect.HARMONY, "share", YEH,
                        "How many melody notes belong to their chord or go on to the next note by step.",
                        ChordMetrics::chordToneRatio),
                Metric.of("pitch_consonance_score", Aspect.HARMONY, "", YEH,
                        "How consonant the melody is with the tones of its chords, from -1 to 1.", ChordMetrics::consonance),
                Metric.of("melody_chord_tonal_distance", Aspect.HARMONY, "", YEH,
                        "How far the melody lies from its chords, where fifths and thirds are near.",
                        ChordMetrics::melodyDistance),
                Metric.of("dissonance_share", Aspect.HARMONY, "share", OURS,
                        "For how much of the sounding time semitones, major sevenths or tritones sound together.",
                        ChordMetrics::dissonance),
                Metric.of("key_clarity", Aspect.HARMONY, "correlation", "Krumhansl 1990, profiles of Temperley 2007",
                        "How clearly the pitch classes speak for one key.", ChordMetrics::keyClarity),
                Metric.of("key_changes_per_bar", Aspect.HARMONY, "changes a bar", OURS, "How often the key changes.",
                        hearing -> Numbers.ratio(Math.max(0, hearing.harmony().keys().size() - 1), hearing.barCount())));
    }

    private static double chordBars(Hearing hearing) {
        List<Span> known = Chords.of(hearing).spans().stream()
                .filter(span -> Integer.bitCount(span.tones() & span.heard()) >= LEAST_TONES).toList();
        BarMap bars = hearing.bars();
        long[] begun = hearing.pitched().stream().mapToLong(note -> bars.bar(note.onset())).distinct().toArray();
        int at = 0;
        int held = 0;
        for (long bar : begun) {
            while (at < known.size() && known.get(at).end() <= bars.start(bar)) {
                at++;
            }
            held += at < known.size() && known.get(at).start() < bars.start(bar + 1) ? 1 : 0;
        }
        return Numbers.ratio(held, begun.length);
    }

    private static double changes(Hearing hearing) {
        int chords = Chords.of(hearing).spans().size();
        return chords == 0 ? Double.NaN : Numbers.ratio(chords - 1, hearing.barCount());
    }

    private static double toneShare(Hearing hearing) {
        List<Span> spans = Chords.of(hearing).spans();
        return Numbers.ratio(spans.stream().mapToDouble(Span::toneTicks).sum(), spans.stream().mapToDouble(Span::ticks).sum());
    }

    private static double histogramEntropy(Hearing hearing) {
        return Numbers.nats(Numbers.array(lengths(hearing).values()));
    }

    /// How long each chord lasts.
    private static TreeMap<Integer, Double> lengths(Hearing hearing) {
        TreeMap<Integer, Double> lengths = new TreeMap<>();
        for (Span span : Chords.of(hearing).spans()) {
            lengths.merge(span.root() + 12 * span.quality().ordinal(), (double) span.length(), Double::sum);
        }
        return lengths;
    }

    private static double tonalDistance(Hearing hearing) {
        List<Span> spans = Chords.of(hearing).spans();
        double sum = 0;
        for (int i = 1; i < spans.size(); i++) {
            sum += TonalCentroid.distance(spans.get(i - 1).weights(), spans.get(i).weights());
        }
        return Numbers.ratio(sum, spans.size() - 1);
    }

    private static double chordToneRatio(Hearing hearing) {
        List<Note> melody = hearing.melody();
        int good = 0;
        int all = 0;
        int last = -1;
        for (Meeting meeting : Chords.of(hearing).meetings(melody)) {
            int note = meeting.note();
            if (note != last) {
                last = note;
                boolean tone = (meeting.span().tones() >> melody.get(note).pitch().pitchClass() & 1) == 1;
                int step = note + 1 < melody.size()
                        ? Math.abs(melody.get(note + 1).pitch().midi() - melody.get(note).pitch().midi()) : 0;
                good += tone || step == 1 || step == 2 ? 1 : 0;
                all++;
            }
        }
        return Numbers.ratio(good, all);
    }

    private static double consonance(Hearing hearing) {
        List<Note> melody = hearing.melody();
        double sum = 0;
        double ticks = 0;
        for (Meeting meeting : Chords.of(hearing).meetings(melody)) {
            int pitchClass = melody.get(meeting.note()).pitch().pitchClass();
            int score = 0;
            for (int tone = 0; tone < 12; tone++) {
                score += (meeting.span().tones() >> tone & 1) * consonance(Math.floorMod(pitchClass - tone, 12));
            }
            sum += (double) score / Integer.bitCount(meeting.span().tones()) * meeting.ticks();
            ticks += meeting.ticks();
        }
        return Numbers.ratio(sum, ticks);
    }

    /// 1 for the unison, thirds, the fifth and sixths above a chord tone, 0 for the fourth, -1 for all others.
    private static int consonance(int semitones) {
        return switch (semitones) {
            case 0, 3, 4, 7, 8, 9 -> 1;
            case 5 -> 0;
            default -> -1;
        };
    }

    private static double melodyDistance(Hearing hearing) {
        List<Note> melody = hearing.melody();
        double sum = 0;
        double ticks = 0;
        for (Meeting meeting : Chords.of(hearing).meetings(melody)) {
            double[] note = new double[12];
            note[melody.get(meeting.note()).pitch().pitchClass()] = 1;
            sum += TonalCentroid.distance(note, meeting.span().weights()) * meeting.ticks();
            ticks += meeting.ticks();
        }
        return Numbers.ratio(sum, ticks);
    }

    private static double dissonance(Hearing hearing) {
        double rough = 0;
        double ticks = 0;
        for (Stretch stretch : Sounding.pitched(hearing).stretches()) {
            int mask = stretch.mask();
            int around = mask | mask << 12;
            rough += (mask & (around >> 1 | around >> 6)) != 0 ? stretch.ticks() : 0;
            ticks += mask != 0 ? stretch.ticks() : 0;
        }
        return Numbers.ratio(rough, ticks);
    }

    private static double keyClarity(Hearing hearing) {
        boolean sounds = hearing.pitched().stream().anyMatch(note -> note.duration() > 0);
        return sounds ? KeyFinder.find(hearing.score()).correlation() : Double.NaN;
    }
}
