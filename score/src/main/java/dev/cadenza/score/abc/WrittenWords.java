package dev.cadenza.score.abc;

import dev.cadenza.score.Lyric;
import dev.cadenza.score.Part;
import dev.cadenza.score.notation.Page;
import dev.cadenza.score.notation.Page.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words under a line of music.
final class WrittenWords {

    private final Map<Long, Map<Integer, String>> syllables = new HashMap<>();
    private final List<Map<Integer, String>> line = new ArrayList<>();

    WrittenWords(Page page, Part part) {
        for (Lyric lyric : part.lyrics()) {
            syllables.computeIfAbsent(page.unit(lyric.tick()), unit -> new HashMap<>())
                    .merge(lyric.verse(), lyric.text(), (one, more) -> one + " " + more);
        }
    }

    /// A symbol of the line was written.
    void note(Symbol symbol) {
        if (!symbol.notes().isEmpty() && !syllables.isEmpty()) {
            boolean begins = symbol.notes().stream().anyMatch(note -> !note.before());
            line.add(begins ? syllables.getOrDefault(symbol.start(), Map.of()) : Map.of());
        }
    }

    /// The fields for the line that was written; a line of notes without words needs one too, lest the next is put under it.
    String line() {
        if (line.isEmpty()) {
            return "";
        }
        int verses = line.stream().flatMap(words -> words.keySet().stream()).mapToInt(Integer::intValue).max().orElse(1);
        StringBuilder text = new StringBuilder();
        for (int verse = 1; verse <= Math.min(verses, 64); verse++) {
            text.append("w:");
            for (Map<Integer, String> words : line) {
                text.append(' ').append(syllable(words.getOrDefault(verse, "")));
            }
            text.append('\n');
        }
        line.clear();
        return text.toString();
    }

    private static String syllable(String raw) {
        String plain = raw.replaceAll("[\\p{Cntrl}%\\\\*_|~]+", "").strip();
        boolean goesOn = plain.endsWith("-") && plain.length() > 1;
        String body = goesOn ? plain.substring(0, plain.length() - 1) : plain;
        return body.isEmpty() ? "*" : body.replace("-", "\\-").replaceAll("\\s+", "~") + (goesOn ? "-" : "");
    }
}
