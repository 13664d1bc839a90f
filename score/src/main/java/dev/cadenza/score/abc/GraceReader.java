package dev.cadenza.score.abc;

import dev.cadenza.score.Pitch;
import dev.cadenza.score.abc.Above.Grace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what stands between braces: `{/ga}`, `{[ce]g}`.
final class GraceReader {

    /// A quarter of a quarter note: what several grace notes are written as; one alone is an eighth.
    private static final int SEVERAL = 16;
    private static final int ALONE = 8;
    private static final long SCALE = 1_024 * Time.TICK;

    private GraceReader() {
    }

    /// @param in the text between the braces
    static List<Grace> read(Cursor in, NoteReader notes, AbcKey key) {
        boolean slashed = in.take('/');
        List<Grace> graces = new ArrayList<>();
        boolean inside = false;
        boolean first = true;
        long chordTimes = SCALE;
        while (!in.atEnd()) {
            char c = in.peek();
            if (NoteReader.startsNote(c)) {
                Optional<Pitch> pitch = notes.pitch(in, key, List.of());
                long times = Math.max(Time.length(in, SCALE), 1);
                in.take('-');
                boolean chord = inside && !first;
                first = false;
                chordTimes = chord ? chordTimes : times;
                long length = chordTimes;
                pitch.ifPresent(p -> graces.add(new Grace(new Tone(p, length, false), 1, slashed, chord)));
            } else {
                if (c == '[' || c == ']') {
                    inside = c == '[';
                    first = true;
                }
                in.next();
            }
        }
        boolean alone = graces.stream().filter(grace -> !grace.chord()).count() == 1;
        return graces.stream().map(grace -> new Grace(grace.tone(), denominator(grace.tone().length(), alone), slashed, grace.chord()))
                .toList();
    }

    /// The value that is nearest to so many times the usual one.
    private static int denominator(long times, boolean alone) {
        int denominator = alone ? ALONE : SEVERAL;
        long length = times;
        while (length >= 2 * SCALE && denominator > 1) {
            length /= 2;
            denominator /= 2;
        }
        while (length <= SCALE / 2 && denominator < 1024) {
            length *= 2;
            denominator *= 2;
        }
        return denominator;
    }
}
