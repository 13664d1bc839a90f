package dev.cadenza.corpus.exchange;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Bands by chance: chords, notes of one pitch that overlap, spelled pitches, odd names, changes of tempo and metre.
final class RandomBands {

    private static final List<String> NAMES = List.of("Flöte", "", "=1+1", "'=x", "a, \"b\"\r\nc; d", " blank ", "@\t", "\uD834\uDD1E");

    private RandomBands() {
    }

    static Score of(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int resolution = List.of(1, 24, 100, 480).get(random.nextInt(4));
        List<Part> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            parts.add(part(random, resolution));
        }
        List<Tempo> tempos = new ArrayList<>();
        List<Meter> meters = new ArrayList<>();
        for (long tick = 0; tick < 4L * resolution * random.nextInt(3); tick += 1 + random.nextInt(3 * resolution)) {
            tempos.add(new Tempo(tick, 1 + random.nextInt(Tempo.MAX_MICROS)));
            meters.add(new Meter(tick, 1 + random.nextInt(255), 1 << random.nextInt(8)));
        }
        return new Score(resolution, tempos, meters, List.of(), List.of(), List.of(), parts,
                Metadata.titled(NAMES.get(random.nextInt(NAMES.size()))));
    }

    private static Part part(RandomGenerator random, int resolution) {
        List<Note> notes = new ArrayList<>();
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            Letter letter = Letter.values()[random.nextInt(7)];
            Spelling spelling = new Spelling(letter, random.nextInt(5) - 2);
            notes.add(new Note(random.nextInt(8 * resolution), random.nextInt(3 * resolution),
                    new Pitch(60 + spelling.pitchClass(), spelling), 1 + random.nextInt(127)));
        }
        notes.sort(Note.ORDER);
        return new Part(NAMES.get(random.nextInt(NAMES.size())), new Instrument(random.nextInt(128), random.nextBoolean()), notes);
    }
}
