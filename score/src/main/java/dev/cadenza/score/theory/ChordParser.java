package dev.cadenza.score.theory;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Spelling;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads chord symbols in the forms in which they are written.
final class ChordParser {

    /// Longer texts are no chords.
    private static final int LONGEST = 32;

    private static final Set<String> NOTHING = Set.of("", "N", "NC", "N.C", "N.C.", "n.c.", "nc", "No Chord", "no chord", "none");
    private static final Pattern ROOT = Pattern.compile("([A-G])([#b]{0,2})(.*)");
    private static final Pattern BASS = Pattern.compile("(.*)/([A-Ga-g])([#b+]{0,2})");
    private static final Pattern SHORTHAND = Pattern.compile("([^(/]*)(?:\\(([^)]*)\\))?(?:/([#b]{0,2})([1-7]))?");
    private static final Pattern DEGREE = Pattern.compile("\\*?([#b]{0,2})(\\d{1,2})");

    private ChordParser() {
    }

    static ChordReading parse(String symbol) {
        String text = plain(symbol.strip());
        if (NOTHING.contains(text)) {
            return new ChordReading.NoChord();
        }
        Matcher matcher = ROOT.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return new ChordReading.Unknown(symbol);
        }
        Spelling root = spelling(matcher.group(1), matcher.group(2));
        String rest = matcher.group(3);
        return (rest.startsWith(":") ? annotated(root, rest.substring(1)) : written(root, rest))
                .orElseGet(() -> new ChordReading.Unknown(symbol));
    }

    /// Signs for which there are letters; a chord in parentheses is one that may be left out.
    private static String plain(String symbol) {
        String text = symbol.replace('♯', '#').replace('♭', 'b').replace("ø7", "m7b5").replace("ø", "m7b5")
                .replace("°", "dim").replace('−', '-').replace('–', '-').replace("△", "Δ");
        return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    }

    private static Optional<ChordReading> written(Spelling root, String rest) {
        Matcher matcher = BASS.matcher(rest);
        boolean inverted = matcher.matches();
        Spelling bass = inverted ? spelling(matcher.group(2).toUpperCase(Locale.ROOT), matcher.group(3)) : root;
        return ChordWords.tones(inverted ? matcher.group(1) : rest).flatMap(tones -> understood(root, tones, bass));
    }

    /// After Harte et al. (2005): a shorthand, further degrees in parentheses, the bass as a degree. A degree with `*` is
    /// left out of the chord.
    private static Optional<ChordReading> annotated(Spelling root, String rest) {
        Matcher matcher = SHORTHAND.matcher(rest);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<SortedMap<Integer, Integer>> tones = ChordWords.tones(matcher.group(1));
        if (tones.isEmpty() || matcher.group(2) != null && !added(matcher.group(2), tones.get())) {
            return Optional.empty();
        }
        Spelling bass = matcher.group(4) == null ? root
                : onDegree(root, Integer.parseInt(matcher.group(4)), alteration(matcher.group(3)));
        return understood(root, tones.get(), bass);
    }

    private static boolean added(String list, SortedMap<Integer, Integer> tones) {
        for (String item : list.split(",")) {
            Matcher matcher = DEGREE.matcher(item.strip());
            if (!matcher.matches()) {
                return false;
            }
            int degree = Integer.parseInt(matcher.group(2));
            if (degree < 1 || degree > 13) {
                return false;
            }
            if (item.strip().startsWith("*")) {
                tones.remove(degree);
            } else {
                tones.put(degree, Math.floorMod(Scale.MAJOR.pitchClasses(0).get((degree - 1) % 7) + alteration(matcher.group(1)), 12));
            }
        }
        return true;
    }

    /// What is above the fifth is left out from the top until the rest is a chord; then the fifth is taken as plain; last,
    /// the seventh is left out.
    private static Optional<ChordReading> understood(Spelling root, SortedMap<Integer, Integer> tones, Spelling bass) {
        Optional<ChordQuality> quality = ChordQuality.of(new TreeSet<>(tones.values()));
        boolean exact = quality.isPresent();
        for (int degree : new int[] {13, 11, 9, 6, 5, 7}) {
            if (quality.isEmpty()) {
                if (degree == 5) {
                    tones.put(5, 7);
                } else {
                    tones.remove(degree);
                }
                quality = ChordQuality.of(new TreeSet<>(tones.values()));
            }
        }
        return quality.map(found -> new ChordReading.Understood(new Chord(root, found, bass), exact));
    }

    private static Spelling spelling(String letter, String accidentals) {
        return new Spelling(Letter.valueOf(letter), alteration(accidentals));
    }

    /// @param accidentals sharps (`#`, or `+` as in old tune books) and flats
    private static int alteration(String accidentals) {
        return accidentals.chars().map(sign -> sign == 'b' ? -1 : 1).sum();
    }

    private static Spelling onDegree(Spelling root, int degree, int alter) {
        Letter letter = Letter.values()[(root.letter().ordinal() + degree - 1) % 7];
        int wanted = root.pitchClass() + Scale.MAJOR.pitchClasses(0).get(degree - 1) + alter;
        int accidental = Math.floorMod(wanted - letter.semitones() + 6, 12) - 6;
        return Math.abs(accidental) <= 2 ? new Spelling(letter, accidental) : Spelling.plain(wanted);
    }
}
