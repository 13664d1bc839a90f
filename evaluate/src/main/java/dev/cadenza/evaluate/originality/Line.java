package dev.cadenza.evaluate.originality;

import dev.cadenza.score.Notes;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A single line of a part: one pitch after the other. A part in which notes sound together gives two, its top and its bottom
/// line; drums give none.
///
/// Notes of one pitch that follow each other within a quarter note are one: grids do not tell repeated notes from held ones,
/// so neither may the search.
///
/// @param part number of the part, from 1
/// @param pitches MIDI keys
/// @param onsets parallel: ticks, ascending
/// @param bars parallel: the bar of each onset, from 1
/// @param resolution ticks a quarter note
record Line(int part, int[] pitches, long[] onsets, int[] bars, int resolution) {

    private static final int HIGHEST_BAR = 1 << 24;

    /// The lines of a score, part by part, the top one first.
    static List<Line> of(Score score) {
        BarMap map = BarMap.of(score);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < score.parts().size(); i++) {
            Part part = score.parts().get(i);
            if (part.instrument().drums() || part.notes().isEmpty()) {
                continue;
            }
            Notes notes = Notes.of(part.notes());
            int[] top = edge(notes, 1);
            int[] bottom = edge(notes, -1);
            lines.add(line(i + 1, notes, top, map, score.resolution()));
            if (!Arrays.equals(top, bottom)) {
                lines.add(line(i + 1, notes, bottom, map, score.resolution()));
            }
        }
        return lines;
    }

    int size() {
        return pitches.length;
    }

    /// The outermost line of a part: of notes that begin together the outermost, unless one further out goes on sounding.
    ///
    /// @param side 1 for the top, -1 for the bottom
    /// @return places of its notes
    private static int[] edge(Notes notes, int side) {
        int[] line = new int[notes.size()];
        int size = 0;
        for (int from = 0; from < notes.size();) {
            int to = from;
            while (to < notes.size() && notes.onset(to) == notes.onset(from)) {
                to++;
            }
            int outermost = side > 0 ? to - 1 : from;
            if (size == 0 || notes.midi(outermost) * side >= notes.midi(line[size - 1]) * side
                    || successive(notes, line[size - 1], outermost)) {
                line[size++] = outermost;
            }
            from = to;
        }
        return Arrays.copyOf(line, size);
    }

    /// Whether a note follows another, but for the overlap of legato playing.
    private static boolean successive(Notes notes, int last, int next) {
        long shorter = Math.min(notes.duration(last), notes.duration(next));
        return 2 * (notes.end(last) - notes.onset(next)) <= shorter;
    }

    private static Line line(int part, Notes notes, int[] places, BarMap map, int resolution) {
        int[] pitches = new int[places.length];
        long[] onsets = new long[places.length];
        int[] bars = new int[places.length];
        int size = 0;
        long end = Long.MIN_VALUE;
        for (int place : places) {
            boolean again = size > 0 && pitches[size - 1] == notes.midi(place) && notes.onset(place) - end <= resolution;
            end = again ? Math.max(end, notes.end(place)) : notes.end(place);
            if (!again) {
                pitches[size] = notes.midi(place);
                onsets[size] = notes.onset(place);
                bars[size++] = (int) Math.min(HIGHEST_BAR, map.bar(notes.onset(place)) + 1);
            }
        }
        return new Line(part, Arrays.copyOf(pitches, size), Arrays.copyOf(onsets, size), Arrays.copyOf(bars, size), resolution);
    }
}
