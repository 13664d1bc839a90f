package dev.cadenza.corpus.store;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Control;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Scores by chance that use every field of every record, to its limits.
public final class AnyScore {

    private final RandomGenerator random;
    private final long last;

    private AnyScore(RandomGenerator random, long last) {
        this.random = random;
        this.last = last;
    }

    public static Score of(long seed) {
        return within(seed, Long.MAX_VALUE);
    }

    /// @param last the last tick at which anything stands; a power of two less 1
    public static Score within(long seed, long last) {
        return new AnyScore(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), last).score();
    }

    private Score score() {
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Note> notes = timed(this::note);
            parts.add(new Part(text(), new Instrument(random.nextInt(128), random.nextBoolean()), notes, timed(this::control),
                    timed(tick -> new Lyric(tick, text(), random.nextInt(1, 4))), notation(notes.size())));
        }
        return new Score(1 + random.nextInt(32767), timed(tick -> new Tempo(tick, 1 + random.nextInt(Tempo.MAX_MICROS))),
                timed(tick -> new Meter(tick, 1 + random.nextInt(255), 1 << random.nextInt(8))),
                timed(tick -> new KeySignature(tick, random.nextInt(15) - 7, random.nextBoolean() ? Mode.MAJOR : Mode.MINOR)),
                timed(tick -> new ChordSymbol(tick, text())), timed(tick -> new Marker(tick, text())), parts,
                new Metadata(text(), text(), text()), timed(this::repeat));
    }

    private Notation notation(int notes) {
        List<Integer> voices = new ArrayList<>();
        if (random.nextBoolean()) {
            for (int i = 0; i < notes; i++) {
                voices.add(random.nextInt(1, 9));
            }
        }
        return new Notation(voices, timed(tick -> new GraceNote(tick, random.nextInt(1, 5), note(tick).pitch(),
                1 << random.nextInt(11), random.nextBoolean(), random.nextBoolean())), timed(this::mark));
    }

    private Mark mark(long tick) {
        long end = tick + Math.min(random.nextInt(1000), last - tick);
        return switch (random.nextInt(6)) {
            case 0 -> new Mark.Articulation(tick, random.nextInt(1, 5), any(Mark.Sign.values()));
            case 1 -> new Mark.Fingering(tick, random.nextInt(1, 5), random.nextInt(6));
            case 2 -> new Mark.Dynamic(tick, any(Mark.Level.values()));
            case 3 -> new Mark.Hairpin(tick, end, random.nextBoolean());
            case 4 -> new Mark.Slur(tick, random.nextInt(1, 5), end);
            default -> new Mark.Words(tick, text());
        };
    }

    private RepeatSign repeat(long tick) {
        RepeatSign.Kind kind = any(RepeatSign.Kind.values());
        return switch (kind) {
            case END -> new RepeatSign(tick, kind, List.of(random.nextInt(1, 5)));
            case ENDING -> new RepeatSign(tick, kind, List.of(1, random.nextInt(2, 5)));
            case START, ENDING_END, SEGNO, CODA, TO_CODA, FINE, DA_CAPO, DAL_SEGNO -> RepeatSign.of(tick, kind);
        };
    }

    private <E> E any(E[] all) {
        return all[random.nextInt(all.length)];
    }

    private <T> List<T> timed(LongFunction<T> make) {
        List<T> all = new ArrayList<>();
        long tick = 0;
        for (int i = random.nextInt(6); i > 0; i--) {
            tick = random.nextInt(10) == 0 ? random.nextLong() & last : tick + random.nextInt(1000) & last;
            all.add(make.apply(tick));
        }
        return all;
    }

    private Note note(long tick) {
        Letter letter = Letter.values()[random.nextInt(7)];
        Spelling spelling = new Spelling(letter, random.nextInt(5) - 2);
        Pitch pitch = random.nextBoolean() ? Pitch.of(random.nextInt(128))
                : new Pitch(12 * random.nextInt(10) + spelling.pitchClass(), spelling);
        return new Note(tick, random.nextInt(2000), pitch, 1 + random.nextInt(127));
    }

    private Control control(long tick) {
        return switch (random.nextInt(5)) {
            case 0 -> new Control.ControlChange(tick, random.nextInt(128), random.nextInt(128));
            case 1 -> new Control.PitchBend(tick, random.nextInt(1 << 14) - (1 << 13));
            case 2 -> new Control.ProgramChange(tick, random.nextInt(128));
            case 3 -> new Control.ChannelPressure(tick, random.nextInt(128));
            default -> new Control.KeyPressure(tick, random.nextInt(128), random.nextInt(128));
        };
    }

    private String text() {
        return List.of("", "Menuett", "Ave Mari\u0301a \u266d", "\uD834\uDD1E\u0000\n\"", "x".repeat(300)).get(random.nextInt(5));
    }
}
