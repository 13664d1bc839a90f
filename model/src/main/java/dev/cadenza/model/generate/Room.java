package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import java.util.BitSet;
import java.util.List;

/// In the last chord each place leaves the places below what they need: notes of the triad in their ranges and in order,
/// a third among them, and the tonic for the lowest.
///
/// @param ranges where each place may sound
/// @param last step at which the chord begins
record Room(List<PitchRange> ranges, int last) implements Mask {

    @Override
    public void narrow(BitSet tokens, Writing writing) {
        if (writing.step() != last || writing.place() + 1 >= ranges.size()) {
            return;
        }
        KeySignature home = writing.home();
        boolean third = Ending.has(writing, home, 3) || Ending.has(writing, home, 4);
        Mask.keepPitches(tokens, writing, pitch ->
                completes(writing.place() + 1, pitch, third || isThird(degree(pitch, home)), home));
    }

    /// Whether the places from one on can complete the chord.
    ///
    /// @param above the pitch that they stay at or below
    /// @param third whether the chord has its third already
    private boolean completes(int place, int above, boolean third, KeySignature home) {
        boolean lowest = place == ranges.size() - 1;
        PitchRange range = ranges.get(place);
        for (int pitch = Math.min(above, range.highest()); pitch >= range.lowest(); pitch--) {
            int degree = degree(pitch, home);
            boolean own = degree == (home.mode() == Mode.MAJOR ? 4 : 3);
            if (lowest ? third && degree == 0
                    : (degree == 0 || degree == 7 || own) && completes(place + 1, pitch, third || own, home)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThird(int degree) {
        return degree == 3 || degree == 4;
    }

    private static int degree(int pitch, KeySignature home) {
        return Math.floorMod(pitch - home.tonic(), 12);
    }
}
