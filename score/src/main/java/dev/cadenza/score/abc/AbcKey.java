package dev.cadenza.score.abc;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A key of a tune: what every letter sounds as without an accidental.
///
/// @param stated whether there is a key signature at all
/// @param fifths its sharps or flats; those of the nearest key where it is an unusual one
/// @param mode minor where the third of the mode is
/// @param alters semitones by letter, in the order of [Letter]
record AbcKey(boolean stated, int fifths, Mode mode, List<Integer> alters) {

    static final AbcKey NONE = new AbcKey(false, 0, Mode.MAJOR, alters(0));

    private static final String ORDER_OF_SHARPS = "FCGDAEB";
    private static final Map<String, Integer> MODES = Map.ofEntries(Map.entry("maj", 0), Map.entry("ion", 0),
            Map.entry("mix", -1), Map.entry("dor", -2), Map.entry("min", -3), Map.entry("aeo", -3), Map.entry("phr", -4),
            Map.entry("loc", -5), Map.entry("lyd", 1), Map.entry("exp", 0));
    private static final Pattern TONIC = Pattern.compile("([A-G])([#b♯♭]?)\\s*([A-Za-z]*)(.*)");
    private static final Pattern ACCIDENTALS = Pattern.compile("(?:(?:\\^\\^?|__?|=)[A-Ga-g])+");
    private static final Pattern ACCIDENTAL = Pattern.compile("(\\^\\^?|__?|=)([A-Ga-g])");

    private static List<Integer> alters(int fifths) {
        Integer[] alters = new Integer[7];
        Arrays.fill(alters, 0);
        for (int i = 0; i < Math.abs(fifths); i++) {
            char letter = ORDER_OF_SHARPS.charAt(fifths > 0 ? i : 6 - i);
            alters[Letter.valueOf(String.valueOf(letter)).ordinal()] = fifths > 0 ? 1 : -1;
        }
        return List.of(alters);
    }

    private static AbcKey of(int fifths, Mode mode) {
        return new AbcKey(true, fifths, mode, alters(fifths));
    }

    /// Reads the text of a `K:` field. What cannot be understood is noted.
    ///
    /// @param before the key in force, which stays where the field is about a clef only
    static AbcKey parse(String field, AbcKey before, TuneLog log, int line) {
        String text = field.strip();
        if (text.isEmpty() || text.equalsIgnoreCase("none")) {
            return NONE;
        }
        if (text.startsWith("HP") || text.startsWith("Hp")) {
            // Pipers write no signature, or this one; the pipe has but these notes.
            return of(2, Mode.MAJOR);
        }
        Matcher matcher = TONIC.matcher(text);
        if (!matcher.matches()) {
            boolean accidentals = ACCIDENTALS.matcher(text.split("\\s+")[0]).matches();
            if (!accidentals && !text.matches("(?i)(clef|treble|alto|tenor|bass|perc|octave|transpose|stafflines|middle|shift|score|sound).*")) {
                log.note(AbcFault.KEY, line);
            }
            return (accidentals ? NONE : before).with(text);
        }
        String word = matcher.group(3);
        String rest = matcher.group(4);
        if (rest.startsWith("=") && word.length() > 3 && !MODES.containsKey(word.substring(0, 3).toLowerCase(Locale.ROOT))) {
            rest = word + rest;
            word = "";
        }
        int shift = shift(word);
        if (shift > 1) {
            boolean clef = word.matches("(?i)(treble|alto|tenor|bass|perc|clef).*");
            if (!clef) {
                log.note(AbcFault.KEY, line);
            }
            shift = 0;
        }
        int alter = switch (matcher.group(2)) {
            case "#", "♯" -> 1;
            case "b", "♭" -> -1;
            default -> 0;
        };
        int fifths = ORDER_OF_SHARPS.indexOf(matcher.group(1)) - 1 + 7 * alter + shift;
        if (fifths < -7 || fifths > 7) {
            log.note(AbcFault.KEY, line);
            return NONE;
        }
        AbcKey key = of(fifths, shift <= -2 ? Mode.MINOR : Mode.MAJOR);
        boolean explicit = word.toLowerCase(Locale.ROOT).startsWith("exp");
        return (explicit ? new AbcKey(true, key.fifths, key.mode, alters(0)) : key).with(rest);
    }

    /// Fifths by which a mode lies from major on its tonic; 2 where it is not known.
    private static int shift(String word) {
        return switch (word) {
            case "" -> 0;
            // The standard ignores capitals here; `EM` of Ryan's Mammoth is E minor indeed.
            case "m", "M" -> -3;
            default -> MODES.getOrDefault(word.substring(0, Math.min(3, word.length())).toLowerCase(Locale.ROOT), 2);
        };
    }

    /// The key with the accidentals among some further words.
    private AbcKey with(String words) {
        List<Integer> changed = new ArrayList<>(alters);
        for (String word : words.strip().split("\\s+")) {
            if (ACCIDENTALS.matcher(word).matches()) {
                Matcher each = ACCIDENTAL.matcher(word);
                while (each.find()) {
                    changed.set(letter(each.group(2).charAt(0)).ordinal(), alter(each.group(1)));
                }
            }
        }
        for (int usual = -7; usual <= 7; usual++) {
            if (alters(usual).equals(changed)) {
                return new AbcKey(stated || usual != 0, usual, mode, changed);
            }
        }
        return new AbcKey(stated, fifths, mode, List.copyOf(changed));
    }

    static Letter letter(char written) {
        return Letter.valueOf(String.valueOf(written).toUpperCase(Locale.ROOT));
    }

    /// Semitones of `^`, `^^`, `_`, `__` or `=`.
    static int alter(String accidental) {
        return switch (accidental.charAt(0)) {
            case '^' -> accidental.length();
            case '_' -> -accidental.length();
            default -> 0;
        };
    }

    int alter(Letter letter) {
        return alters.get(letter.ordinal());
    }

    /// The signature of what sounds.
    ///
    /// @param shift semitones by which that is higher than what is written
    KeySignature signature(long tick, int shift) {
        int sounding = fifths + Transposition.fifths(shift);
        return new KeySignature(tick, sounding > 7 ? sounding - 12 : sounding < -7 ? sounding + 12 : sounding, mode);
    }
}
