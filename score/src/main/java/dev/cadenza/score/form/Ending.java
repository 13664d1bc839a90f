package dev.cadenza.score.form;

import dev.cadenza.score.RepeatSign.Kind;
import java.util.List;
import java.util.Set;

/// One of a row of endings.
///
/// @param first the boundary at which it begins
/// @param behind the boundary at which it ends
/// @param passes in which it is played
/// @param last the number of passes of its section
/// @param closes whether no further ending of the row follows
record Ending(int first, int behind, Set<Integer> passes, int last, boolean closes) {

    /// For each boundary the ending that is played from there on; null for none.
    static Ending[] of(List<Boundary> boundaries) {
        Ending[] endings = new Ending[boundaries.size()];
        int i = 0;
        while (i + 1 < boundaries.size()) {
            i = boundaries.get(i).has(Kind.ENDING) ? row(boundaries, i, endings) : i + 1;
        }
        return endings;
    }

    /// Fills in the row that begins at a boundary; a first ending begins a new one.
    private static int row(List<Boundary> boundaries, int start, Ending[] endings) {
        int last = 1;
        int i = start;
        do {
            int behind = behind(boundaries, i);
            for (int pass : boundaries.get(i).passes()) {
                last = Math.max(last, pass);
            }
            last = Math.max(last, boundaries.get(behind).times());
            i = behind;
        } while (continues(boundaries, i));
        int end = i;
        i = start;
        while (i < end) {
            int behind = behind(boundaries, i);
            Ending ending = new Ending(i, behind, boundaries.get(i).passes(), last, behind == end);
            for (int k = i; k < behind; k++) {
                endings[k] = ending;
            }
            i = behind;
        }
        return end;
    }

    private static boolean continues(List<Boundary> boundaries, int i) {
        Boundary boundary = boundaries.get(i);
        return i + 1 < boundaries.size() && boundary.has(Kind.ENDING) && !boundary.starts() && !boundary.passes().contains(1);
    }

    private static int behind(List<Boundary> boundaries, int from) {
        int i = from + 1;
        while (i + 1 < boundaries.size() && !boundaries.get(i).endsEnding()) {
            i++;
        }
        return i;
    }
}
