package dev.cadenza.score.theory;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads what stands behind the root of a chord symbol, from left to right: a word for the triad, a number, alterations.
/// Gives the tones by degree: 3 for the third, 5 for the fifth, 13 for the thirteenth, each in semitones above the root.
final class ChordWords {

    private static final String[] MAJOR = {"major", "Major", "maj", "Maj", "MAJ", "ma", "Ma", "MA", "M", "Δ"};
    private static final String[] MINOR = {"minor", "Minor", "min", "Min", "MIN", "mi", "Mi", "MI", "m", "-"};
    private static final String[] DIMINISHED = {"diminished", "Diminished", "dim", "Dim", "o"};
    private static final String[] AUGMENTED = {"augmented", "Augmented", "aug", "Aug", "+"};

    private final SortedMap<Integer, Integer> tones = new TreeMap<>();
    private String rest;

    private ChordWords(String suffix) {
        rest = suffix.replaceAll("[\\s(),]", "");
        tones.put(1, 0);
        tones.put(3, 4);
        tones.put(5, 7);
    }

    /// The tones; empty where the text means nothing.
    static Optional<SortedMap<Integer, Integer>> tones(String suffix) {
        ChordWords words = new ChordWords(suffix);
        words.triad();
        while (!words.rest.isEmpty()) {
            if (!words.alteration()) {
                return Optional.empty();
            }
        }
        return Optional.of(words.tones);
    }

    private boolean takes(String... words) {
        for (String word : words) {
            if (rest.startsWith(word)) {
                rest = rest.substring(word.length());
                return true;
            }
        }
        return false;
    }

    private void triad() {
        int seventh = 10;
        if (rest.equals("d") || takes(DIMINISHED)) {
            rest = rest.equals("d") ? "" : rest;
            tones.put(3, 3);
            tones.put(5, 6);
            seventh = takesMajor() ? 11 : 9;
        } else if (takes("hdim", "half-dim", "Ø")) {
            tones.put(3, 3);
            tones.put(5, 6);
            tones.put(7, 10);
        } else if (takes(AUGMENTED)) {
            tones.put(5, 8);
            seventh = takesMajor() ? 11 : 10;
        } else if (takesMajor()) {
            seventh = 11;
        } else if (takes(MINOR)) {
            tones.put(3, 3);
            seventh = takesMajor() ? 11 : 10;
        } else {
            takes("dom");
        }
        number(seventh);
    }

    /// "madd9" is a minor chord with a ninth, "Mi" a minor one.
    private boolean takesMajor() {
        boolean sign = rest.startsWith("Δ");
        boolean minor = rest.startsWith("madd") || rest.startsWith("Mi") || rest.startsWith("MI");
        boolean taken = !minor && takes(MAJOR);
        if (taken && sign && !rest.startsWith("7") && !rest.startsWith("9") && !rest.startsWith("1")) {
            tones.put(7, 11);
        }
        return taken;
    }

    private void number(int seventh) {
        if (takes("69", "6/9")) {
            tones.put(6, 9);
            tones.put(9, 2);
        } else if (takes("13")) {
            sevenths(seventh);
            tones.put(9, 2);
            tones.put(13, 9);
        } else if (takes("11")) {
            sevenths(seventh);
            tones.put(9, 2);
            tones.put(11, 5);
        } else if (takes("9")) {
            sevenths(seventh);
            tones.put(9, 2);
        } else if (takes("7")) {
            sevenths(seventh);
        } else if (takes("6")) {
            tones.put(6, 9);
        } else if (rest.equals("5") && tones.get(3) == 4 && tones.get(5) == 7) {
            rest = "";
            tones.remove(3);
        } else if (rest.equals("2")) {
            rest = "";
            tones.put(9, 2);
        }
    }

    private void sevenths(int seventh) {
        tones.putIfAbsent(7, seventh);
    }

    private boolean alteration() {
        if (takes("sus2")) {
            suspend(2, 2);
        } else if (takes("sus4", "sus")) {
            suspend(4, 5);
        } else if (takes("add9", "add2")) {
            tones.put(9, 2);
        } else if (takes("add11", "add4")) {
            tones.put(11, 5);
        } else if (takes("add13", "add6")) {
            tones.put(13, 9);
        } else if (takes("no3", "omit3")) {
            tones.remove(3);
        } else if (takes("no5", "omit5")) {
            tones.remove(5);
        } else if (takes("alt")) {
            sevenths(10);
            tones.put(5, 8);
            tones.put(9, 1);
        } else {
            return altered() || further();
        }
        return true;
    }

    private void suspend(int degree, int semitones) {
        tones.remove(3);
        tones.put(degree, semitones);
    }

    private boolean altered() {
        if (takes("b5", "-5")) {
            tones.put(5, 6);
        } else if (takes("b9", "-9")) {
            tones.put(9, 1);
        } else if (takes("#9", "+9")) {
            tones.put(9, 3);
        } else if (takes("#11", "+11")) {
            tones.put(11, 6);
        } else if (takes("b13", "-13")) {
            tones.put(13, 8);
        } else if (takes("#5", "+5", "+", "aug")) {
            tones.put(5, 8);
        } else {
            return false;
        }
        return true;
    }

    private boolean further() {
        if (takes("maj7", "Maj7", "M7", "ma7", "Ma7")) {
            tones.put(7, 11);
        } else if (takes("b7", "7")) {
            tones.put(7, 10);
        } else if (takes("13")) {
            sevenths(10);
            tones.put(13, 9);
        } else if (takes("11")) {
            sevenths(10);
            tones.put(11, 5);
        } else if (takes("9")) {
            if (!tones.containsKey(6)) {
                sevenths(10);
            }
            tones.put(9, 2);
        } else if (takes("6")) {
            tones.put(6, 9);
        } else {
            return false;
        }
        return true;
    }
}
