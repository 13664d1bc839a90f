package dev.cadenza.evaluate.voices;

import static dev.cadenza.evaluate.voices.FourParts.REST;
import static dev.cadenza.evaluate.voices.FourParts.VOICES;

import java.util.Arrays;

/// How four voices move, counted; counts of several pieces are added, so that a set is judged as one long piece.
///
/// An event is a step at which any voice changes (begins to sound, ends, or moves). Two voices move in parallel where both sound
/// before and after, both move in the same direction, and their distance is a fifth (or an octave, or the same pitch) before and
/// after, octaves left out. Soprano and bass reach a fifth or an octave directly where both move in the same direction into
/// it from another distance, the soprano by more than two semitones. A move goes from the pitch that a voice sounded last to
/// another one, over rests too.
///
/// @param pieces how many pieces were counted
/// @param steps sixteenths
/// @param parallelFifths pairs of voices that move in parallel fifths
/// @param parallelOctaves pairs of voices that move in parallel octaves or unisons
/// @param directs fifths and octaves that soprano and bass reach directly
/// @param crossings pairs of neighbouring voices, step by step, of which the upper one sounds lower
/// @param wideSpacings soprano and alto, or alto and tenor, more than an octave apart, step by step
/// @param moves moves of all voices
/// @param leaps moves by more than an octave, a tritone, or a seventh
public record VoiceLeading(long pieces, long steps, long events, long parallelFifths, long parallelOctaves, long directs, long crossings,
        long wideSpacings, long moves, long leaps) {

    /// Nothing counted.
    public static final VoiceLeading NONE = new VoiceLeading(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final int FIFTH = 7;
    private static final int OCTAVE = 12;
    private static final int SOPRANO = 0;
    private static final int BASS = 3;

    /// Counts one piece.
    public static VoiceLeading of(FourParts piece) {
        int[][] pitches = piece.pitches();
        VoiceLeading sum = new VoiceLeading(1, pitches.length, 0, 0, 0, 0, 0, 0, 0, 0);
        int[] last = {REST, REST, REST, REST};
        for (int step = 0; step < pitches.length; step++) {
            sum = sum.plus(standing(pitches[step])).plus(moves(last, pitches[step]));
            if (step > 0 && !Arrays.equals(pitches[step - 1], pitches[step])) {
                sum = sum.plus(event(pitches[step - 1], pitches[step]));
            }
            for (int voice = 0; voice < VOICES; voice++) {
                last[voice] = pitches[step][voice] == REST ? last[voice] : pitches[step][voice];
            }
        }
        return sum;
    }

    /// The counts of both.
    public VoiceLeading plus(VoiceLeading other) {
        return new VoiceLeading(pieces + other.pieces, steps + other.steps, events + other.events,
                parallelFifths + other.parallelFifths, parallelOctaves + other.parallelOctaves, directs + other.directs,
                crossings + other.crossings, wideSpacings + other.wideSpacings, moves + other.moves, leaps + other.leaps);
    }

    private static VoiceLeading standing(int[] now) {
        int crossings = 0;
        int wide = 0;
        for (int upper = 0; upper < BASS; upper++) {
            boolean sound = now[upper] != REST && now[upper + 1] != REST;
            crossings += sound && now[upper] < now[upper + 1] ? 1 : 0;
            wide += sound && upper + 1 < BASS && now[upper] - now[upper + 1] > OCTAVE ? 1 : 0;
        }
        return new VoiceLeading(0, 0, 0, 0, 0, 0, crossings, wide, 0, 0);
    }

    /// @param last what each voice sounded last
    private static VoiceLeading moves(int[] last, int[] now) {
        int moves = 0;
        int leaps = 0;
        for (int voice = 0; voice < VOICES; voice++) {
            int move = last[voice] == REST || now[voice] == REST ? 0 : Math.abs(now[voice] - last[voice]);
            moves += move > 0 ? 1 : 0;
            leaps += move > OCTAVE || move == 6 || move == 10 || move == 11 ? 1 : 0;
        }
        return new VoiceLeading(0, 0, 0, 0, 0, 0, 0, 0, moves, leaps);
    }

    private static VoiceLeading event(int[] before, int[] now) {
        return new VoiceLeading(0, 0, 1, parallels(before, now, FIFTH), parallels(before, now, 0), isDirect(before, now) ? 1 : 0, 0, 0,
                0, 0);
    }

    private static int parallels(int[] before, int[] now, int interval) {
        int count = 0;
        for (int low = 1; low < VOICES; low++) {
            for (int high = 0; high < low; high++) {
                count += moveTogether(before, now, high, low) && distance(before, high, low) == interval
                        && distance(now, high, low) == interval ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isDirect(int[] before, int[] now) {
        int distance = distance(now, SOPRANO, BASS);
        return moveTogether(before, now, SOPRANO, BASS) && (distance == FIFTH || distance == 0)
                && distance(before, SOPRANO, BASS) != distance && Math.abs(now[SOPRANO] - before[SOPRANO]) > 2;
    }

    /// Whether two voices sound before and after and move in the same direction.
    private static boolean moveTogether(int[] before, int[] now, int one, int other) {
        return before[one] != REST && before[other] != REST && now[one] != REST && now[other] != REST
                && Integer.signum(now[one] - before[one]) * Integer.signum(now[other] - before[other]) > 0;
    }

    private static int distance(int[] pitches, int high, int low) {
        return Math.floorMod(pitches[high] - pitches[low], OCTAVE);
    }

    /// A hundred events; NaN where there are none.
    public double parallelFifthsPer100() {
        return 100.0 * parallelFifths / events();
    }

    /// A hundred events; NaN where there are none.
    public double parallelOctavesPer100() {
        return 100.0 * parallelOctaves / events();
    }

    /// A hundred events; NaN where there are none.
    public double directsPer100() {
        return 100.0 * directs / events();
    }

    /// Per cent of the steps; NaN where there are none.
    public double crossingPercent() {
        return 100.0 * crossings / steps();
    }

    /// Per cent of the steps; NaN where there are none.
    public double wideSpacingPercent() {
        return 100.0 * wideSpacings / steps();
    }

    /// A hundred moves; NaN where there are none.
    public double leapsPer100() {
        return 100.0 * leaps / moves();
    }

    /// NaN where there are no pieces.
    public double eventsPerPiece() {
        return (double) events / pieces();
    }
}
