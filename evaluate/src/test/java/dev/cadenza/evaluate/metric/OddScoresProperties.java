package dev.cadenza.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever a score holds, metrics give a number or NaN.
class OddScoresProperties {

    private static final int[] RESOLUTIONS = {1, 2, 7, 24, 480, 32767};

    @Property(tries = 40)
    void noMetricFailsOrIsInfinite(@ForAll long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        hear(score(random));
    }

    @Property(tries = 15)
    void itDoesNotMatterWhatWasAskedBefore(@ForAll long seed) {
        Score score = score(new SplittableRandom(seed));
        Hearing forwards = Hearing.of(score);
        Hearing backwards = Hearing.of(score);
        Map<String, Double> values = new HashMap<>();
        Metrics.all().forEach(metric -> values.put(metric.name(), metric.of(forwards)));
        Metrics.all().reversed().forEach(metric -> assertEquals(values.get(metric.name()), metric.of(backwards), metric.name()));
    }

    /// But for MusPy's groove, which counts ticks.
    @Property(tries = 15)
    void finerTicksChangeNothing(@ForAll long seed) {
        Score score = onGrid(new SplittableRandom(seed), 24);
        Score finer = onGrid(new SplittableRandom(seed), 72);
        for (Metric metric : Metrics.all()) {
            if (!metric.name().equals("groove_consistency")) {
                assertEquals(metric.of(Hearing.of(score)), metric.of(Hearing.of(finer)), 1e-9, metric.name());
            }
        }
    }

    private static Score onGrid(RandomGenerator random, int resolution) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Note> notes = new ArrayList<>();
            for (int j = 0; j < 24; j++) {
                long onset = (long) random.nextInt(384) * resolution / 24;
                long duration = (long) (1 + random.nextInt(48)) * resolution / 24;
                notes.add(new Note(onset, duration, Pitch.of(40 + random.nextInt(40)), 1 + random.nextInt(127)));
            }
            parts.add(new Part("", i == 2 ? Instrument.DRUM_KIT : Instrument.PIANO, notes.stream().sorted(Note.ORDER).toList()));
        }
        return Music.score(resolution, new Meter(0, 3 + random.nextInt(4), random.nextBoolean() ? 4 : 8), parts.toArray(Part[]::new));
    }

    static void hear(Score score) {
        Hearing hearing = Hearing.of(score);
        for (Metric metric : Metrics.all()) {
            double value = metric.of(hearing);
            assertFalse(Double.isInfinite(value), metric.name() + " of " + score);
        }
    }

    private static Score score(RandomGenerator random) {
        int resolution = RESOLUTIONS[random.nextInt(RESOLUTIONS.length)];
        long span = (long) resolution << random.nextInt(5);
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Note> notes = new ArrayList<>();
            for (int j = random.nextInt(20); j > 0; j--) {
                long duration = switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> random.nextLong(4 * span);
                    default -> random.nextLong(resolution) + 1;
                };
                notes.add(new Note(random.nextLong(span), duration, Pitch.of(random.nextInt(128)), 1 + random.nextInt(127)));
            }
            parts.add(new Part("", random.nextInt(3) == 0 ? Instrument.DRUM_KIT : Instrument.PIANO,
                    notes.stream().sorted(Note.ORDER).toList()));
        }
        List<Meter> meters = new ArrayList<>();
        List<Tempo> tempos = new ArrayList<>();
        long tick = random.nextInt(3) * (long) resolution;
        for (int i = random.nextInt(4); i > 0; i--) {
            meters.add(new Meter(tick, 1 + random.nextInt(random.nextBoolean() ? 13 : 255), 1 << random.nextInt(8)));
            tempos.add(new Tempo(tick, 1 + random.nextInt(Tempo.MAX_MICROS)));
            tick += random.nextLong(span);
        }
        List<KeySignature> keys = random.nextBoolean() ? List.of()
                : List.of(new KeySignature(0, random.nextInt(15) - 7, random.nextBoolean() ? Mode.MINOR : Mode.MAJOR));
        return new Score(resolution, tempos, meters, keys, List.of(), List.of(), parts, Metadata.NONE);
    }
}
