package dev.cadenza.score.notation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A chord symbol in MusicXML. What is not understood is kept as the text that was written.
final class Harmony {

    private static final Pattern SYMBOL = Pattern.compile("([A-G])([#b]{0,2})([^/]*)(?:/([A-G])([#b]{0,2}))?");
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        kind("major", "", "M", "maj");
        kind("minor", "m", "min", "-");
        kind("augmented", "+", "aug");
        kind("diminished", "dim", "o");
        kind("dominant", "7");
        kind("major-seventh", "maj7", "M7", "Maj7");
        kind("minor-seventh", "m7", "min7", "-7");
        kind("diminished-seventh", "dim7", "o7");
        kind("half-diminished", "m7b5", "-7b5", "min7b5");
        kind("augmented-seventh", "+7", "7#5", "aug7");
        kind("major-minor", "mM7", "mMaj7", "m(maj7)");
        kind("major-sixth", "6");
        kind("minor-sixth", "m6", "min6");
        kind("dominant-ninth", "9");
        kind("major-ninth", "maj9", "M9");
        kind("minor-ninth", "m9", "min9");
        kind("dominant-11th", "11");
        kind("minor-11th", "m11");
        kind("dominant-13th", "13");
        kind("suspended-second", "sus2");
        kind("suspended-fourth", "sus4", "sus");
        kind("power", "5");
    }

    private Harmony() {
    }

    private static void kind(String name, String... spellings) {
        for (String spelling : spellings) {
            KINDS.put(spelling, name);
        }
    }

    /// @param offset units from where the bar stands to where the chord begins
    static void write(Xml xml, String symbol, long offset) {
        Matcher matcher = SYMBOL.matcher(symbol.strip());
        xml.open("harmony", "print-frame", "no");
        if (matcher.matches()) {
            note(xml, "root", matcher.group(1), matcher.group(2));
            xml.text("kind", KINDS.getOrDefault(matcher.group(3), "other"), "text", matcher.group(3));
            if (matcher.group(4) != null) {
                note(xml, "bass", matcher.group(4), matcher.group(5));
            }
        } else {
            xml.open("root");
            xml.text("root-step", "C", "text", "");
            xml.close("root");
            xml.text("kind", "none", "text", symbol.isBlank() ? "N.C." : symbol.strip());
        }
        if (offset != 0) {
            xml.text("offset", offset);
        }
        xml.close("harmony");
    }

    private static void note(Xml xml, String what, String step, String accidentals) {
        xml.open(what);
        xml.text(what + "-step", step);
        if (!accidentals.isEmpty()) {
            xml.text(what + "-alter", accidentals.chars().map(c -> c == '#' ? 1 : -1).sum());
        }
        xml.close(what);
    }
}
