package dev.cadenza.evaluate.voices;

import static dev.cadenza.evaluate.voices.FourParts.REST;
import static dev.cadenza.evaluate.voices.FourParts.VOICES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds passages of four voices that stand, transposed or not, in pieces that were learnt from.
///
/// A piece *copies* where 32 steps of it, all voices sounding throughout and at least six steps of them with a change, equal 32
/// steps of a learnt piece after transposition.
public final class ChoraleCopies {

    /// Length of a passage that counts as copied.
    public static final int STEPS = 32;
    private static final int CHANGES = 6;
    /// Passages are looked up by so many steps, of which two change: shorter ones say nothing.
    private static final int SEED = 8;
    private static final int SEED_CHANGES = 2;

    private final List<int[][]> learnt;
    private final Map<Integer, List<int[]>> places = new HashMap<>();

    private ChoraleCopies(List<int[][]> learnt) {
        this.learnt = learnt;
        for (int piece = 0; piece < learnt.size(); piece++) {
            int[][] pitches = learnt.get(piece);
            for (int from = 0; from + SEED <= pitches.length; from++) {
                if (sounds(pitches, from, SEED) && changes(pitches, from, SEED) >= SEED_CHANGES) {
                    places.computeIfAbsent(hash(pitches, from), _ -> new ArrayList<>()).add(new int[] {piece, from});
                }
            }
        }
    }

    /// Learns pieces.
    public static ChoraleCopies of(List<FourParts> learnt) {
        return new ChoraleCopies(learnt.stream().map(FourParts::pitches).toList());
    }

    /// A passage of a piece that stands in a learnt one.
    ///
    /// @param from first step in the piece
    /// @param learnt number of the learnt piece
    /// @param learntFrom first step there
    /// @param steps how long it is; 0 for none
    public record Passage(int from, int learnt, int learntFrom, int steps) {

        /// None.
        public static final Passage NONE = new Passage(0, 0, 0, 0);
    }

    /// The longest passage of a piece, all voices sounding, that stands in a learnt one; [Passage#NONE] where it has less than
    /// eight steps.
    public Passage longest(FourParts piece) {
        Passage longest = Passage.NONE;
        for (Passage passage : passages(piece.pitches())) {
            longest = passage.steps() > longest.steps() ? passage : longest;
        }
        return longest;
    }

    /// Whether a piece copies.
    public boolean copies(FourParts piece) {
        int[][] pitches = piece.pitches();
        for (Passage passage : passages(pitches)) {
            for (int from = passage.from(); from + STEPS <= passage.from() + passage.steps(); from++) {
                if (changes(pitches, from, STEPS) >= CHANGES) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Passage> passages(int[][] pitches) {
        List<Passage> passages = new ArrayList<>();
        for (int from = 0; from + SEED <= pitches.length; from++) {
            if (!sounds(pitches, from, SEED) || changes(pitches, from, SEED) < SEED_CHANGES) {
                continue;
            }
            for (int[] place : places.getOrDefault(hash(pitches, from), List.of())) {
                int steps = common(pitches, from, learnt.get(place[0]), place[1]);
                if (steps >= SEED) {
                    int back = backwards(pitches, from, learnt.get(place[0]), place[1]);
                    passages.add(new Passage(from - back, place[0], place[1] - back, steps + back));
                }
            }
        }
        return passages;
    }

    /// How many steps from here on are equal, all voices sounding, transposed alike.
    private static int common(int[][] one, int from, int[][] other, int otherFrom) {
        int semitones = one[from][0] - other[otherFrom][0];
        int steps = 0;
        while (from + steps < one.length && otherFrom + steps < other.length && equal(one[from + steps], other[otherFrom + steps], semitones)) {
            steps++;
        }
        return steps;
    }

    private static int backwards(int[][] one, int from, int[][] other, int otherFrom) {
        int semitones = one[from][0] - other[otherFrom][0];
        int steps = 0;
        while (from - steps > 0 && otherFrom - steps > 0 && equal(one[from - steps - 1], other[otherFrom - steps - 1], semitones)) {
            steps++;
        }
        return steps;
    }

    private static boolean equal(int[] one, int[] other, int semitones) {
        for (int voice = 0; voice < VOICES; voice++) {
            if (one[voice] == REST || other[voice] == REST || one[voice] - other[voice] != semitones) {
                return false;
            }
        }
        return true;
    }

    private static boolean sounds(int[][] pitches, int from, int steps) {
        return Arrays.stream(pitches, from, from + steps).flatMapToInt(Arrays::stream).noneMatch(pitch -> pitch == REST);
    }

    /// At how many steps after the first any voice changes.
    private static int changes(int[][] pitches, int from, int steps) {
        int changes = 0;
        for (int step = from + 1; step < from + steps; step++) {
            changes += Arrays.equals(pitches[step - 1], pitches[step]) ? 0 : 1;
        }
        return changes;
    }

    private static int hash(int[][] pitches, int from) {
        int hash = 0;
        for (int step = from; step < from + SEED; step++) {
            for (int voice = 0; voice < VOICES; voice++) {
                hash = 31 * hash + pitches[step][voice] - pitches[from][0];
            }
        }
        return hash;
    }
}
