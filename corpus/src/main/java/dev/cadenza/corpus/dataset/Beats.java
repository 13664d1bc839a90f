package dev.cadenza.corpus.dataset;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.List;

/// Beats that were annotated: where they lie in ticks, and where bars begin. Gives the way from the ticks of a file, whose
/// bars begin anywhere, to ticks in which each beat is a quarter.
///
/// @param at ticks of the beats in the file, ascending
/// @param downbeats which beats begin a bar, ascending
/// @param usual beats a bar
/// @param resolution ticks a quarter
/// @param lead beats before the first one, so that nothing begins before tick 0
record Beats(long[] at, List<Integer> downbeats, int usual, int resolution, int lead) {

    /// Ticks that are due to times being rounded.
    private static final int ROUNDING = 2;

    /// @param at ticks of the beats, ascending; one at least
    /// @param firstOnset tick of the first note
    static Beats of(long[] at, List<Integer> downbeats, int usual, int resolution, long firstOnset) {
        boolean even = true;
        for (int beat = 0; beat < at.length; beat++) {
            even &= Math.abs(at[beat] - at[0] - (long) beat * resolution) <= ROUNDING;
        }
        long[] exact = at.clone();
        for (int beat = 0; even && beat < at.length; beat++) {
            exact[beat] = at[0] + (long) beat * resolution;
        }
        int lead = (int) Math.max(0, Math.ceilDiv(at[0] - firstOnset, resolution));
        return new Beats(exact, downbeats, usual, resolution, lead);
    }

    /// Whether the file's beats are all one quarter long, as a file made to a click has them.
    boolean even() {
        return at[at.length - 1] - at[0] == (at.length - 1L) * resolution;
    }

    /// Where a tick of the file lies: beats are quarters, with straight lines between them and beyond them; 0 for what is
    /// before everything.
    long tick(long inFile) {
        int low = 0;
        int high = at.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (at[middle] <= inFile) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        boolean between = low + 1 < at.length && inFile >= at[low];
        long length = between ? at[low + 1] - at[low] : resolution;
        long offset = Math.round((double) (inFile - at[low]) * resolution / length);
        return Math.max(0, (long) (lead + low) * resolution + offset);
    }

    /// The bars: a metre where it changes. Beats before the first bar are its upbeat, after as many whole bars as fit.
    List<Meter> meters() {
        List<Meter> meters = new ArrayList<>();
        meters.add(new Meter(0, usual, 4));
        int before = lead + downbeats.getFirst();
        int upbeat = before % usual;
        if (upbeat > 0) {
            meters.add(new Meter((long) upbeat * resolution, usual, 4));
        }
        for (int i = 0; i + 1 < downbeats.size(); i++) {
            int beats = downbeats.get(i + 1) - downbeats.get(i);
            int start = lead + downbeats.get(i);
            if (beats % usual != 0) {
                // Six beats are a bar of four and one of two; five are one bar, for a bar of one beat is none.
                int whole = Math.max(0, beats % usual >= 2 ? beats / usual : beats / usual - 1);
                int odd = start + whole * usual;
                put(meters, new Meter((long) odd * resolution, beats - whole * usual, 4));
                put(meters, new Meter((long) (start + beats) * resolution, usual, 4));
            }
        }
        return meters;
    }

    private static void put(List<Meter> meters, Meter meter) {
        if (meters.getLast().tick() == meter.tick()) {
            meters.removeLast();
        }
        meters.add(meter);
    }
}
