package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/// What a piano roll can hold of a score: everything moved to steps of equal width, no two notes of one pitch at a time.
///
/// The result is a score again, whose ticks are the steps. Notes begin at the nearest step and last one at least; where two
/// of one pitch overlap in a part, the earlier ends where the later begins, and of those that begin together the longest and
/// the loudest remain. Tempos, metres, the title, and name and instrument of each part are kept; the rest is left out.
public final class RollGrid {

    /// Steps a quarter note where nothing else is asked for: enough for thirty-seconds and for triplets of sixteenths.
    public static final int USUAL_STEPS = 24;

    /// The finest grid.
    public static final int MAX_STEPS = 960;

    /// The longest roll.
    static final int LONGEST = 1 << 19;

    static final int MAX_PARTS = 1000;

    /// Loudness where a roll states none.
    static final int VELOCITY = 80;

    private RollGrid() {
    }

    /// Moves a score to steps.
    ///
    /// @param stepsPerQuarter 1..960
    /// @throws RequestException where the score would have more than 2^19 steps or 1,000 parts
    public static Score of(Score score, int stepsPerQuarter) {
        if (stepsPerQuarter < 1 || stepsPerQuarter > MAX_STEPS) {
            throw new RequestException("--steps", "OUT_OF_RANGE", "must be between 1 and " + MAX_STEPS + ".", "");
        }
        if (score.end() / score.resolution() * (double) stepsPerQuarter >= LONGEST - stepsPerQuarter || score.end() < 0) {
            throw new RequestException("", "TOO_LONG", "the music is too long for a piano roll of " + stepsPerQuarter
                    + " steps a quarter note.", "Use fewer steps (--steps), or cut it.");
        }
        if (score.parts().size() > MAX_PARTS) {
            throw new RequestException("", "TOO_MANY_PARTS", "a piano roll holds " + MAX_PARTS + " parts, not "
                    + score.parts().size() + ".", "Leave some out.");
        }
        Steps steps = new Steps(score.resolution(), stepsPerQuarter);
        return new Score(stepsPerQuarter,
                moved(score.tempos(), Tempo::tick, (tempo, at) -> new Tempo(at, tempo.microsPerQuarter()), steps),
                moved(score.meters(), Meter::tick, (meter, at) -> new Meter(at, meter.numerator(), meter.denominator()), steps),
                List.of(), List.of(), List.of(),
                score.parts().stream().map(part -> new Part(part.name(), part.instrument(), notes(part.notes(), steps))).toList(),
                Metadata.titled(score.metadata().title()));
    }

    private record Steps(int resolution, int perQuarter) {

        /// The nearest step; music ends early enough for it to be an int, other things are cut off there.
        long of(long tick) {
            long quarters = tick / resolution;
            return quarters > LONGEST ? LONGEST
                    : quarters * perQuarter + (2 * (tick % resolution) * perQuarter + resolution) / (2L * resolution);
        }
    }

    /// What stands at a step; of several the last.
    private static <T> List<T> moved(List<T> all, ToLongFunction<T> tick, BiFunction<T, Long, T> at, Steps steps) {
        TreeMap<Long, T> byStep = new TreeMap<>();
        for (T one : all) {
            long step = steps.of(tick.applyAsLong(one));
            if (step < LONGEST) {
                byStep.put(step, at.apply(one, step));
            }
        }
        return List.copyOf(byStep.values());
    }

    private static List<Note> notes(List<Note> all, Steps steps) {
        Map<Integer, TreeMap<Long, Note>> byPitch = new TreeMap<>();
        for (Note note : all) {
            long start = steps.of(note.onset());
            Note moved = new Note(start, Math.max(1, steps.of(note.end()) - start), Pitch.of(note.pitch().midi()), note.velocity());
            byPitch.computeIfAbsent(moved.pitch().midi(), _ -> new TreeMap<>()).merge(start, moved, RollGrid::both);
        }
        List<Note> notes = new ArrayList<>();
        for (TreeMap<Long, Note> line : byPitch.values()) {
            for (Note note : line.values()) {
                Long next = line.higherKey(note.onset());
                long end = next == null ? note.end() : Math.min(note.end(), next);
                notes.add(new Note(note.onset(), end - note.onset(), note.pitch(), note.velocity()));
            }
        }
        notes.sort(Note.ORDER);
        return notes;
    }

    private static Note both(Note a, Note b) {
        return new Note(a.onset(), Math.max(a.duration(), b.duration()), a.pitch(), Math.max(a.velocity(), b.velocity()));
    }

    /// How many steps a score on the grid has.
    static int steps(Score grid) {
        return (int) grid.end();
    }

    /// Values of what holds from a step on, for every step: of those before the first, `usual`.
    static <T> double[] everyStep(Score grid, List<T> all, ToLongFunction<T> tick, ToDouble<T> value, double usual) {
        double[] values = new double[steps(grid)];
        double now = usual;
        int next = 0;
        for (int step = 0; step < values.length; step++) {
            while (next < all.size() && tick.applyAsLong(all.get(next)) <= step) {
                now = value.of(all.get(next++));
            }
            values[step] = now;
        }
        return values;
    }

    @FunctionalInterface
    interface ToDouble<T> {
        double of(T one);
    }

    /// Orders what a reader found as a part holds it.
    static List<Note> sorted(List<Note> notes) {
        List<Note> ordered = new ArrayList<>(notes);
        ordered.sort(Note.ORDER);
        return ordered;
    }
}
