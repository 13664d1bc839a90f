package dev.cadenza.corpus;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Scores for many players by chance, and walks through grammars of events.
final class RandomBand {

    private static final int[] RESOLUTIONS = {24, 96, 100, 480, 1024};
    private static final String[] CHORDS = {"C", "Am7", "F#m7b5/A", "Bb13", "nonsense", "N.C.", "", "Edim7", "Gsus4"};

    private RandomBand() {
    }

    /// Parts with chords and overlaps on equal pitches, drums among them; tempos, chords, metres and keys anywhere.
    static Score score(RandomGenerator random) {
        int resolution = RESOLUTIONS[random.nextInt(RESOLUTIONS.length)];
        List<Part> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            parts.add(new Part("", new Instrument(random.nextInt(4) * 2, random.nextInt(5) == 0), notes(random, resolution)));
        }
        parts.add(new Part("", Instrument.PIANO, List.of(new Note(random.nextInt(resolution * 8), 0, Pitch.of(60), 1))));
        List<Meter> meters = new ArrayList<>();
        List<Tempo> tempos = new ArrayList<>();
        List<ChordSymbol> chords = new ArrayList<>();
        List<KeySignature> keys = new ArrayList<>();
        long tick = random.nextInt(3) == 0 ? random.nextInt(resolution * 4) : 0;
        for (int i = random.nextInt(5); i > 0; i--) {
            meters.add(random.nextBoolean() ? new Meter(tick, 1 + random.nextInt(5), 4)
                    : new Meter(tick, 1 + random.nextInt(20), 1 << random.nextInt(8)));
            tick += random.nextInt(3) == 0 ? resolution : random.nextInt(resolution * 12);
        }
        for (tick = random.nextInt(resolution); tick < resolution * 12L; tick += 1 + random.nextInt(resolution * 6)) {
            tempos.add(new Tempo(tick, 1 + random.nextInt(2_500_000)));
            chords.add(new ChordSymbol(tick, CHORDS[random.nextInt(CHORDS.length)]));
            keys.add(new KeySignature(tick, random.nextInt(15) - 7, random.nextBoolean() ? Mode.MAJOR : Mode.MINOR));
        }
        return new Score(resolution, random.nextBoolean() ? tempos : List.of(), meters, random.nextBoolean() ? keys : List.of(),
                chords, List.of(), parts, Metadata.NONE);
    }

    private static List<Note> notes(RandomGenerator random, int resolution) {
        List<Note> notes = new ArrayList<>();
        long tick = random.nextInt(3) == 0 ? random.nextInt(resolution * 9) : 0;
        for (int i = random.nextInt(40); i > 0; i--) {
            long duration = random.nextInt(resolution * (random.nextInt(8) == 0 ? 20 : 2));
            notes.add(new Note(tick, duration, Pitch.of(20 + random.nextInt(random.nextBoolean() ? 8 : 100)),
                    1 + random.nextInt(127)));
            tick += random.nextInt(3) == 0 ? random.nextInt(resolution * 2) : 0;
        }
        notes.sort(Note.ORDER);
        return notes;
    }

    /// A walk inside the grammar that stops where music may end. Kinds of tokens are chosen first, then one of the kind; a
    /// walk that is long enough ends what sounds.
    static int[] walk(RandomGenerator random, EventTokenizer tokenizer, int atLeast) {
        String[] kinds = tokenizer.vocabulary().names().stream().map(RandomBand::kind).toArray(String[]::new);
        List<Integer> tokens = new ArrayList<>();
        Grammar.State state = tokenizer.grammar().start();
        while (tokens.size() < atLeast || !state.mayEnd()) {
            int token = pick(random, state.allowed(), kinds, tokens.size() > atLeast);
            tokens.add(token);
            state = state.after(token);
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String kind(String name) {
        return name.contains("_") ? name.substring(0, name.lastIndexOf('_')) : name;
    }

    private static int pick(RandomGenerator random, BitSet allowed, String[] kinds, boolean ending) {
        Map<String, List<Integer>> byKind = new TreeMap<>();
        for (int token = allowed.nextSetBit(0); token >= 0; token = allowed.nextSetBit(token + 1)) {
            byKind.computeIfAbsent(kinds[token], _ -> new ArrayList<>()).add(token);
        }
        String kind = List.copyOf(byKind.keySet()).get(random.nextInt(byKind.size()));
        for (String last : ending ? List.of("TIME_SHIFT", "NOTE_OFF") : List.<String>of()) {
            kind = byKind.containsKey(last) ? last : kind;
        }
        List<Integer> tokens = byKind.get(kind);
        return tokens.get(random.nextInt(random.nextBoolean() ? tokens.size() : Math.min(tokens.size(), 3)));
    }
}
