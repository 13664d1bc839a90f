package dev.cadenza.bench.harmony;

import dev.cadenza.bench.harmony.Labelled.Label;
import dev.cadenza.score.Mode;
import dev.cadenza.score.harmony.ChordKinds;
import dev.cadenza.score.harmony.ChordSpan;
import dev.cadenza.score.harmony.KeySpan;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Key;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How much of what people say was found: each piece by the share of its time, then the mean over pieces.
final class Tally {

    private static final int MEASURES = 9;
    static final String HEAD = "key   MIREX | local MIREX | root  triad kind  +bass numeral";

    private final double[] sums = new double[MEASURES];
    private final int[] pieces = new int[MEASURES];

    void home(Key said, Key found) {
        add(0, alike(said, found) ? 1 : 0);
        add(1, mirex(said, found));
    }

    /// Keys over time.
    void local(List<Label> labels, List<KeySpan> found) {
        double all = 0;
        double exact = 0;
        double near = 0;
        int at = 0;
        for (Label label : labels) {
            while (at + 1 < found.size() && found.get(at).end() <= label.start()) {
                at++;
            }
            for (int i = at; i < found.size() && found.get(i).start() < label.end(); i++) {
                double overlap = Math.min(label.end(), found.get(i).end()) - Math.max(label.start(), found.get(i).start());
                if (overlap > 0) {
                    exact += alike(label.key(), found.get(i).key()) ? overlap : 0;
                    near += overlap * mirex(label.key(), found.get(i).key());
                }
            }
            all += label.end() - label.start();
        }
        add(2, exact / all);
        add(3, near / all);
    }

    /// Chords over time: root; root and triad; root and kind; that and the bass. Where labels name keys, numerals too.
    void chords(List<Label> labels, List<ChordSpan> found, boolean numerals) {
        double all = 0;
        double[] right = new double[5];
        int at = 0;
        for (Label label : labels) {
            while (at + 1 < found.size() && found.get(at).end() <= label.start()) {
                at++;
            }
            if (label.chord().isEmpty()) {
                continue;
            }
            Chord said = label.chord().get();
            for (int i = at; i < found.size() && found.get(i).start() < label.end(); i++) {
                double overlap = Math.min(label.end(), found.get(i).end()) - Math.max(label.start(), found.get(i).start());
                Chord chord = found.get(i).chord();
                if (overlap > 0 && chord.root().pitchClass() == said.root().pitchClass()) {
                    boolean kind = ChordKinds.of(chord.quality()) == ChordKinds.of(said.quality());
                    boolean bass = kind && chord.bass().pitchClass() == said.bass().pitchClass();
                    right[0] += overlap;
                    right[1] += triad(chord.quality()).equals(triad(said.quality())) ? overlap : 0;
                    right[2] += kind ? overlap : 0;
                    right[3] += bass ? overlap : 0;
                    right[4] += bass && alike(label.key(), found.get(i).key()) ? overlap : 0;
                }
            }
            all += label.end() - label.start();
        }
        for (int i = 0; i < (numerals ? 5 : 4) && all > 0; i++) {
            add(4 + i, right[i] / all);
        }
    }

    private void add(int measure, double amount) {
        sums[measure] += amount;
        pieces[measure]++;
    }

    private static boolean alike(Key one, Key other) {
        return one.tonic() == other.tonic() && one.mode() == other.mode();
    }

    /// As MIREX scores keys: 1 the same, 0.5 a fifth apart, 0.3 relative, 0.2 parallel.
    private static double mirex(Key said, Key found) {
        int apart = Math.floorMod(found.tonic() - said.tonic(), 12);
        boolean same = said.mode() == found.mode();
        boolean minor = said.mode() == Mode.MINOR;
        return same ? apart == 0 ? 1 : apart == 7 || apart == 5 ? 0.5 : 0 : apart == 0 ? 0.2 : apart == (minor ? 3 : 9) ? 0.3 : 0;
    }

    private static Set<Integer> triad(ChordQuality quality) {
        ChordQuality known = ChordKinds.KINDS.get(ChordKinds.of(quality));
        return Set.copyOf(known.intervals().subList(0, 3));
    }

    double mean(int measure) {
        return sums[measure] / pieces[measure];
    }

    String line() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MEASURES; i++) {
            text.append(pieces[i] > 0 ? String.format(Locale.ROOT, "%5.1f ", 100 * mean(i)) : "   -  ").append(i == 1 || i == 3 ? "| " : "");
        }
        return text.toString();
    }
}
