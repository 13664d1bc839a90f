package dev.cadenza.model.generate;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import java.util.BitSet;
import java.util.Set;

/// Brings music to its end: from `last` on the tonic sounds (in several voices its triad, with the tonic in the lowest and
/// a third somewhere; where chords are named, the triad on the tonic) and is held to the end. In minor the third of voices
/// may be major. Models that know how much is left come
/// there by themselves; for others, `prepared` steps before, only notes of the dominant seventh are left.
///
/// Of an unknown key, what has sounded so far decides.
final class Ending implements Mask {

    private static final Set<Integer> DOMINANT = Set.of(7, 11, 2, 5);
    private static final Set<ChordQuality> DOMINANT_KINDS = Set.of(ChordQuality.MAJOR, ChordQuality.DOMINANT_7);

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
        } else if (!writing.inVoice()) {
            Mask.remove(tokens, token -> writing.chordAfter(token).filter(chord -> fits(chord, home, step == last)).isEmpty());
        } else {
            Mask.remove(tokens, token -> !fits(token, writing, home, step == last));
        }
    }

    /// Whether a chord is the triad on the tonic or, before, the dominant with its seventh or without.
    private static boolean fits(Chord chord, KeySignature home, boolean tonic) {
        ChordQuality triad = home.mode() == Mode.MAJOR ? ChordQuality.MAJOR : ChordQuality.MINOR;
        return Math.floorMod(chord.root().pitchClass() - home.tonic(), 12) == (tonic ? 0 : 7)
                && (tonic ? chord.quality() == triad : DOMINANT_KINDS.contains(chord.quality()));
    }

    private static boolean fits(int token, Writing writing, KeySignature home, boolean tonic) {
        int pitch = writing.sounding(token);
        if (pitch < 0) {
            return false;
        }
        int degree = Math.floorMod(pitch - home.tonic(), 12);
        int place = writing.place();
        boolean lowest = place == writing.voices() - 1;
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
        boolean lastChance = place == writing.voices() - 2 && !minorThird && !majorThird;
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
