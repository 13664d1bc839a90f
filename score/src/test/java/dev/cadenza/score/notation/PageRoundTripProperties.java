package dev.cadenza.score.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Mark.Level;
import dev.cadenza.score.Mark.Sign;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.musicxml.MusicXmlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What a page can hold is the same once it is written and read again.
class PageRoundTripProperties {

    private static final int QUARTER = 10_080;
    private static final int BARS = 4;

    private record Sung(Note note, int voice) {
    }

    @Property(tries = 60)
    void aPageIsReadAsItWasWritten(@ForAll long seed) {
        Score score = page(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        Score again = MusicXmlReader.read(MusicXmlWriter.write(score), "again.musicxml").score();
        double factor = (double) QUARTER / again.resolution();
        for (int p = 0; p < score.parts().size(); p++) {
            Part one = score.parts().get(p);
            Part other = again.parts().get(p);
            assertEquals(one.name(), other.name());
            assertEquals(one.instrument(), other.instrument());
            assertEquals(one.notes(), other.notes().stream()
                    .map(n -> new Note(times(n.onset(), factor), times(n.duration(), factor), n.pitch(), n.velocity())).toList());
            assertEquals(one.notation().voices(), other.notation().voices());
            assertEquals(one.lyrics(), other.lyrics().stream().map(l -> new Lyric(times(l.tick(), factor), l.text(), l.verse())).toList());
            assertEquals(one.notation().graces(), other.notation().graces().stream().map(g -> new GraceNote(times(g.tick(), factor), g.voice(),
                    g.pitch(), g.denominator(), g.slashed(), g.chord())).toList());
            assertEquals(sorted(one.notation().marks()), sorted(other.notation().marks().stream().map(m -> moved(m, factor)).toList()));
        }
        assertEquals(score.meters(), again.meters().stream().map(m -> new Meter(times(m.tick(), factor), m.numerator(), m.denominator())).toList());
        assertEquals(score.keys(), again.keys());
        assertEquals(score.tempos(), again.tempos());
        assertEquals(score.metadata(), again.metadata());
        assertEquals(score.markers(), again.markers().stream().map(m -> new Marker(times(m.tick(), factor), m.text())).toList());
        assertEquals(score.repeats(), again.repeats().stream().map(r -> new RepeatSign(times(r.tick(), factor), r.kind(), r.passes())).toList());
    }

    private static long times(long ticks, double factor) {
        return Math.round(ticks * factor);
    }

    private static List<String> sorted(List<Mark> marks) {
        return marks.stream().map(Mark::toString).sorted().toList();
    }

    private static Mark moved(Mark mark, double factor) {
        return switch (mark) {
            case Mark.Articulation m -> new Mark.Articulation(times(m.tick(), factor), m.voice(), m.sign());
            case Mark.Fingering m -> new Mark.Fingering(times(m.tick(), factor), m.voice(), m.finger());
            case Mark.Dynamic m -> new Mark.Dynamic(times(m.tick(), factor), m.level());
            case Mark.Hairpin m -> new Mark.Hairpin(times(m.tick(), factor), times(m.end(), factor), m.louder());
            case Mark.Slur m -> new Mark.Slur(times(m.tick(), factor), m.voice(), times(m.end(), factor));
            case Mark.Words m -> new Mark.Words(times(m.tick(), factor), m.text());
        };
    }

    /// Voices of beats that are each cut into 1, 2, 3, 4, 5, 6, 7 or 8, some of whose notes go on into the next.
    private static Score page(RandomGenerator random) {
        long upbeat = random.nextInt(2) * QUARTER;
        List<Meter> meters = upbeat == 0 ? List.of(new Meter(0, 3, 4)) : List.of(new Meter(0, 3, 4), new Meter(upbeat, 3, 4));
        List<Part> parts = new ArrayList<>();
        for (int p = 1 + random.nextInt(2); p > 0; p--) {
            parts.add(part(random, upbeat));
        }
        long end = upbeat + 3L * BARS * QUARTER;
        long middle = upbeat + 6L * QUARTER;
        List<RepeatSign> repeats = random.nextBoolean() ? List.of(RepeatSign.of(middle, Kind.END), RepeatSign.of(middle, Kind.START),
                RepeatSign.of(end, Kind.END)) : List.of(RepeatSign.of(upbeat, Kind.SEGNO), new RepeatSign(middle, Kind.ENDING, List.of(1, 2)),
                RepeatSign.of(end, Kind.ENDING_END), new RepeatSign(end, Kind.END, List.of(3)), RepeatSign.of(end, Kind.DAL_SEGNO));
        return new Score(QUARTER, List.of(new Tempo(0, 487_213)), meters, List.of(new KeySignature(0, -3, Mode.MINOR)), List.of(),
                List.of(new Marker(middle, "B")), parts, new Metadata("Page & title", "Nobody", "free"), repeats);
    }

    private static Part part(RandomGenerator random, long upbeat) {
        List<Sung> sung = new ArrayList<>();
        List<GraceNote> graces = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        List<Lyric> lyrics = new ArrayList<>();
        for (int voice : random.nextBoolean() ? new int[] {1, 2, 5} : new int[] {1}) {
            List<Long> onsets = voice(random, voice, upbeat, sung);
            for (long onset : onsets) {
                switch (random.nextInt(8)) {
                    case 0 -> marks.add(new Mark.Articulation(onset, voice, Sign.values()[random.nextInt(Sign.values().length)]));
                    case 1 -> marks.add(new Mark.Fingering(onset, voice, random.nextInt(6)));
                    case 2 -> graces.add(new GraceNote(onset, voice, Pitch.of(72), 16, random.nextBoolean(), false));
                    default -> {
                        // Most notes have nothing.
                    }
                }
            }
            marks.add(new Mark.Slur(onsets.getFirst(), voice, onsets.get(onsets.size() / 2 + 1)));
            if (voice == 1) {
                onsets.forEach(onset -> lyrics.add(new Lyric(onset, random.nextBoolean() ? "la" : "lo-", 1)));
                marks.add(new Mark.Dynamic(onsets.get(1), Level.values()[random.nextInt(Level.values().length)]));
                marks.add(new Mark.Hairpin(onsets.get(2), onsets.getLast(), random.nextBoolean()));
                marks.add(new Mark.Words(onsets.get(3), "dolce"));
            }
        }
        sung.sort(Comparator.comparing(Sung::note, Note.ORDER).thenComparingInt(Sung::voice));
        graces.sort(Comparator.comparingLong(GraceNote::tick));
        return new Part("Lute", new Instrument(24, false), sung.stream().map(Sung::note).toList(), List.of(), lyrics,
                new Notation(sung.stream().map(Sung::voice).toList(), graces, marks));
    }

    private static List<Long> voice(RandomGenerator random, int voice, long upbeat, List<Sung> sung) {
        List<Long> onsets = new ArrayList<>();
        int beats = 3 * BARS + (upbeat > 0 ? 1 : 0);
        for (int beat = 0; beat < beats; beat++) {
            int parts = 1 + random.nextInt(8);
            for (int i = 0; i < parts; i++) {
                onsets.add((long) beat * QUARTER + (long) i * QUARTER / parts);
            }
        }
        for (int i = 0; i < onsets.size(); i++) {
            long next = i + 1 < onsets.size() ? onsets.get(i + 1) : (long) beats * QUARTER;
            // No two voices have the same pitches, so that what is tied is known.
            for (int chord = random.nextInt(3); chord >= 0; chord--) {
                int pitch = 80 - 12 * voice + 4 * chord + i % 2;
                sung.add(new Sung(new Note(onsets.get(i), next - onsets.get(i), Pitch.of(pitch), 1 + random.nextInt(127)), voice));
            }
        }
        return onsets;
    }
}
