package dev.cadenza.score.harmony;

import java.util.Arrays;

/// Finds the likeliest keys and chords together, slice by slice (Viterbi, 1967), over every chord in every key.
///
/// A chord stays or is followed by another of its key, or a chord of another key follows. What follows depends on the root of
/// the chord before, so that the best way to each chord is found among twelve.
final class HarmonyPath {

    private static final int CHORDS = ChordKinds.CHORDS;
    private static final int KEYS = HarmonyModel.KEYS;

    /// Slices of a piece, 32 bars of common time, beyond which its whole says the less about the key of a place the longer it is.
    private static final int SHORT = 256;

    private final HarmonyModel model;
    private final HarmonyWeights weights;
    private final Slices slices;
    private final long[][] changes;     // a bit a state: whether another came before it
    private final double[][] scoreOfRoot; // of the best chord before, by key and root
    private final double[][] scoreOfKey;  // likewise by key
    private final short[][] bestOfRoot; // chord before, by key and root
    private final short[][] bestOfKey;  // chord before, by key
    private final double[][] begins;    // weighted, by mode and chord above the tonic
    private final double[][][] moves;   // weighted, by mode, root of the chord before and chord, above the tonic
    private final KeyProfiles profiles;
    private final double[] ofPiece;     // weighted, by key

    /// Key and chord of each slice: keys are 12 * mode + tonic.
    record Result(int[] keys, int[] chords) {
    }

    private HarmonyPath(Slices slices, KeyProfiles profiles, HarmonyModel model, HarmonyWeights weights) {
        this.slices = slices;
        this.model = model;
        this.weights = weights;
        this.profiles = profiles;
        double little = Math.min(1, (double) SHORT / slices.count());
        ofPiece = Arrays.stream(profiles.piece()).map(suits -> weights.piece() * little * suits).toArray();
        changes = new long[slices.count()][];
        scoreOfRoot = new double[slices.count()][];
        scoreOfKey = new double[slices.count()][];
        bestOfRoot = new short[slices.count()][];
        bestOfKey = new short[slices.count()][];
        begins = new double[model.chords.length][];
        moves = new double[model.moves.length][12][];
        for (int mode = 0; mode < begins.length; mode++) {
            begins[mode] = weighted(model.chords[mode]);
            for (int root = 0; root < 12; root++) {
                moves[mode][root] = weighted(model.moves[mode][root]);
            }
        }
    }

    private double[] weighted(double[] logs) {
        return Arrays.stream(logs).map(log -> weights.moves() * log).toArray();
    }

    static Result of(Slices slices, KeyProfiles profiles, HarmonyModel model, HarmonyWeights weights) {
        return new HarmonyPath(slices, profiles, model, weights).find();
    }

    private Result find() {
        double[] scores = new double[KEYS * CHORDS];
        double[] next = new double[KEYS * CHORDS];
        for (int slice = 0; slice < slices.count(); slice++) {
            if (slice == 0) {
                begin(next);
            } else {
                step(slice, scores, next);
            }
            hear(slice, next);
            double[] swap = scores;
            scores = next;
            next = swap;
        }
        return back(scores);
    }

    private void begin(double[] next) {
        for (int key = 0; key < KEYS; key++) {
            for (int chord = 0; chord < CHORDS; chord++) {
                next[key * CHORDS + chord] = model.chords[key / 12][above(chord, key)];
            }
        }
    }

    private void step(int slice, double[] scores, double[] next) {
        long[] changed = new long[(KEYS * CHORDS + 63) / 64];
        short[] roots = new short[KEYS * 12];
        short[] tops = new short[KEYS];
        double[] topOfRoot = new double[KEYS * 12];
        double[] topOfKey = new double[KEYS];
        best(scores, roots, topOfRoot, tops, topOfKey);
        changes[slice] = changed;
        bestOfRoot[slice] = roots;
        bestOfKey[slice] = tops;
        scoreOfRoot[slice] = topOfRoot;
        scoreOfKey[slice] = topOfKey;
        double stay = weights.changes() * model.changes[slices.strength(slice)][0];
        double keyStays = keyStays(slice);
        double[] arriving = new double[CHORDS];
        for (int key = 0; key < KEYS; key++) {
            int from = keyBefore(slice, key);
            double entering = entering(slice, key, from);
            double[] begin = begins[key / 12];
            for (int above = 0; above < CHORDS; above++) {
                arriving[above] = entering + begin[above];
            }
            for (int root = 0; root < 12; root++) {
                arrive(arriving, topOfRoot[key * 12 + root] + keyStays, moves[key / 12][Math.floorMod(root - key, 12)]);
            }
            for (int chord = 0; chord < CHORDS; chord++) {
                int state = key * CHORDS + chord;
                double staying = scores[state] + stay;
                double arrived = arriving[above(chord, key)];
                next[state] = Math.max(arrived, staying);
                changed[state / 64] |= arrived > staying ? 1L << state : 0;
            }
        }
    }

    /// Takes what is better, chord by chord. This is where the time goes; plain enough to be made vector code.
    private static void arrive(double[] arriving, double base, double[] row) {
        for (int above = 0; above < CHORDS; above++) {
            arriving[above] = Math.max(arriving[above], base + row[above]);
        }
    }

