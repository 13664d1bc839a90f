package dev.cadenza.score.abc;

import dev.cadenza.score.Mark;
import dev.cadenza.score.Mark.Level;
import dev.cadenza.score.Mark.Sign;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names of decorations, and the signs that stand for them.
final class Decorations {

    private static final Map<String, Sign> SIGNS = Map.ofEntries(Map.entry("staccato", Sign.STACCATO),
            Map.entry("wedge", Sign.STACCATISSIMO), Map.entry("tenuto", Sign.TENUTO), Map.entry("accent", Sign.ACCENT),
            Map.entry("emphasis", Sign.ACCENT), Map.entry(">", Sign.ACCENT), Map.entry("marcato", Sign.MARCATO),
            Map.entry("^", Sign.MARCATO), Map.entry("fermata", Sign.FERMATA), Map.entry("invertedfermata", Sign.FERMATA),
            Map.entry("breath", Sign.BREATH), Map.entry("caesura", Sign.CAESURA), Map.entry("shortphrase", Sign.BREATH),
            Map.entry("trill", Sign.TRILL), Map.entry("tr", Sign.TRILL), Map.entry("lowermordent", Sign.MORDENT),
            Map.entry("mordent", Sign.MORDENT), Map.entry("uppermordent", Sign.INVERTED_MORDENT),
            Map.entry("pralltriller", Sign.INVERTED_MORDENT), Map.entry("turn", Sign.TURN), Map.entry("turnx", Sign.TURN),
            Map.entry("invertedturn", Sign.INVERTED_TURN), Map.entry("invertedturnx", Sign.INVERTED_TURN),
            Map.entry("arpeggio", Sign.ARPEGGIO), Map.entry("upbow", Sign.UP_BOW), Map.entry("downbow", Sign.DOWN_BOW),
            Map.entry("harmonic", Sign.HARMONIC), Map.entry("open", Sign.OPEN_STRING), Map.entry("plus", Sign.PLUCKED),
            Map.entry("tremolo", Sign.TREMOLO), Map.entry("///", Sign.TREMOLO), Map.entry("portato", Sign.PORTATO));

    private static final Map<Sign, String> NAMES = Map.ofEntries(Map.entry(Sign.STACCATO, "staccato"),
            Map.entry(Sign.STACCATISSIMO, "wedge"), Map.entry(Sign.TENUTO, "tenuto"), Map.entry(Sign.PORTATO, "portato"),
            Map.entry(Sign.ACCENT, "accent"), Map.entry(Sign.MARCATO, "marcato"), Map.entry(Sign.FERMATA, "fermata"),
            Map.entry(Sign.BREATH, "breath"), Map.entry(Sign.CAESURA, "caesura"), Map.entry(Sign.TRILL, "trill"),
            Map.entry(Sign.MORDENT, "lowermordent"), Map.entry(Sign.INVERTED_MORDENT, "uppermordent"), Map.entry(Sign.TURN, "turn"),
            Map.entry(Sign.INVERTED_TURN, "invertedturn"), Map.entry(Sign.TREMOLO, "tremolo"), Map.entry(Sign.ARPEGGIO, "arpeggio"),
            Map.entry(Sign.UP_BOW, "upbow"), Map.entry(Sign.DOWN_BOW, "downbow"), Map.entry(Sign.HARMONIC, "harmonic"),
            Map.entry(Sign.OPEN_STRING, "open"), Map.entry(Sign.PLUCKED, "plus"));

    private static final Map<Character, String> USUAL = Map.ofEntries(Map.entry('~', "roll"), Map.entry('.', "staccato"),
            Map.entry('H', "fermata"), Map.entry('L', "accent"), Map.entry('M', "lowermordent"), Map.entry('O', "coda"),
            Map.entry('P', "uppermordent"), Map.entry('S', "segno"), Map.entry('T', "trill"), Map.entry('u', "upbow"),
            Map.entry('v', "downbow"));

    private final Map<Character, String> letters = new HashMap<>(USUAL);

    /// Whether a character can stand for a decoration.
    static boolean isLetter(char c) {
        return c == '~' || c == '.' || c >= 'H' && c <= 'W' || c >= 'h' && c <= 'w';
    }

    /// Reads `U:`: a letter and what it stands for.
    void redefine(String field, TuneLog log, int line) {
        int equals = field.indexOf('=');
        String letter = equals < 0 ? "" : field.substring(0, equals).strip();
        if (letter.length() != 1 || !isLetter(letter.charAt(0))) {
            log.note(AbcFault.MACRO, line);
            return;
        }
        String name = field.substring(equals + 1).strip();
        boolean marked = name.length() > 1 && (name.charAt(0) == '!' || name.charAt(0) == '+') && name.endsWith(name.substring(0, 1));
        letters.put(letter.charAt(0), marked ? name.substring(1, name.length() - 1) : name.equals("nil") ? "" : name);
    }

    /// The name a letter stands for; empty where it stands for nothing.
    String name(char letter) {
        return letters.getOrDefault(letter, "");
    }

    /// The sign of a name, at a note.
    static Optional<Mark> mark(String name, long tick, int voice) {
        String lower = name.toLowerCase(Locale.ROOT);
        Sign sign = SIGNS.get(lower);
        if (sign != null) {
            return Optional.of(new Mark.Articulation(tick, voice, sign));
        }
        if (lower.length() == 1 && lower.charAt(0) >= '0' && lower.charAt(0) <= '5') {
            return Optional.of(new Mark.Fingering(tick, voice, lower.charAt(0) - '0'));
        }
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(lower)) {
                return Optional.of(new Mark.Dynamic(tick, level));
            }
        }
        return Optional.empty();
    }

    /// Whether it is a hairpin: begins louder 1, begins softer -1, ends 2 or -2; else 0.
    static int hairpin(String name) {
        return switch (name) {
            case "crescendo(", "<(" -> 1;
            case "diminuendo(", ">(" -> -1;
            case "crescendo)", "<)" -> 2;
            case "diminuendo)", ">)" -> -2;
            default -> 0;
        };
    }

    static String name(Sign sign) {
        return NAMES.get(sign);
    }
}
