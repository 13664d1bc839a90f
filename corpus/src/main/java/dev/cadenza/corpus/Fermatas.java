package dev.cadenza.corpus;

import dev.cadenza.score.Mark;
import dev.cadenza.score.Note;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Where fermatas stand: in chorales, where lines of the text end and singers breathe.
public final class Fermatas {

    private static final int EXACT = 16;
    private static final int QUARTERS = 8;
    private static final int FAR = EXACT + QUARTERS;

    /// How many values a row of context has.
    static final int SIZE = 1 + FAR;

    private Fermatas() {
    }

    /// The ticks of the fermatas of music, ascending: as the first part says that has any, since inner voices may still move while
    /// the upper one rests.
    public static long[] of(Score score) {
        return score.parts().stream().map(part -> signs(part).mapToLong(Mark::tick).distinct().sorted().toArray())
                .filter(ticks -> ticks.length > 0).findFirst().orElseGet(() -> new long[0]);
    }

    private static Stream<Mark> signs(Part part) {
        return part.notation().marks().stream().filter(mark -> mark instanceof Mark.Articulation sign && sign.sign() == Mark.Sign.FERMATA);
    }

    /// The part with fermatas at the notes that sound at some ticks.
    ///
    /// @param ticks ascending
    public static Part marked(Part part, long[] ticks) {
        return marked(part, ticks, tick -> part.notes().stream().filter(note -> note.onset() <= tick && tick < note.end()).mapToLong(Note::onset));
    }

    /// The part with fermatas at exactly these ticks, whether or not notes begin there.
    static Part markedAt(Part part, long[] ticks) {
        return marked(part, ticks, LongStream::of);
    }

    private static Part marked(Part part, long[] ticks, LongFunction<LongStream> where) {
        List<Mark> marks = Arrays.stream(ticks).flatMap(where).distinct().<Mark>mapToObj(tick -> new Mark.Articulation(tick, 1, Mark.Sign.FERMATA)).toList();
        Notation known = part.notation();
        return marks.isEmpty() ? part : new Part(part.name(), part.instrument(), part.notes(), part.controls(), part.lyrics(), new Notation(known.voices(),
                known.graces(), Stream.concat(known.marks().stream(), marks.stream()).sorted(Comparator.comparingLong(Mark::tick)).toList()));
    }

    /// The row of context that counts the way to the next fermata: 0 where nothing is known, since a score without any does not tell whether
    /// it has no pauses or does not write them; 1 where one stands, 2 to 16 so many steps less one before it, then eight further quarter
    /// notes, the last for all that is further away and for what comes after the last fermata.
    static int[] row(Score score, Grid grid, int steps) {
        BitSet at = new BitSet();
        Arrays.stream(of(score)).mapToInt(grid::step).filter(step -> step < steps).forEach(at::set);
        int[] row = new int[steps];
        if (at.isEmpty()) {
            return row;
        }
        Arrays.fill(row, FAR);
        for (int step = 0, next = at.nextSetBit(0); next >= 0; step++) {
            row[step] = Contexts.counted(next - step + 1, EXACT, QUARTERS, grid.stepsPerQuarter());
            next = step == next ? at.nextSetBit(step + 1) : next;
        }
        return row;
    }

    /// The ticks of the fermatas that a row states, in scores made from tokens.
    static long[] ticks(int[] row, int stepsPerQuarter) {
        return LongStream.range(0, row.length).filter(step -> row[(int) step] == 1).map(step -> Grid.tick((int) step, stepsPerQuarter)).toArray();
    }
}
