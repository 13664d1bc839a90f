package dev.cadenza.app;

/// Words of a command that a person may copy into a shell.
public final class ShellWord {

    private ShellWord() {
    }

    /// The word as a shell reads it: in quotes where it holds more than letters, digits and a few signs.
    public static String of(Object word) {
        String text = word.toString();
        return text.matches("[\\p{L}\\p{N}_./:=+@%,\\\\-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
