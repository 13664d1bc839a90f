package dev.cadenza.model.generate;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import java.util.BitSet;
import java.util.Set;

/// Brings music to its end: from `last` on the tonic sounds (in several voices its triad, with the tonic in the lowest and
/// a third somewhere) and is held to the end. In minor the third may be major. Models that know how much is left come
/// there by themselves; for others, `prepared` steps before, only notes of the dominant seventh are left.
///
/// Of an unknown key, what has sounded so far decides.
final class Ending implements Mask {

    private static final Set<Integer> DOMINANT = Set.of(7, 11, 2, 5);

    private final int last;
    private final int prepared;

    /// @param last first step of the last note or chord
    /// @param prepared steps of the dominant before it; 0 for none
    Ending(int last, int prepared) {
        this.last = last;
        this.prepared = prepared;
    }

    @Override
    public void narrow(BitSet tokens, Writing writing) {
        int step = writing.step();
        if (step < last - prepared) {
            return;
        }
        KeySignature home = writing.home();
        if (step > last) {
            Mask.remove(tokens, writing::begins);
        } else {
            Mask.remove(tokens, token -> !fits(token, writing, home, step == last));
        }
    }

    private static boolean fits(int token, Writing writing, KeySignature home, boolean tonic) {
        int pitch = writing.sounding(token);
        if (pitch < 0) {
            return false;
        }
        int degree = Math.floorMod(pitch - home.tonic(), 12);
        int place = writing.place();
        boolean lowest = place == writing.places() - 1;
        if (!tonic) {
            return lowest && place > 0 ? degree == 7 : DOMINANT.contains(degree);
        }
        if (lowest) {
            return degree == 0;
        }
        boolean minorThird = has(writing, home, 3);
        boolean majorThird = has(writing, home, 4);
        if (degree == 3 && (majorThird || home.mode() == Mode.MAJOR) || degree == 4 && minorThird) {
            return false;
        }
        boolean third = degree == 3 || degree == 4;
        boolean lastChance = place == writing.places() - 2 && !minorThird && !majorThird;
        return third || !lastChance && (degree == 0 || degree == 7);
    }

    /// Whether a place before this one sounds that degree above the tonic.
    static boolean has(Writing writing, KeySignature home, int degree) {
        for (int place = 0; place < writing.place(); place++) {
            int pitch = writing.now(place);
            if (pitch >= 0 && Math.floorMod(pitch - home.tonic(), 12) == degree) {
                return true;
            }
        }
        return false;
    }
}
