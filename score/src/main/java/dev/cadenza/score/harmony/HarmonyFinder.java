package dev.cadenza.score.harmony;

import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;

/// Finds keys, chords and Roman numerals of a piece.
///
/// All are found together: a hidden Markov model whose states are chords in keys, after Raphael and Stoddard, "Functional
/// harmonic analysis using probabilistic models" (2004), with tables set from textbook harmony. How well the pitch classes of
/// the piece, and those around each place, suit the profiles of keys counts too; so does how the notes are written, where the
/// source says it; key signatures and chord symbols do not. Accuracy: `docs/reference/analysis.md`.
public final class HarmonyFinder {

    private final HarmonyModel model;
    private final HarmonyWeights weights;
    private final boolean spelling;

    /// The shipped tables and weights.
    public HarmonyFinder() {
        this(HarmonyModel.shipped(), HarmonyWeights.CHOSEN, true);
    }

    /// Other tables or weights.
    ///
    /// @param spelling whether it counts how notes are written
    public HarmonyFinder(HarmonyTables tables, HarmonyWeights weights, boolean spelling) {
        this(new HarmonyModel(tables), weights, spelling);
    }

    private HarmonyFinder(HarmonyModel model, HarmonyWeights weights, boolean spelling) {
        this.model = model;
        this.weights = weights;
        this.spelling = spelling;
    }

    /// With the shipped tables and weights, but deaf to how notes are written.
    public static HarmonyFinder bySound() {
        return new HarmonyFinder(HarmonyModel.shipped(), HarmonyWeights.CHOSEN, false);
    }

    /// Analyses a piece; C major without chords where nothing with a pitch sounds.
    public HarmonicAnalysis analyse(Score score) {
        Slices slices = Slices.of(score, spelling);
        boolean silent = true;
        for (int i = 0; i < slices.count(); i++) {
            silent &= slices.bass(i) < 0;
        }
        if (silent) {
            return new HarmonicAnalysis(new Key(0, Mode.MAJOR), List.of(), List.of());
        }
        KeyProfiles profiles = new KeyProfiles(slices);
        HarmonyPath.Result path = HarmonyPath.of(slices, profiles, model, weights);
        int[] basses = BassPath.of(slices, path.chords());
        long end = score.end();
        List<KeySpan> keys = new ArrayList<>();
        List<ChordSpan> chords = new ArrayList<>();
        int keyFrom = 0;
        int chordFrom = 0;
        for (int i = 1; i <= slices.count(); i++) {
            boolean last = i == slices.count();
            if (last || path.keys()[i] != path.keys()[keyFrom]) {
                keys.add(new KeySpan(keyFrom * slices.ticks(), last ? end : i * slices.ticks(), key(path.keys()[keyFrom])));
                keyFrom = i;
            }
            if (last || path.keys()[i] != path.keys()[chordFrom] || path.chords()[i] != path.chords()[chordFrom]
                    || basses[i] != basses[chordFrom]) {
                Key key = key(path.keys()[chordFrom]);
                chords.add(new ChordSpan(chordFrom * slices.ticks(), last ? end : i * slices.ticks(),
                        chord(path.chords()[chordFrom], basses[chordFrom], key), key));
                chordFrom = i;
            }
        }
        return new HarmonicAnalysis(key(HomeKey.of(path.keys(), path.chords(), model, profiles.piece())), keys, chords);
    }

    private static Key key(int number) {
        return Key.on(number % 12, number < 12 ? Mode.MAJOR : Mode.MINOR);
    }

    private static Chord chord(int chord, int bass, Key key) {
        ChordQuality quality = ChordKinds.KINDS.get(ChordKinds.kind(chord));
        Spelling root = Degree.usual(ChordKinds.root(chord) - key.tonic()).spelling(key);
        Chord plain = new Chord(root, quality);
        Chord spelled = RomanNumeral.of(plain, key).chord(key);
        int place = quality.intervals().indexOf(Math.floorMod(bass - root.pitchClass(), 12));
        Spelling lowest = NumeralQualities.interval(place, quality.intervals().get(place)).above(spelled.root());
        return new Chord(spelled.root(), quality, lowest);
    }
}
