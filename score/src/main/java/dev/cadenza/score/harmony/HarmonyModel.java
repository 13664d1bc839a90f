package dev.cadenza.score.harmony;

import dev.cadenza.score.Mode;

/// How likely notes are over chords, chords in keys, and one after the other: natural logarithms of shares in [HarmonyTables].
final class HarmonyModel {

    static final int KEYS = 24;
    static final int STRENGTHS = 4;

    private static HarmonyModel shipped;

    /// By kind of chord: tones that sound, and the lowest one, in semitones above the root.
    final double[][] tones;
    final double[][] lowest;
    /// By mode: pitch classes above the tonic, and how they are written, in fifths above the tonic from -15.
    final double[][] profile;
    final double[][] written;
    /// By mode: chords above the tonic; and what follows a chord, by the root of that one.
    final double[][] chords;
    final double[][][] moves;
    /// Keys that follow, by both modes and semitones up; local keys in a piece likewise.
    final double[][][] keys;
    final double[][][] homes;
    final double[][][] opening;
    final double[][][] closing;
    /// By strength of the beat: that the chord stays, or changes. Of changes: that the key stays or changes.
    final double[][] changes;
    final double[] keyChanges;

    HarmonyModel(HarmonyTables tables) {
        int kinds = ChordKinds.KINDS.size();
        tones = new double[kinds][];
        lowest = new double[kinds][];
        for (int kind = 0; kind < kinds; kind++) {
            String name = ChordKinds.KINDS.get(kind).shorthand();
            tones[kind] = tables.logShares("tones " + name, 12, 30);
            lowest[kind] = tables.logShares("lowest " + name, 12, 30);
        }
        profile = new double[2][];
        written = new double[2][];
        chords = new double[2][];
        moves = new double[2][12][];
        keys = new double[2][2][];
        homes = new double[2][2][];
        opening = new double[2][2][];
        closing = new double[2][2][];
        for (Mode mode : Mode.values()) {
            int m = mode.ordinal();
            profile[m] = tables.logShares("profile " + mode, 12, 1);
            written[m] = spellings(tables.counts().getOrDefault("written " + mode, new double[Slices.WRITTEN]));
            chords[m] = tables.logShares("chords " + mode, ChordKinds.CHORDS, 0.3);
            for (int root = 0; root < 12; root++) {
                moves[m][root] = mixed(tables.logShares("moves " + mode + " " + root, ChordKinds.CHORDS, 0.01), chords[m]);
            }
            for (Mode other : Mode.values()) {
                keys[m][other.ordinal()] = shares(tables, "keys " + mode, other);
                homes[m][other.ordinal()] = shares(tables, "homes " + mode, other);
                opening[m][other.ordinal()] = shares(tables, "opening " + mode, other);
                closing[m][other.ordinal()] = shares(tables, "closing " + mode, other);
            }
        }
        changes = new double[STRENGTHS][];
        for (int strength = 0; strength < STRENGTHS; strength++) {
            changes[strength] = tables.logShares("changes " + strength, 2, 1);
        }
        keyChanges = tables.logShares("keychanges", 2, 1);
    }

    /// The model of the shipped tables; read once.
    static synchronized HarmonyModel shipped() {
        if (shipped == null) {
            shipped = new HarmonyModel(HarmonyTables.shipped());
        }
        return shipped;
    }

    /// The part of a row over both modes that concerns one of them.
    private static double[] shares(HarmonyTables tables, String name, Mode mode) {
        double[] both = tables.logShares(name, 24, 0.5);
        double[] part = new double[12];
        System.arraycopy(both, 12 * mode.ordinal(), part, 0, 12);
        return part;
    }

    /// What is rarely seen after a chord is estimated from what is seen at all.
    private static double[] mixed(double[] after, double[] any) {
        double[] mixed = new double[after.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = StrictMath.log(0.8 * StrictMath.exp(after[i]) + 0.2 * StrictMath.exp(any[i]));
        }
        return mixed;
    }

    /// How a pitch class is written, given that it sounds: of the places that sound alike.
    private static double[] spellings(double[] counts) {
        double[] logs = new double[Slices.WRITTEN];
        for (int i = 0; i < logs.length; i++) {
            double alike = 0;
            for (int j = i % 12; j < logs.length; j += 12) {
                alike += counts[j] + 2;
            }
            logs[i] = StrictMath.log((counts[i] + 2) / alike);
        }
        return logs;
    }
}
