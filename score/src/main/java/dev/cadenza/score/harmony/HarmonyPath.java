package dev.cadenza.score.harmony;

import java.util.Arrays;

/// Finds the likeliest keys and chords together, slice by slice (Viterbi, 1967), over every chord in every key.
///
/// A chord stays or is followed by another of its key, or a chord of another key follows. What follows depends on the root of
/// the chord before, so that the best way to each chord is found among twelve.
final class HarmonyPath {

    private static final int CHORDS = ChordKinds.CHORDS;
    private static final int KEYS = HarmonyModel.KEYS;
    private static final int STAY = 0;

    private final HarmonyModel model;
    private final HarmonyWeights weights;
    private final Slices slices;
    private final byte[][] choice;      // 0: as before; 1 + root of the chord before; 13 + key before
    private final short[][] bestOfRoot; // chord before, by key and root
    private final short[][] bestOfKey;  // chord before, by key

    /// Key and chord of each slice: keys are 12 * mode + tonic.
    record Result(int[] keys, int[] chords) {
    }

    private HarmonyPath(Slices slices, HarmonyModel model, HarmonyWeights weights) {
        this.slices = slices;
        this.model = model;
        this.weights = weights;
        choice = new byte[slices.count()][];
        bestOfRoot = new short[slices.count()][];
        bestOfKey = new short[slices.count()][];
    }

    static Result of(Slices slices, HarmonyModel model, HarmonyWeights weights) {
        return new HarmonyPath(slices, model, weights).find();
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
        byte[] chosen = new byte[KEYS * CHORDS];
        short[] roots = new short[KEYS * 12];
        short[] tops = new short[KEYS];
        double[] topOfRoot = new double[KEYS * 12];
        double[] topOfKey = new double[KEYS];
        best(scores, roots, topOfRoot, tops, topOfKey);
        double[] change = model.changes[slices.strength(slice)];
        double stay = weights.changes() * change[0];
        double keyStays = weights.changes() * (change[1] + model.keyChanges[0]);
        double keyChanges = weights.changes() * (change[1] + model.keyChanges[1]) + weights.keyChange();
        for (int key = 0; key < KEYS; key++) {
            int from = -1;
            double entering = Double.NEGATIVE_INFINITY;
            for (int other = 0; other < KEYS; other++) {
                double score = topOfKey[other] + keyChanges
                        + model.keys[other / 12][key / 12][Math.floorMod(key - other, 12)];
                if (other != key && score > entering) {
                    entering = score;
                    from = other;
                }
            }
            for (int chord = 0; chord < CHORDS; chord++) {
                int state = key * CHORDS + chord;
                int above = above(chord, key);
                double best = scores[state] + stay;
                byte how = STAY;
                double enters = entering + weights.moves() * model.chords[key / 12][above];
                if (enters > best) {
                    best = enters;
                    how = (byte) (13 + from);
                }
                for (int root = 0; root < 12; root++) {
                    double score = topOfRoot[key * 12 + root] + keyStays
                            + weights.moves() * model.moves[key / 12][Math.floorMod(root - key, 12)][above];
                    if (score > best) {
                        best = score;
                        how = (byte) (1 + root);
                    }
                }
                next[state] = best;
                chosen[state] = how;
            }
        }
        choice[slice] = chosen;
        bestOfRoot[slice] = roots;
        bestOfKey[slice] = tops;
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
        for (int key = 0; key < KEYS; key++) {
            double ofKey = ofKey(slice, key);
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
            if (slice > 0) {
                int how = choice[slice][state];
                if (how >= 13) {
                    state = (how - 13) * CHORDS + bestOfKey[slice][how - 13];
                } else if (how > STAY) {
                    state = key * CHORDS + bestOfRoot[slice][key * 12 + how - 1];
                }
            }
        }
        return new Result(keys, chords);
    }

    /// A chord's number seen from the tonic of a key.
    private static int above(int chord, int key) {
        return ChordKinds.number(Math.floorMod(ChordKinds.root(chord) - key, 12), ChordKinds.kind(chord));
    }
}
