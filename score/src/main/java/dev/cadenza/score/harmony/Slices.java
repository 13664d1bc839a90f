package dev.cadenza.score.harmony;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Interval;
import java.util.Arrays;

/// Music cut into slices of an eighth note: what sounds in each, what lies lowest, and how strong the beat is that begins there.
public final class Slices {

    /// Slices that a piece is cut into at most; longer ones are cut coarser.
    private static final long MOST = 20_000;

    /// A note that is held for longer than this many slices no longer counts.
    private static final int HELD = 2_000;

    /// Places on the line of fifths, from Fbb to B##.
    static final int WRITTEN = 35;
    private static final int LOWEST_FIFTH = -15;

    private final long ticks;
    private final float[][] sounding;
    private final float[][] written;
    private final int[] bass;
    private final int[] strength;

    private Slices(long ticks, int count) {
        this.ticks = ticks;
        sounding = new float[count][12];
        written = new float[count][];
        bass = new int[count];
        strength = new int[count];
    }

    /// Cuts the pitched parts of a score.
    ///
    /// @param spelling whether it counts how notes are written; it never does where all are written plainly, as in MIDI files
    public static Slices of(Score score, boolean spelling) {
        long end = score.end();
        long ticks = Math.max(1, score.resolution() / 2);
        while (end / ticks >= MOST) {
            ticks *= 2;
        }
        Slices slices = new Slices(ticks, (int) ((end + ticks - 1) / ticks));
        int[] lowest = new int[slices.count()];
        Arrays.fill(lowest, 128);
        boolean spelled = spelling && isSpelled(score);
        for (Part part : score.parts()) {
            if (!part.instrument().drums()) {
                for (Note note : part.notes()) {
                    slices.add(note, lowest, spelled);
                }
            }
        }
        for (int i = 0; i < lowest.length; i++) {
            slices.bass[i] = lowest[i] == 128 ? -1 : lowest[i] % 12;
        }
        slices.measure(BarMap.of(score));
        return slices;
    }

    private static boolean isSpelled(Score score) {
        return score.parts().stream().filter(part -> !part.instrument().drums()).flatMap(part -> part.notes().stream())
                .anyMatch(note -> !note.pitch().spelling().equals(Spelling.plain(note.pitch().pitchClass())));
    }

    private void add(Note note, int[] lowest, boolean spelled) {
        int first = (int) (note.onset() / ticks);
        int last = (int) Math.min(Math.min(count() - 1L, first + HELD), (Math.max(note.end(), note.onset() + 1) - 1) / ticks);
        int pitchClass = note.pitch().pitchClass();
        int place = spelled ? place(note.pitch().spelling()) : 0;
        for (int i = first; i <= last; i++) {
            long overlap = Math.min(note.end(), (i + 1) * ticks) - Math.max(note.onset(), i * ticks);
            float share = (float) overlap / ticks;
            sounding[i][pitchClass] += share;
            if (spelled) {
                written[i] = written[i] == null ? new float[WRITTEN] : written[i];
                written[i][place] += share;
            }
            // A note that only ends or passes here is not the bass.
            if (2 * overlap >= ticks || note.onset() == i * ticks) {
                lowest[i] = Math.min(lowest[i], note.pitch().midi());
            }
        }
    }

    /// 3 where a bar begins, 2 in its middle, 1 on other beats, 0 between beats.
    private void measure(BarMap bars) {
        for (int i = 0; i < strength.length; i++) {
            long tick = i * ticks;
            long bar = bars.bar(tick);
            long within = tick - bars.start(bar);
            Meter meter = bars.meter(bar);
            int beats = meter.denominator() >= 8 && meter.numerator() % 3 == 0 && meter.numerator() > 3
                    ? meter.numerator() / 3 : meter.numerator();
            long length = Math.max(1, bars.length(bar));
            strength[i] = within == 0 ? 3 : beats % 2 == 0 && 2 * within == length ? 2 : within * beats % length == 0 ? 1 : 0;
        }
    }

    private static int place(Spelling spelling) {
        return Interval.between(new Spelling(Letter.C, 0), spelling).fifths() - LOWEST_FIFTH;
    }

    /// Fifths from C to how a note is written.
    static int fifths(int place) {
        return place + LOWEST_FIFTH;
    }

    /// How many there are.
    public int count() {
        return sounding.length;
    }

    /// Length of each.
    public long ticks() {
        return ticks;
    }

    /// How long each pitch class sounds in a slice, all voices together, in slices.
    public float[] sounding(int slice) {
        return sounding[slice];
    }

    /// The same by how notes are written, along the fifths; empty where that does not count.
    float[] written(int slice) {
        return written[slice] == null ? new float[0] : written[slice];
    }

    /// Pitch class of what lies lowest; -1 in silence.
    public int bass(int slice) {
        return bass[slice];
    }

    /// 3 where a bar begins, 2 in its middle, 1 on other beats, 0 between beats.
    public int strength(int slice) {
        return strength[slice];
    }
}
