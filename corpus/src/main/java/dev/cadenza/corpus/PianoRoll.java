package dev.cadenza.corpus;

import dev.cadenza.score.Meter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Named tracks in steps of equal width and 128 pitches: which notes begin at each step and which go on, so that a note
/// that is struck again is not taken for a long one. Beside them, where in its bar each step lies and in which metre.
///
/// Bit `step * 128 + pitch` of a set stands for a pitch at a step.
public final class PianoRoll implements Encoding {

    /// Pitches of a track; in a drum track, drums.
    public static final int PITCHES = 128;

    private final int steps;
    private final List<Track> tracks;
    private final Bars bars;

    /// One track. A pitch goes on only where it sounded one step before, and does not begin there as well.
    ///
    /// @param onsets (steps x 128) where notes begin
    /// @param held (steps x 128) where notes go on
    public record Track(String name, BitSet onsets, BitSet held) {

        /// @throws IllegalArgumentException where a pitch goes on that did not sound, or begins and goes on at once
        public Track {
            onsets = (BitSet) onsets.clone();
            held = (BitSet) held.clone();
            if (onsets.intersects(held)) {
                throw new IllegalArgumentException("a note of " + name + " begins and goes on at once");
            }
            for (int bit = held.nextSetBit(0); bit >= 0; bit = held.nextSetBit(bit + 1)) {
                int before = bit - PITCHES;
                if (before < 0 || !onsets.get(before) && !held.get(before)) {
                    throw new IllegalArgumentException("a note of " + name + " goes on that did not sound before");
                }
            }
        }

        /// A copy of the bits at which notes begin.
        @Override
        public BitSet onsets() {
            return (BitSet) onsets.clone();
        }

        /// A copy of the bits at which notes go on.
        @Override
        public BitSet held() {
            return (BitSet) held.clone();
        }

        /// Whether a note begins.
        public boolean begins(int step, int pitch) {
            return onsets.get(step * PITCHES + pitch);
        }

        /// Whether a note sounds, begun or held.
        public boolean sounds(int step, int pitch) {
            return begins(step, pitch) || held.get(step * PITCHES + pitch);
        }

        /// Whether nothing sounds in it.
        public boolean isEmpty() {
            return onsets.isEmpty();
        }

        private Track slice(int from, int count) {
            BitSet begun = onsets.get(from * PITCHES, (from + count) * PITCHES);
            BitSet still = held.get(from * PITCHES, (from + count) * PITCHES);
            begun.or(still.get(0, PITCHES));
            still.clear(0, PITCHES);
            return new Track(name, begun, still);
        }
    }

    PianoRoll(int steps, List<Track> tracks, Bars bars) {
        this.steps = steps;
        this.tracks = List.copyOf(tracks);
        this.bars = bars;
        if (new HashSet<>(this.tracks.stream().map(Track::name).toList()).size() < this.tracks.size()) {
            throw new IllegalArgumentException("two tracks have one name");
        }
        if (bars.position().length != steps || bars.metre().length != steps) {
            throw new IllegalArgumentException("bars are known of " + bars.position().length + " of " + steps + " steps");
        }
        for (Track track : this.tracks) {
            if (Math.max(track.onsets.length(), track.held.length()) > (long) steps * PITCHES) {
                throw new IllegalArgumentException(track.name + " is longer than " + steps + " steps");
            }
        }
    }

    /// A roll of a plan's length and bars.
    ///
    /// @param stepsPerQuarter of the plan's steps
    /// @throws IllegalArgumentException where two tracks have one name, or one is longer than the plan
    public static PianoRoll of(List<Track> tracks, Plan plan, int stepsPerQuarter) {
        return new PianoRoll(plan.steps(), tracks, Bars.of(plan, stepsPerQuarter));
    }

    /// Number of steps.
    public int steps() {
        return steps;
    }

    /// The tracks; empty ones too.
    public List<Track> tracks() {
        return tracks;
    }

    /// Where in its bar a step lies: 1 for the first step, 0 where that is not known.
    public int barPosition(int step) {
        return bars.position()[step];
    }

    /// The metre at a step; empty where it is not known or has no name.
    public Optional<Meter> meter(int step) {
        return Metres.named(bars.metre()[step]);
    }

    Bars bars() {
        return bars;
    }

    /// Some steps of it. Notes that sound already begin with it.
    ///
    /// @param from first step
    /// @param count number of steps
    public PianoRoll slice(int from, int count) {
        if (from < 0 || count < 0 || from + count > steps) {
            throw new IllegalArgumentException("steps " + from + ".." + (from + count) + " of " + steps);
        }
        return new PianoRoll(count, tracks.stream().map(track -> track.slice(from, count)).toList(),
                new Bars(Arrays.copyOfRange(bars.position(), from, from + count),
                        Arrays.copyOfRange(bars.metre(), from, from + count)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PianoRoll that && steps == that.steps && tracks.equals(that.tracks)
                && Arrays.equals(bars.position(), that.bars.position()) && Arrays.equals(bars.metre(), that.bars.metre());
    }

    @Override
    public int hashCode() {
        return 31 * tracks.hashCode() + Arrays.hashCode(bars.position());
    }

    @Override
    public String toString() {
        return "PianoRoll[" + steps + " steps, " + tracks.stream().map(Track::name).toList() + "]";
    }
}
