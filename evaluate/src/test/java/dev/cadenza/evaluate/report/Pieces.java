package dev.cadenza.evaluate.report;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Tunes by chance, as pieces to compare.
final class Pieces {

    private static final int[] SCALE = {0, 2, 4, 5, 7, 9, 11};

    private Pieces() {
    }

    /// @param reach how many steps of the scale the tunes use
    static List<Heard> of(int count, int reach, RandomGenerator random) {
        return IntStream.range(0, count).mapToObj(i -> new Heard("piece " + i, tune(reach, random))).toList();
    }

    private static Score tune(int reach, RandomGenerator random) {
        List<Note> notes = new ArrayList<>();
        long tick = 0;
        while (tick < 8 * 1920) {
            long length = 240L * (1 + random.nextInt(3));
            int step = random.nextInt(reach);
            notes.add(new Note(tick, length, Pitch.of(60 + 12 * (step / 7) + SCALE[step % 7]), 60 + random.nextInt(30)));
            tick += length;
        }
        return new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Part("Tune", new Instrument(0, false), notes)), Metadata.NONE);
    }
}
