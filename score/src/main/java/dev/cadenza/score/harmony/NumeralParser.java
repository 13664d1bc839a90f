package dev.cadenza.score.harmony;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Mode;
import dev.cadenza.score.harmony.RomanNumeral.AugmentedSixth;
import dev.cadenza.score.harmony.RomanNumeral.OnDegree;
import dev.cadenza.score.theory.ChordQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads numerals.
final class NumeralParser {

    private static final int LONGEST = 48;
    private static final int MOST_APPLIED = 4;
    private static final String LETTERS = "VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i";
    private static final Pattern APPLIED = Pattern.compile("([#b]{0,2})(" + LETTERS + ")");
    private static final Pattern CHORD = Pattern.compile("([#b]{0,2})(" + LETTERS + "|N)([oø+]?)(M|[Mm]aj|d)?(\\d{0,3})(?:\\((\\d)\\))?((?:add6|addb?9|sus[24])?)");
    private static final Pattern SIXTH = Pattern.compile("(It|Fr|Ger)(\\d{0,2})");

    private NumeralParser() {
    }

    static RomanNumeral parse(String numeral, Mode mode) {
        String text = numeral.strip().replace('°', 'o').replace("/o", "o").replace('%', 'ø').replace('♯', '#').replace('♭', 'b')
                .replaceAll("(?<=\\d)/(?=\\d)", "");
        if (text.length() > LONGEST) {
            throw unknown(numeral);
        }
        String[] strokes = text.split("/", -1);
        if (strokes.length > MOST_APPLIED + 1) {
            throw unknown(numeral);
        }
        List<KeyDegree> applied = new ArrayList<>();
        Mode here = mode;
        for (int i = strokes.length - 1; i > 0; i--) {
            Matcher matcher = APPLIED.matcher(strokes[i]);
            if (!matcher.matches()) {
                throw unknown(numeral);
            }
            boolean small = isSmall(matcher.group(2));
            applied.addFirst(new KeyDegree(degree(matcher.group(1), matcher.group(2), here, numeral), small ? Mode.MINOR : Mode.MAJOR));
            here = small ? Mode.MINOR : Mode.MAJOR;
        }
        String chord = strokes[0].equals("Cad64") || strokes[0].equals("Cad") ? here == Mode.MINOR ? "i64" : "I64" : strokes[0];
        Matcher sixth = SIXTH.matcher(chord);
        if (sixth.matches()) {
            return sixth(sixth.group(1), sixth.group(2), applied, numeral);
        }
        Matcher matcher = CHORD.matcher(chord);
        if (!matcher.matches()) {
            throw unknown(numeral);
        }
        return onDegree(matcher, here, applied, numeral);
    }

    private static RomanNumeral sixth(String title, String figures, List<KeyDegree> applied, String numeral) {
        AugmentedSixth.Kind kind = switch (title) {
            case "It" -> AugmentedSixth.Kind.ITALIAN;
            case "Fr" -> AugmentedSixth.Kind.FRENCH;
            default -> AugmentedSixth.Kind.GERMAN;
        };
        // Many write all three with a bare 6, or with nothing: what they have in common is the sixth above the lowest note.
        String figured = figures.equals("42") ? "2" : figures;
        int inversion = figured.isEmpty() || figured.equals("6") ? 0 : kind.figures().indexOf(figured);
        if (inversion < 0) {
            throw unknown(numeral);
        }
        return new AugmentedSixth(kind, inversion, applied);
    }

