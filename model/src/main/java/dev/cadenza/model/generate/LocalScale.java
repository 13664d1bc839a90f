package dev.cadenza.model.generate;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.harmony.HarmonyFinder;
import dev.cadenza.score.harmony.KeySpan;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The notes that fit a piece at each place: those of the key that is in force there, in minor with the raised leading tone,
/// and those that the piece itself sounds in the same bar.
final class LocalScale {

    private final List<KeySpan> keys;
    private final BarMap bars;
    private final int[] sounding;

    private LocalScale(List<KeySpan> keys, BarMap bars, int[] sounding) {
        this.keys = keys;
        this.bars = bars;
        this.sounding = sounding;
    }

    /// @param asked the key to keep to; where it is open, the keys are found
    /// @param barCount bars that are looked at
    static LocalScale of(Score score, Optional<KeySignature> asked, int barCount) {
        List<KeySpan> keys = new ArrayList<>(asked.map(key -> List.of(new KeySpan(0, Long.MAX_VALUE, Key.of(key))))
                .orElseGet(() -> new HarmonyFinder().analyse(score).keys()));
        BarMap bars = BarMap.of(score);
        int[] sounding = new int[barCount];
        for (Part part : score.parts()) {
            if (part.instrument().drums()) {
                continue;
            }
            for (Note note : part.notes()) {
                long last = Math.min(barCount - 1L, bars.bar(Math.max(note.onset(), note.end() - 1)));
                for (long bar = bars.bar(note.onset()); bar <= last; bar++) {
                    sounding[(int) bar] |= 1 << note.pitch().pitchClass();
                }
            }
        }
        return new LocalScale(keys, bars, sounding);
    }

    /// Whether a pitch fits at a tick. Where no key is known everything does.
    boolean holds(long tick, int pitch) {
        long bar = bars.bar(tick);
        if (bar < sounding.length && (sounding[(int) bar] >> Math.floorMod(pitch, 12) & 1) == 1) {
            return true;
        }
        return keys.isEmpty() || new PitchLimit.InKey(key(tick)).holds(pitch);
    }

    /// The key at a tick; there must be one.
    Key key(long tick) {
        for (int i = keys.size() - 1; i > 0; i--) {
            if (keys.get(i).start() <= tick) {
                return keys.get(i).key();
            }
        }
        return keys.getFirst().key();
    }

    /// Whether any key is known.
    boolean known() {
        return !keys.isEmpty();
    }

    /// The nearest pitch that fits, the lower one of two.
    int nearest(long tick, int pitch) {
        for (int away = 0; away < 12; away++) {
            if (pitch - away >= 0 && holds(tick, pitch - away)) {
                return pitch - away;
            }
            if (pitch + away <= 127 && holds(tick, pitch + away)) {
                return pitch + away;
            }
        }
        return pitch;
    }
}
