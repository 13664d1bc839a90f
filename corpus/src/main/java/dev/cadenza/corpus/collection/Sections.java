package dev.cadenza.corpus.collection;

import dev.cadenza.score.Note;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// Cuts a melody into sections where it is silent for two bars or more (the piano's interlude in a song), so that
/// networks do not learn to count rests. Sections shorter than four bars are left out, unless none is longer: then the
/// longest is kept. Each begins with its first note and ends with its last.
final class Sections {

    private static final int SILENT_BARS = 2;
    private static final int LEAST_BARS = 4;

    private Sections() {
    }

    /// @param score with the melody as its only part
    static List<Score> of(Score score) {
        List<Note> notes = score.parts().getFirst().notes();
        List<Score> sections = new ArrayList<>();
        Score longest = score;
        long longestTicks = -1;
        int first = 0;
        long end = 0;
        for (int i = 0; i <= notes.size(); i++) {
            if (i < notes.size() && (i == first || notes.get(i).onset() - end < SILENT_BARS * bar(score, end))) {
                end = Math.max(end, notes.get(i).end());
                continue;
            }
            if (i > first) {
                long from = notes.get(first).onset();
                Score section = Excerpt.of(score, from, i < notes.size() ? notes.get(i).onset() : Long.MAX_VALUE);
                if (end - from >= LEAST_BARS * bar(score, from)) {
                    sections.add(section);
                }
                longest = end - from > longestTicks ? section : longest;
                longestTicks = Math.max(longestTicks, end - from);
            }
            first = i;
            end = i < notes.size() ? notes.get(i).end() : end;
        }
        return sections.isEmpty() ? List.of(longest) : sections;
    }

    private static long bar(Score score, long tick) {
        return Excerpt.meterAt(score, tick).barTicks(score.resolution());
    }
}
