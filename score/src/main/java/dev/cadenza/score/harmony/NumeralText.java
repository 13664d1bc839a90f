package dev.cadenza.score.harmony;

import dev.cadenza.score.Mode;
import dev.cadenza.score.theory.ChordQuality;
import java.util.List;
import java.util.Locale;

/// Writes numerals.
final class NumeralText {

    static final List<String> NUMERALS = List.of("I", "II", "III", "IV", "V", "VI", "VII");

    /// Figures by inversion.
    static final List<String> TRIAD = List.of("", "6", "64");
    static final List<String> SEVENTH = List.of("7", "65", "43", "2");

    private NumeralText() {
    }

    static String of(RomanNumeral numeral, Mode mode) {
        Mode here = numeral.applied().isEmpty() ? mode : numeral.applied().getFirst().mode();
        StringBuilder text = new StringBuilder(switch (numeral) {
            case RomanNumeral.OnDegree on -> onDegree(on, here);
            case RomanNumeral.AugmentedSixth sixth -> sixth.kind().title() + sixth.kind().figures().get(sixth.inversion());
        });
        for (int i = 0; i < numeral.applied().size(); i++) {
            KeyDegree step = numeral.applied().get(i);
            Mode seenFrom = i + 1 < numeral.applied().size() ? numeral.applied().get(i + 1).mode() : mode;
            text.append('/').append(letters(step.degree(), step.mode() == Mode.MINOR, seenFrom));
        }
        return text.toString();
    }

    private static String onDegree(RomanNumeral.OnDegree on, Mode mode) {
        ChordQuality quality = on.quality();
        String sign = switch (quality) {
            case DIMINISHED, DIMINISHED_7 -> "o";
            case HALF_DIMINISHED -> "ø";
            case AUGMENTED, AUGMENTED_7, AUGMENTED_MAJOR_7 -> "+";
            default -> "";
        };
        String added = switch (quality) {
            case SUSPENDED_4, DOMINANT_7_SUSPENDED_4 -> "sus4";
            case SUSPENDED_2 -> "sus2";
            case MAJOR_6, MINOR_6 -> "add6";
            case ADDED_9, MINOR_ADDED_9 -> "add9";
            case DOMINANT_9, MAJOR_9, MINOR_9 -> "add9";
            case DOMINANT_7_FLAT_9 -> "addb9";
            default -> "";
        };
        return letters(on.degree(), NumeralQualities.isSmall(quality), mode) + sign + figures(on, mode) + added;
    }

    private static String figures(RomanNumeral.OnDegree on, Mode mode) {
        ChordQuality quality = on.quality();
        if (!hasSeventh(quality)) {
            return on.inversion() < 3 ? TRIAD.get(on.inversion()) : "(" + on.inversion() + ")";
        }
        String figures = on.inversion() < 4 ? SEVENTH.get(on.inversion()) : "7(" + on.inversion() + ")";
        boolean major = quality.intervals().contains(11);
        boolean plain = NumeralQualities.isSmall(quality) ? !major : !major && naturalSeventh(on.degree(), mode) != 11;
        return (plain ? "" : major ? "M" : "d") + figures;
    }

    static boolean hasSeventh(ChordQuality quality) {
        return quality == ChordQuality.DIMINISHED_7 || quality.intervals().contains(10) || quality.intervals().contains(11);
    }

    /// Semitones from a degree up to the seventh above it that the key has.
    static int naturalSeventh(Degree degree, Mode mode) {
        int seventh = Degree.of((degree.number() + 5) % 7 + 1, mode).semitones();
        return Math.floorMod(seventh - degree.semitones(), 12);
    }

    /// The numeral with its accidental. In minor, small sixth and seventh degrees are the raised ones.
    private static String letters(Degree degree, boolean small, Mode mode) {
        int natural = Degree.of(degree.number(), mode).alter();
        int alter = degree.alter() - natural;
        if (natural < 0 && degree.number() >= 6) {
            // Raised small degrees and natural large ones need no sign; a second flat or sharp says what is beyond these two.
            int up = degree.alter() > 0 ? degree.alter() + 1 : 0;
            alter = small ? degree.alter() <= 0 ? degree.alter() : up : degree.alter() == -1 ? 0 : degree.alter() < 0 ? degree.alter() : degree.alter() + 1;
        }
        String numeral = NUMERALS.get(degree.number() - 1);
        return (alter < 0 ? "b".repeat(-alter) : "#".repeat(alter)) + (small ? numeral.toLowerCase(Locale.ROOT) : numeral);
    }
}
