package dev.cadenza.score.midi;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Any score within the limits of the records, crowded enough that notes collide.
final class Scores {

    private Scores() {
    }

    static Arbitrary<Score> scores() {
        return Combinators.combine(
                Arbitraries.integers().between(1, 32767),
                Combinators.combine(ticks(), Arbitraries.integers().between(1, Tempo.MAX_MICROS)).as(Tempo::new).list().ofMaxSize(4),
                Combinators.combine(ticks(), Arbitraries.integers().between(1, 255), Arbitraries.integers().between(0, 7))
                        .as((t, n, p) -> new Meter(t, n, 1 << p)).list().ofMaxSize(4),
                Combinators.combine(ticks(), Arbitraries.integers().between(-7, 7), Arbitraries.of(Mode.class))
                        .as(KeySignature::new).list().ofMaxSize(4),
                Combinators.combine(ticks(), texts()).as(ChordSymbol::new).list().ofMaxSize(3),
                Combinators.combine(ticks(), texts()).as(Marker::new).list().ofMaxSize(3),
                parts().list().ofMaxSize(20),
                Combinators.combine(texts(), texts(), texts()).as(Metadata::new)).as(Score::new);
    }

    static Arbitrary<Part> parts() {
        return Combinators.combine(texts(),
                Combinators.combine(Arbitraries.integers().between(0, 127), Arbitraries.of(true, false)).as(Instrument::new),
                Combinators.combine(ticks(), Arbitraries.longs().between(0, 30),
                        Arbitraries.oneOf(Arbitraries.integers().between(59, 61), Arbitraries.integers().between(0, 127)),
                        Arbitraries.integers().between(1, 127))
                        .as((t, d, p, v) -> new Note(t, d, Pitch.of(p), v)).list().ofMaxSize(30),
                controls().list().ofMaxSize(6),
                Combinators.combine(ticks(), texts()).as(Lyric::new).list().ofMaxSize(3)).as(Part::new);
    }

    static Arbitrary<Control> controls() {
        Arbitrary<Integer> seven = Arbitraries.integers().between(0, 127);
        return Arbitraries.oneOf(
                Combinators.combine(ticks(), Arbitraries.oneOf(seven, Arbitraries.of(0, 32, 64, 120, 123)), seven).as(Control.ControlChange::new),
                Combinators.combine(ticks(), Arbitraries.integers().between(-8192, 8191)).as(Control.PitchBend::new),
                Combinators.combine(ticks(), seven).as(Control.ProgramChange::new),
                Combinators.combine(ticks(), seven).as(Control.ChannelPressure::new),
                Combinators.combine(ticks(), seven, seven).as(Control.KeyPressure::new));
    }

    private static Arbitrary<Long> ticks() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.longs().between(0, 40)),
                Tuple.of(2, Arbitraries.longs().between(0, 100_000)),
                Tuple.of(1, Arbitraries.longs().between(0, 1L << 33)));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(12);
    }
}
