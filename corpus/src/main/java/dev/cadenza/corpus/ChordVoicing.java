package dev.cadenza.corpus;

import dev.cadenza.score.theory.ChordQuality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Chords laid out for a keyboard between C3 and G4, in close position, each with the least movement from the one before.
final class ChordVoicing {

    private static final int LOWEST = 48;
    private static final int HIGHEST = 67;

    private List<Integer> last = List.of();

    /// The pitches of the next chord, upwards. The first one has its root lowest; of equal ones the lowest is taken.
    List<Integer> next(int root, ChordQuality kind) {
        List<Integer> best = List.of();
        for (List<Integer> candidate : closePositions(root, kind)) {
            if (best.isEmpty() || !last.isEmpty() && movement(candidate) < movement(best)) {
                best = candidate;
            }
        }
        last = best;
        return best;
    }

    /// From low to high, those with the lowest root first.
    private static List<List<Integer>> closePositions(int root, ChordQuality kind) {
        List<List<Integer>> positions = new ArrayList<>();
        List<Integer> intervals = kind.intervals().stream().sorted().toList();
        for (int inversion = 0; inversion < intervals.size(); inversion++) {
            List<Integer> tones = new ArrayList<>();
            for (int tone = 0; tone < intervals.size(); tone++) {
                int place = inversion + tone;
                tones.add(root + intervals.get(place % intervals.size()) + 12 * (place / intervals.size()));
            }
            int down = Math.floorDiv(tones.getFirst() - LOWEST, 12) * 12;
            for (int octave = -down; Collections.max(tones) + octave <= HIGHEST; octave += 12) {
                int up = octave;
                positions.add(tones.stream().map(tone -> tone + up).toList());
            }
        }
        return positions;
    }

    private int movement(List<Integer> chord) {
        return distance(chord, last) + distance(last, chord);
    }

    /// How far the notes of one chord are from the nearest ones of another, together.
    private static int distance(List<Integer> from, List<Integer> to) {
        int sum = 0;
        for (int pitch : from) {
            sum += to.stream().mapToInt(other -> Math.abs(other - pitch)).min().orElse(0);
        }
        return sum;
    }
}
