package dev.cadenza.evaluate.study;

import java.util.regex.Pattern;

/// A piece of sound that is judged, `clips/KEY.wav` in the folder of the study.
///
/// @param key its name, 16 characters `a-z` and `0-9` drawn at random, which reveals nothing
/// @param source file or piece it was cut from; `random notes` where it is such. Listeners never see it
/// @param firstBar first bar of the excerpt in its source, counted from 1
/// @param bars how many bars it takes
/// @param seconds length of the sound
/// @param sha256 of the file, in hexadecimal
public record Clip(String key, Side side, String source, int firstBar, int bars, double seconds, String sha256) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]{16}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final double LONGEST_SECONDS = 600;

    public Clip {
        if (!isKey(key)) {
            throw new IllegalArgumentException("the key of a clip is 16 letters a-z and digits, not \"" + key + "\"");
        }
        if (firstBar < 1 || bars < 1) {
            throw new IllegalArgumentException("bars are counted from 1, and a clip has some");
        }
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException("a clip lasts up to " + (int) LONGEST_SECONDS + " seconds, not " + seconds);
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 is 64 hexadecimal digits");
        }
    }

    /// Whether a text has the form of a key; nothing that has could name a file elsewhere.
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
