package dev.cadenza.evaluate.originality;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Music that nobody composed, in 4/4 with four ticks a quarter.
final class Songs {

    static final int QUARTER = 4;
    static final int BAR = 4 * QUARTER;

    private Songs() {
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// A line that moves by up to an octave, no pitch twice in a row.
    static List<Note> line(int bars, RandomGenerator random) {
        List<Note> notes = new ArrayList<>();
        int pitch = 60;
        for (int tick = 0; tick < bars * BAR;) {
            int ticks = Math.min(bars * BAR - tick, 1 + random.nextInt(2 * QUARTER));
            notes.add(new Note(tick, ticks, Pitch.of(pitch), 64));
            tick += ticks;
            int move = 1 + random.nextInt(7);
            pitch = pitch + move > 84 || pitch - move >= 40 && random.nextBoolean() ? pitch - move : pitch + move;
        }
        return notes;
    }

    static Score score(List<List<Note>> parts) {
        List<Part> all = new ArrayList<>();
        parts.forEach(notes -> all.add(new Part("", Instrument.PIANO, notes)));
        return new Score(QUARTER, List.of(), List.of(), List.of(), List.of(), List.of(), all, Metadata.NONE);
    }

    static Score piece(int parts, int bars, RandomGenerator random) {
        List<List<Note>> all = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            all.add(line(bars, random));
        }
        return score(all);
    }

    static PassageIndex index(int pieces, int parts, int bars, RandomGenerator random) {
        PassageIndex.Builder builder = PassageIndex.builder();
        for (int i = 0; i < pieces; i++) {
            builder.add("piece " + i, piece(parts, bars, random));
        }
        return builder.build();
    }
}
