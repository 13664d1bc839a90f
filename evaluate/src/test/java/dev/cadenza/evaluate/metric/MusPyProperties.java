package dev.cadenza.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.metric.MusPy.Pulse;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// The measures of time equal those counted step by step on rolls, as MusPy defines them.
class MusPyProperties {

    private static final int STEPS = 128;

    @Property(tries = 300)
    void countsEqualThoseOnRolls(@ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 1 << 20) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 12) int resolution, @ForAll @IntRange(min = 1, max = 30) int measure) {
        List<Note> pitched = new ArrayList<>();
        List<Note> drums = new ArrayList<>();
        for (int seed : seeds) {
            Note note = new Note(seed % 50, seed / 50 % 20, Pitch.of(60 + seed / 1000 % 6), 64);
            (seed / 6000 % 4 == 0 ? drums : pitched).add(note);
        }
        Score score = Music.score(resolution, Meter.common(),
                new Part("a", Instrument.PIANO, pitched.stream().sorted(Note.ORDER).toList()),
                new Part("b", Instrument.DRUM_KIT, drums.stream().sorted(Note.ORDER).toList()));
        Hearing hearing = Hearing.of(score);
        int length = (int) score.end();
        boolean[][] roll = new boolean[STEPS][128];
        boolean[] touched = new boolean[STEPS];
        boolean[] onsets = new boolean[2 * STEPS];
        boolean[] beats = new boolean[STEPS];
        for (Note note : hearing.notes()) {
            onsets[(int) note.onset()] = true;
            for (int at = (int) note.onset(); at <= note.end(); at++) {
                touched[at / measure] = true;
                beats[at / resolution] = true;
            }
        }
        for (Note note : pitched) {
            for (int at = (int) note.onset(); at < note.end(); at++) {
                roll[at][note.pitch().midi()] = true;
            }
        }
        int sounding = 0;
        int sum = 0;
        int many = 0;
        for (boolean[] step : roll) {
            int pitches = count(step, 128);
            sounding += pitches > 0 ? 1 : 0;
            sum += pitches;
            many += pitches > 2 ? 1 : 0;
        }
        int bars = length / measure + 1;
        int different = 0;
        for (int at = 0; at < (bars - 1) * measure; at++) {
            different += onsets[at] != onsets[at + measure] ? 1 : 0;
        }
        assertEquals(sounding == 0 ? Double.NaN : (double) sum / sounding, MusPy.polyphony(hearing));
        assertEquals(length == 0 ? Double.NaN : (double) many / length, MusPy.polyphonyRate(hearing, 2));
        assertEquals(length == 0 ? Double.NaN : 1 - (double) count(touched, bars) / bars, MusPy.emptyMeasureRate(hearing, measure));
        int quarters = length / resolution + 1;
        assertEquals(length == 0 ? Double.NaN : 1 - (double) count(beats, quarters) / quarters, MusPy.emptyBeatRate(hearing));
        assertEquals(bars < 2 ? Double.NaN : 1 - different / ((double) measure * (bars - 1)),
                MusPy.grooveConsistency(hearing, measure));
        assertEquals(Math.max(pattern(drums, resolution, 4, 2), pattern(drums, resolution, 3, 3)),
                MusPy.drumPatternConsistency(hearing));
        assertEquals(pattern(drums, resolution, 4, 2), MusPy.drumInPatternRate(hearing, Pulse.DUPLE));
    }

    private static int count(boolean[] marks, int upTo) {
        int count = 0;
        for (int i = 0; i < upTo; i++) {
            count += marks[i] ? 1 : 0;
        }
        return count;
    }

    private static double pattern(List<Note> drums, int resolution, int... parts) {
        boolean[] pattern = new boolean[resolution];
        pattern[0] = true;
        for (int division : parts) {
            for (int i = 0; resolution % division == 0 && i < resolution; i += resolution / division) {
                pattern[i] = true;
            }
        }
        int inside = 0;
        for (Note note : drums) {
            inside += pattern[(int) note.onset() % resolution] ? 1 : 0;
        }
        return drums.isEmpty() ? Double.NaN : (double) inside / drums.size();
    }
}
