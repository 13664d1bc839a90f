package dev.cadenza.corpus;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Scores, plans and token walks by chance.
final class RandomMusic {

    private static final int[] RESOLUTIONS = {24, 96, 100, 480, 1024};

    private RandomMusic() {
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// A score of single lines, off the grid, with fermatas and metre changes at any tick, and keys; the first key at tick 0.
    static Score score(RandomGenerator random, int parts) {
        int resolution = RESOLUTIONS[random.nextInt(RESOLUTIONS.length)];
        List<Part> lines = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            Part line = new Part("part " + part, Instrument.PIANO, line(random, resolution, 72 - 7 * part));
            lines.add(Fermatas.markedAt(line, random.longs(random.nextInt(4), 0, resolution * 12L).sorted().toArray()));
        }
        List<Meter> meters = new ArrayList<>();
        List<KeySignature> keys = new ArrayList<>();
        long tick = random.nextInt(3) == 0 ? random.nextInt(resolution * 4) : 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            meters.add(new Meter(tick, 1 + random.nextInt(13), 1 << random.nextInt(6)));
            tick += random.nextInt(resolution * 12);
        }
        tick = 0;
        for (int i = random.nextInt(3); i >= 0; i--) {
            keys.add(new KeySignature(tick, random.nextInt(15) - 7, random.nextBoolean() ? Mode.MAJOR : Mode.MINOR));
            tick += random.nextInt(resolution * 12);
        }
        return new Score(resolution, List.of(), meters, keys, List.of(), List.of(), lines, Metadata.NONE);
    }

    private static List<Note> line(RandomGenerator random, int resolution, int around) {
        List<Note> notes = new ArrayList<>();
        long tick = random.nextInt(3) == 0 ? random.nextInt(resolution * 6) : 0;
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            long duration = 1 + random.nextInt(resolution * 2);
            notes.add(new Note(tick, duration, Pitch.of(around + random.nextInt(5)), 1 + random.nextInt(127)));
            tick += duration + (random.nextInt(3) == 0 ? random.nextInt(resolution * 2) : 0);
        }
        notes.sort(Comparator.comparingLong(Note::onset));
        return notes;
    }

    /// A plan that ends and states its key.
    static Plan plan(RandomGenerator random, int steps) {
        Meter meter = random.nextInt(4) == 0 ? new Meter(0, 1 + random.nextInt(7), 1 << random.nextInt(5))
                : new Meter(0, 2 + random.nextInt(3), 4);
        return new Plan(steps, meter, random.nextInt(20), Optional.of(new KeySignature(0, random.nextInt(12) - 5,
                random.nextBoolean() ? Mode.MAJOR : Mode.MINOR)), true);
    }

    /// A walk inside the grammar that stops where music may end. Half of the steps go on with what was last chosen, so
    /// that there are long notes.
    static int[] walk(RandomGenerator random, Tokenizer tokenizer, int atLeast) {
        List<Integer> tokens = new ArrayList<>();
        Grammar.State state = tokenizer.grammar().start();
        while (tokens.size() < atLeast || !state.mayEnd()) {
            BitSet allowed = state.allowed();
            int before = tokens.size() < tokenizer.width() ? -1 : tokens.get(tokens.size() - tokenizer.width());
            int token = before >= 0 && allowed.get(before) && random.nextBoolean() ? before : pick(random, allowed);
            tokens.add(token);
            state = state.after(token);
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int pick(RandomGenerator random, BitSet allowed) {
        int first = allowed.nextSetBit(0);
        if (random.nextInt(3) == 0) {
            return random.nextBoolean() ? first : allowed.nextSetBit(first + 1);
        }
        int[] all = allowed.stream().toArray();
        return all[random.nextInt(all.length)];
    }
}
