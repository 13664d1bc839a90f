package dev.cadenza.score.abc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Abbreviations of a tune (`m: ~g2 = {a}g{f}g`), and those for any note (`m: ~n3 = n{o}n{m}n`).
final class Macros {

    private static final int MOST = 100;
    private static final int LONGEST = 200;
    private static final int MOST_ADDED = 1_000_000;
    private static final String NOTES = "CDEFGABcdefgab";

    private record Macro(String name, String music) {
    }

    private final List<Macro> macros = new ArrayList<>();
    private int added;

    /// Reads `m:`.
    ///
    /// @return whether it was understood
    boolean define(String field) {
        int equals = field.indexOf('=');
        String name = equals < 0 ? "" : field.substring(0, equals).strip();
        String music = field.substring(equals + 1).strip();
        if (name.length() < 2 || name.length() > 31 || music.length() > LONGEST || macros.size() + NOTES.length() > MOST * NOTES.length()) {
            return false;
        }
        if (name.indexOf('n') < 0) {
            macros.add(new Macro(name, music));
        } else {
            for (int octave = 1; octave >= 0; octave--) {
                for (int i = 0; i < NOTES.length(); i++) {
                    if (octave == 0 || i < 7) {
                        int step = octave == 0 ? i : i - 7;
                        macros.add(new Macro(name.replace("n", note(step)), transposed(music, step)));
                    }
                }
            }
        }
        macros.sort(Comparator.comparingInt((Macro macro) -> macro.name.length()).reversed());
        return true;
    }

    /// The letters from h to z stand for the notes around n.
    private static String transposed(String music, int step) {
        StringBuilder text = new StringBuilder();
        for (char c : music.toCharArray()) {
            text.append(c >= 'h' && c <= 'z' ? note(step + c - 'n') : String.valueOf(c));
        }
        return text.toString();
    }

    /// @param step from C, 7 an octave
    private static String note(int step) {
        String letter = NOTES.substring(Math.floorMod(step, 7), Math.floorMod(step, 7) + 1);
        if (step < 0) {
            return letter + ",".repeat((6 - step) / 7);
        }
        return step < 7 ? letter : NOTES.charAt(7 + step % 7) + "'".repeat(step / 7 - 1);
    }

    /// A line with its abbreviations written out; what is written out is not looked at again.
    String expanded(String line) {
        if (macros.isEmpty()) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            Macro found = at(line, at);
            if (found == null || added + found.music.length() > MOST_ADDED) {
                text.append(line.charAt(at++));
            } else {
                added += found.music.length();
                text.append(found.music);
                at += found.name.length();
            }
        }
        return text.toString();
    }

    private Macro at(String line, int at) {
        for (Macro macro : macros) {
            if (line.startsWith(macro.name, at)) {
                return macro;
            }
        }
        return null;
    }
}
