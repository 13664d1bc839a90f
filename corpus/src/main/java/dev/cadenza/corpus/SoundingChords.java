package dev.cadenza.corpus;

import dev.cadenza.score.Part;
import dev.cadenza.score.theory.ChordQuality;
import java.util.ArrayList;
import java.util.List;

/// The chords of an accompaniment that is not struck in chords: one is found for each half bar, or each bar of three beats,
/// or each two quarters where bars are not known.
///
/// Each chord there is a token for is scored as by Pardo and Birmingham ("Algorithms for Chordal Analysis", 2002): what
/// sounds and belongs to it, less what sounds and does not belong, less what belongs and does not sound; the best is taken
/// where it scores above nothing, and of equal ones that whose root sounds longest, then the more common kind.
final class SoundingChords {

    private static final int PITCH_CLASSES = 12;

    private SoundingChords() {
    }

    static List<ChordLine.Heard> of(List<Part> parts, Grid grid, Bars bars, int stepsPerQuarter) {
        int steps = bars.position().length;
        int[] change = new int[(steps + 1) * PITCH_CLASSES];    // how many notes of a pitch class begin less end at a step
        for (Part part : parts) {
            for (StepNote note : Lines.notes(part, grid)) {
                change[Math.min(steps, note.start()) * PITCH_CLASSES + note.pitch() % PITCH_CLASSES]++;
                change[Math.min(steps, note.end()) * PITCH_CLASSES + note.pitch() % PITCH_CLASSES]--;
            }
        }
        List<ChordLine.Heard> heard = new ArrayList<>();
        int[] sounding = new int[PITCH_CLASSES];
        int[] weights = new int[PITCH_CLASSES];
        int start = 0;
        int length = Metres.chordSteps(bars.metre()[0], stepsPerQuarter);
        for (int step = 0; step <= steps; step++) {
            boolean barLine = step < steps && bars.position()[step] == 1;
            if (step == steps || step > start && (barLine || step - start == length)) {
                add(heard, weights, start, step);
                weights = new int[PITCH_CLASSES];
                start = step;
                length = step == steps ? length : Metres.chordSteps(bars.metre()[step], stepsPerQuarter);
            }
            for (int tone = 0; step < steps && tone < PITCH_CLASSES; tone++) {
                sounding[tone] += change[step * PITCH_CLASSES + tone];
                weights[tone] += sounding[tone];
            }
        }
        return heard;
    }

    private static void add(List<ChordLine.Heard> heard, int[] weights, int start, int end) {
        long all = 0;
        for (int weight : weights) {
            all += weight;
        }
        if (all > 0) {
            heard.add(new ChordLine.Heard(start, end, best(weights, all, end - start)));
        }
    }

    private static int best(int[] weights, long all, int length) {
        int best = ChordTokens.NONE;
        long highest = 0;
        for (ChordQuality kind : ChordTokens.KINDS) {
            for (int root = 0; root < PITCH_CLASSES; root++) {
                long inside = 0;
                int missing = 0;
                for (int tone : kind.intervals()) {
                    int weight = weights[(root + tone) % PITCH_CLASSES];
                    inside += weight;
                    missing += weight == 0 ? 1 : 0;
                }
                long score = 2 * inside - all - (long) missing * length;
                boolean longerRoot = best != ChordTokens.NONE && weights[root] > weights[ChordTokens.root(best)];
                if (score > highest || score == highest && score > 0 && longerRoot) {
                    highest = score;
                    best = ChordTokens.number(root, kind);
                }
            }
        }
        return best;
    }
}