    private static RomanNumeral onDegree(Matcher matcher, Mode mode, List<KeyDegree> applied, String numeral) {
        boolean neapolitan = matcher.group(2).equals("N");
        if (neapolitan && !matcher.group(1).isEmpty()) {
            throw unknown(numeral);
        }
        String letters = neapolitan ? "II" : matcher.group(2);
        Degree degree = neapolitan ? new Degree(2, -1) : degree(matcher.group(1), letters, mode, numeral);
        int inversion = matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6));
        boolean seventh = false;
        boolean ninth = false;
        switch (matcher.group(5)) {
            case "", "5", "53" -> { }
            case "6", "63" -> inversion = 1;
            case "64" -> inversion = 2;
            case "7", "73", "75" -> seventh = true;
            case "65" -> {
                seventh = true;
                inversion = 1;
            }
            case "43" -> {
                seventh = true;
                inversion = 2;
            }
            case "42", "2" -> {
                seventh = true;
                inversion = 3;
            }
            case "9" -> {
                seventh = true;
                ninth = true;
            }
            default -> throw unknown(numeral);
        }
        String mark = matcher.group(4) == null ? "" : matcher.group(4).toLowerCase(Locale.ROOT);
        int natural = NumeralText.naturalSeventh(degree, mode);
        int size = !mark.isEmpty() ? mark.equals("d") ? 10 : 11 : isSmall(letters) || natural != 11 ? 10 : 11;
        ChordQuality plain = plain(isSmall(letters), matcher.group(3), seventh, size == 11);
        ChordQuality quality = added(plain, ninth ? "add9" : matcher.group(7), numeral);
        if (inversion >= quality.intervals().size()) {
            throw unknown(numeral);
        }
        return new OnDegree(degree, quality, inversion, applied);
    }

    private static ChordQuality plain(boolean small, String sign, boolean seventh, boolean major) {
        if (!seventh) {
            return switch (sign) {
                case "o", "ø" -> ChordQuality.DIMINISHED;
                case "+" -> ChordQuality.AUGMENTED;
                default -> small ? ChordQuality.MINOR : ChordQuality.MAJOR;
            };
        }
        return switch (sign) {
            case "o" -> ChordQuality.DIMINISHED_7;
            case "ø" -> ChordQuality.HALF_DIMINISHED;
            case "+" -> major ? ChordQuality.AUGMENTED_MAJOR_7 : ChordQuality.AUGMENTED_7;
            default -> small ? major ? ChordQuality.MINOR_MAJOR_7 : ChordQuality.MINOR_7
                    : major ? ChordQuality.MAJOR_7 : ChordQuality.DOMINANT_7;
        };
    }

    /// A chord with a tone put in or held instead of its third.
    private static ChordQuality added(ChordQuality plain, String what, String numeral) {
        if (what.isEmpty()) {
            return plain;
        }
        return switch (plain) {
            case MAJOR -> switch (what) {
                case "add6" -> ChordQuality.MAJOR_6;
                case "add9" -> ChordQuality.ADDED_9;
                case "sus", "sus4" -> ChordQuality.SUSPENDED_4;
                case "sus2" -> ChordQuality.SUSPENDED_2;
                default -> throw unknown(numeral);
            };
            case MINOR -> switch (what) {
                case "add6" -> ChordQuality.MINOR_6;
                case "add9" -> ChordQuality.MINOR_ADDED_9;
                case "sus", "sus4" -> ChordQuality.SUSPENDED_4;
                case "sus2" -> ChordQuality.SUSPENDED_2;
                default -> throw unknown(numeral);
            };
            case DOMINANT_7 -> switch (what) {
                case "add9" -> ChordQuality.DOMINANT_9;
                case "addb9" -> ChordQuality.DOMINANT_7_FLAT_9;
                case "sus", "sus4" -> ChordQuality.DOMINANT_7_SUSPENDED_4;
                default -> throw unknown(numeral);
            };
            case MAJOR_7 -> ninth(what, ChordQuality.MAJOR_9, numeral);
            case MINOR_7 -> ninth(what, ChordQuality.MINOR_9, numeral);
            default -> throw unknown(numeral);
        };
    }

    private static ChordQuality ninth(String what, ChordQuality quality, String numeral) {
        if (!what.equals("add9")) {
            throw unknown(numeral);
        }
        return quality;
    }

    /// In minor, small sixth and seventh degrees are raised, and a sharp before them says the same; a flat before any sixth or
    /// seventh says that it is the natural one.
    private static Degree degree(String accidentals, String letters, Mode mode, String numeral) {
        int number = NumeralText.NUMERALS.indexOf(letters.toUpperCase(Locale.ROOT)) + 1;
        int natural = Degree.of(number, mode).alter();
        int written = accidentals.chars().map(sign -> sign == 'b' ? -1 : 1).sum();
        int alter = natural + written;
        if (natural < 0 && number >= 6) {
            boolean raised = isSmall(letters);
            alter = raised ? written > 0 ? written - 1 : written : written < 0 ? written : written - 1;
        }
        if (Math.abs(alter) > 2) {
            throw unknown(numeral);
        }
        return new Degree(number, alter);
    }

    private static boolean isSmall(String letters) {
        return Character.isLowerCase(letters.charAt(0));
    }

    private static RequestException unknown(String numeral) {
        return new RequestException("numeral", "NUMERAL_UNKNOWN", "'" + numeral + "' is not a Roman numeral.",
                "Write it like I, V7, ii6, viio7/V, N6 or Ger65.");
    }
}
