package dev.cadenza.score.harmony;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Interval;
import dev.cadenza.score.theory.Key;
import java.util.List;

/// A chord as a key sees it: `V65/V`.
///
/// Written as RomanText does (Tymoczko, Gotham, Cuthbert and Ariza, 2019): capitals are major, small letters minor; `o`, `ø`
/// and `+` are diminished, half-diminished and augmented. Figures name inversions: `6 64` of triads, `65 43 2` of sevenths. A
/// seventh over a capital is the one of the key (`V7` is a dominant seventh, `I7` a major one), `M7` is major and `d7` minor in
/// any key; over a small letter it is minor. In minor, `III`, `VI` and `VII` lie on the natural scale, `vi` and `vii` on the
/// raised degrees, `bvi` and `bvii` on the natural ones. `N` is the Neapolitan, the same as `bII`. What stands behind a
/// stroke is the key that is borrowed for the moment.
public sealed interface RomanNumeral permits RomanNumeral.OnDegree, RomanNumeral.AugmentedSixth {

    /// The keys that are borrowed for the moment, the innermost first: of `V/V/ii`, V and ii. Each is seen from the next.
    List<KeyDegree> applied();

    /// Which tone of the chord lies lowest: 0 is the root.
    int inversion();

    /// A chord on a degree.
    ///
    /// @param quality one without tones above its seventh, or a ninth chord; see [NumeralQualities]
    record OnDegree(Degree degree, ChordQuality quality, int inversion, List<KeyDegree> applied) implements RomanNumeral {

        public OnDegree {
            applied = List.copyOf(applied);
            if (NumeralQualities.nearest(quality) != quality) {
                throw new IllegalArgumentException("no numeral says " + quality);
            }
            if (inversion < 0 || inversion >= quality.intervals().size()) {
                throw new IllegalArgumentException("the chord has no tone " + inversion + " to lie lowest");
            }
        }
    }

    /// A chord with an augmented sixth above the flat sixth degree. As a [Chord] it is the dominant seventh that sounds so:
    /// in C, Ab7, with a flat fifth for the French one; inversions are counted on that.
    record AugmentedSixth(Kind kind, int inversion, List<KeyDegree> applied) implements RomanNumeral {

        /// Its kinds, and how each is figured when its flat sixth, first, third and raised fourth degree lies lowest.
        public enum Kind {
            ITALIAN("It", "6", "64", "", ""), FRENCH("Fr", "43", "7", "65", "2"), GERMAN("Ger", "65", "43", "2", "7");

            private final String title;
            private final List<String> figures;

            Kind(String title, String... figures) {
                this.title = title;
                this.figures = List.of(figures);
            }

            /// "It", "Fr", "Ger".
            public String title() {
                return title;
            }

            List<String> figures() {
                return figures;
            }
        }

        public AugmentedSixth {
            applied = List.copyOf(applied);
            if (inversion < 0 || inversion > 3 || kind == Kind.ITALIAN && inversion == 2) {
                throw new IllegalArgumentException("the chord has no tone " + inversion + " to lie lowest");
            }
        }

        ChordQuality quality() {
            return kind == Kind.FRENCH ? ChordQuality.DOMINANT_7_FLAT_5 : ChordQuality.DOMINANT_7;
        }
    }

    /// Reads a numeral: `V7`, `ii6`, `viio7/V`, `bII6`, `N6`, `Ger65`, `Cad64`. Figures may have strokes between them: `V6/5/IV`.
    ///
    /// @param mode of the key it is said in: VI is another chord in minor
    /// @throws RequestException where it is none
    static RomanNumeral parse(String numeral, Mode mode) {
        return NumeralParser.parse(numeral, mode);
    }

    /// What a chord is in a key: on a degree of it, as dominant or leading-tone chord of another degree, as an augmented sixth.
    /// Tones above the seventh other than the ninth are left out, and a bass that is none of its tones.
    static RomanNumeral of(Chord chord, Key key) {
        return NumeralNamer.name(chord, key);
    }

    /// The chord that it is in a key, spelled.
    default Chord chord(Key key) {
        Key here = within(key);
        return switch (this) {
            case OnDegree on -> chord(on.degree.spelling(here), on.quality, on.inversion);
            case AugmentedSixth sixth -> chord(new Degree(6, -1).spelling(here), sixth.quality(), sixth.inversion);
        };
    }

    /// The key in which the numeral before the first stroke is read.
    default Key within(Key key) {
        Key here = key;
        for (KeyDegree step : applied().reversed()) {
            here = step.key(here);
        }
        return here;
    }

    /// The one way in which it is written in a key of that mode. [#parse] reads it as an equal numeral.
    default String text(Mode mode) {
        return NumeralText.of(this, mode);
    }

    private static Chord chord(Spelling root, ChordQuality quality, int inversion) {
        int semitones = quality.intervals().get(inversion);
        return new Chord(root, quality, NumeralQualities.interval(inversion, semitones).above(root));
    }
}
