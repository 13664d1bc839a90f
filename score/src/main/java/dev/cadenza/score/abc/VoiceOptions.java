package dev.cadenza.score.abc;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `V:` and `K:` say of a voice beside its name and key.
final class VoiceOptions {

    private static final Pattern NUMBER = Pattern.compile("(?:^|\\s)(transpose|t|octave)\\s*=\\s*([+-]?\\d{1,2})(?=\\s|$)");
    private static final Pattern CLEF = Pattern.compile("(?:^|[\\s=])(?:treble|alto|tenor|bass|G|F|C)[1-5]?([+-])(8|15)(?=\\s|$)");
    private static final Pattern NAME = Pattern.compile("(?:^|\\s)(?:name|nm)\\s*=\\s*(?:\"([^\"]*)\"?|(\\S+))");
    private static final Pattern UNKNOWN = Pattern.compile("(?:^|\\s)(?:shift|score|sound|middle|m)\\s*=");

    private VoiceOptions() {
    }

    /// Semitones by which a voice sounds higher than written, where something is said of it. A clef with an 8 is one.
    static OptionalInt shift(String text, TuneLog log, int line) {
        if (UNKNOWN.matcher(text).find()) {
            log.note(AbcFault.KEY_OPTION, line);
        }
        int shift = 0;
        boolean stated = false;
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            shift += Integer.parseInt(number.group(2)) * (number.group(1).equals("octave") ? 12 : 1);
            stated = true;
        }
        Matcher clef = CLEF.matcher(text);
        while (clef.find()) {
            shift += (clef.group(1).equals("+") ? 12 : -12) * (clef.group(2).equals("15") ? 2 : 1);
            stated = true;
        }
        return stated ? OptionalInt.of(Math.clamp(shift, -96, 96)) : OptionalInt.empty();
    }

    /// The name of a voice; empty where none is stated.
    static String name(String text) {
        Matcher name = NAME.matcher(text);
        return !name.find() ? "" : name.group(1) != null ? name.group(1) : name.group(2);
    }
}