    private double keyStays(int slice) {
        return weights.changes() * (model.changes[slices.strength(slice)][1] + model.keyChanges[0]);
    }

    /// The best other key to come from.
    private int keyBefore(int slice, int key) {
        int from = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < KEYS; other++) {
            double score = other == key ? Double.NEGATIVE_INFINITY : entering(slice, key, other);
            if (score > most) {
                most = score;
                from = other;
            }
        }
        return from;
    }

    private double entering(int slice, int key, int from) {
        double keyChanges = weights.changes() * (model.changes[slices.strength(slice)][1] + model.keyChanges[1]) + weights.keyChange();
        return scoreOfKey[slice][from] + keyChanges + model.keys[from / 12][key / 12][Math.floorMod(key - from, 12)];
    }

    /// The state before one that was arrived at in a slice.
    private int before(int slice, int state) {
        if ((changes[slice][state / 64] >>> state & 1) == 0) {
            return state;
        }
        int key = state / CHORDS;
        int above = above(state % CHORDS, key);
        int from = keyBefore(slice, key);
        int before = from * CHORDS + bestOfKey[slice][from];
        double most = entering(slice, key, from) + begins[key / 12][above];
        for (int root = 0; root < 12; root++) {
            double score = scoreOfRoot[slice][key * 12 + root] + keyStays(slice) + moves[key / 12][Math.floorMod(root - key, 12)][above];
            if (score > most) {
                most = score;
                before = key * CHORDS + bestOfRoot[slice][key * 12 + root];
            }
        }
        return before;
    }

    private static void best(double[] scores, short[] roots, double[] topOfRoot, short[] tops, double[] topOfKey) {
        Arrays.fill(topOfRoot, Double.NEGATIVE_INFINITY);
        Arrays.fill(topOfKey, Double.NEGATIVE_INFINITY);
        for (int key = 0; key < KEYS; key++) {
            for (int chord = 0; chord < CHORDS; chord++) {
                double score = scores[key * CHORDS + chord];
                int root = key * 12 + ChordKinds.root(chord);
                if (score > topOfRoot[root]) {
                    topOfRoot[root] = score;
                    roots[root] = (short) chord;
                }
                if (score > topOfKey[key]) {
                    topOfKey[key] = score;
                    tops[key] = (short) chord;
                }
            }
        }
    }

    /// Adds how well chords and keys suit what sounds in a slice.
    private void hear(int slice, double[] next) {
        double[] ofChord = new double[CHORDS];
        float[] sounding = slices.sounding(slice);
        for (int chord = 0; chord < CHORDS; chord++) {
            int root = ChordKinds.root(chord);
            double[] tones = model.tones[ChordKinds.kind(chord)];
            double score = 0;
            for (int tone = 0; tone < 12; tone++) {
                score += weights.tones() * Math.min(1, sounding[tone]) * tones[Math.floorMod(tone - root, 12)];
            }
            int bass = slices.bass(slice);
            ofChord[chord] = score + (bass < 0 ? 0 : weights.lowest() * model.lowest[ChordKinds.kind(chord)][Math.floorMod(bass - root, 12)]);
        }
        double[] around = profiles.around(slice);
        for (int key = 0; key < KEYS; key++) {
            double ofKey = ofKey(slice, key) + ofPiece[key] + weights.around() * around[key];
            for (int chord = 0; chord < CHORDS; chord++) {
                next[key * CHORDS + chord] += ofChord[chord] + ofKey;
            }
        }
    }

    private double ofKey(int slice, int key) {
        float[] sounding = slices.sounding(slice);
        double score = 0;
        for (int tone = 0; tone < 12; tone++) {
            score += weights.profile() * Math.min(1, sounding[tone]) * model.profile[key / 12][Math.floorMod(tone - key, 12)];
        }
        float[] written = slices.written(slice);
        if (written.length == 0) {
            return score;
        }
        double best = Double.NEGATIVE_INFINITY;
        int tonic = Math.floorMod(7 * (key % 12) + 5, 12) - 5;
        for (int fifths = tonic - 12; fifths <= tonic + 12; fifths += 12) {
            double spelled = 0;
            for (int place = 0; place < written.length; place++) {
                if (written[place] > 0) {
                    int there = Slices.fifths(place) - fifths + 15;
                    spelled += Math.min(1, written[place]) * (there < 0 || there >= Slices.WRITTEN ? -7 : model.written[key / 12][there]);
                }
            }
            best = Math.max(best, spelled);
        }
        return score + weights.spelling() * best;
    }

    private Result back(double[] scores) {
        int count = slices.count();
        int[] keys = new int[count];
        int[] chords = new int[count];
        int state = 0;
        for (int i = 1; i < scores.length; i++) {
            state = scores[i] > scores[state] ? i : state;
        }
        for (int slice = count - 1; slice >= 0; slice--) {
            int key = state / CHORDS;
            keys[slice] = key;
            chords[slice] = state % CHORDS;
            state = slice > 0 ? before(slice, state) : state;
        }
        return new Result(keys, chords);
    }

    /// A chord's number seen from the tonic of a key.
    private static int above(int chord, int key) {
        return ChordKinds.number(Math.floorMod(ChordKinds.root(chord) - key, 12), ChordKinds.kind(chord));
    }
}
