package dev.cadenza.model.generate;

import static dev.cadenza.model.generate.ToyVoices.G;
import static dev.cadenza.model.generate.ToyVoices.QUARTER;
import static dev.cadenza.model.generate.ToyVoices.filled;
import static dev.cadenza.model.generate.ToyVoices.four;
import static dev.cadenza.model.generate.ToyVoices.harmonized;
import static dev.cadenza.model.generate.ToyVoices.part;
import static dev.cadenza.model.generate.ToyVoices.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.Fermatas;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Music of all kinds between whose notes others are made: metres, lengths, odd notes, regions.
class GivenMusicTest {

    private static final List<Meter> COMMON = List.of(Meter.common());
    private static final int[] TUNE = {67, 69, 71, 72, 74, 72, 71, 69, 67, 71, 72, 69, 67, 66, 67, 67};
    private static final int SIXTEENTH = QUARTER / 4;

    private static String refusal(Runnable made) {
        return assertThrows(RequestException.class, made::run).code();
    }

    private static Stream<Note> made(Score score, int... parts) {
        return IntStream.of(parts).boxed().flatMap(part -> score.parts().get(part).notes().stream());
    }

    @Test
    void allVoicesPauseWhereTheGivenOneDoes() {
        Part tune = Fermatas.marked(part("Tune", 0, QUARTER, TUNE), new long[] {3 * QUARTER, 15 * QUARTER});
        Score made = harmonized(score(COMMON, List.of(tune)), Constraints.usual()).score();
        assertEquals(tune, made.parts().getFirst());
        for (Part voice : made.parts().subList(1, 4)) {
            assertEquals(LongStream.of(3 * QUARTER, 15 * QUARTER).mapToObj(tick -> voice.notes().stream().filter(note -> note.onset() <= tick
                    && tick < note.end()).findFirst().orElseThrow().onset()).toList(), voice.notation().marks().stream().map(Mark::tick).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 8", "5, 4", "2, 2", "12, 8", "7, 8", "3, 16", "1, 1", "11, 16"})
    void everyMetreIsFilledToItsLastBar(int numerator, int denominator) {
        Meter meter = new Meter(0, numerator, denominator);
        long bar = meter.barTicks(QUARTER);
        int eighths = (int) Math.max(1, 2 * bar / 240);
        Score given = score(List.of(meter), List.of(part("Tune", 0, 240, IntStream.range(0, eighths).map(i -> TUNE[i % 16]).toArray())));
        Score made = harmonized(given, Constraints.usual()).score();
        assertEquals(given.meters(), made.meters());
        assertEquals(given.parts().getFirst(), made.parts().getFirst());
        assertEquals(given.end(), made.end());
        assertTrue(made(made, 1, 2, 3).allMatch(note -> note.onset() % SIXTEENTH == 0 && note.duration() > 0), "off the grid");
        Score again = filled(made, "2", List.of(), Constraints.usual()).score();
        for (int voice = 0; voice < 4; voice++) {
            assertEquals(made.parts().get(voice).notes().stream().filter(note -> note.onset() < bar).toList(),
                    again.parts().get(voice).notes().stream().filter(note -> note.onset() < bar).toList());
        }
    }

    @Test
    void changesOfMetreAndTempoStayWhereTheyAre() {
        List<Meter> meters = List.of(new Meter(0, 1, 4), new Meter(QUARTER, 4, 4), new Meter(5 * QUARTER, 3, 4), new Meter(8 * QUARTER, 6, 8));
        List<Tempo> tempos = List.of(Tempo.ofBpm(0, 90), Tempo.ofBpm(2 * QUARTER + 7, 60));
        Score plain = four(meters, IntStream.range(0, 14).map(i -> TUNE[i]).toArray());
        Score given = new Score(QUARTER, tempos, meters, plain.keys(), List.of(), List.of(), plain.parts(), Metadata.NONE);
        BarMap bars = BarMap.of(given);
        Score made = filled(given, "3-4", List.of(1, 2), Constraints.usual()).score();
        assertEquals(meters, made.meters());
        assertEquals(tempos, made.tempos());
        assertEquals(5 * QUARTER, bars.start(2));
        for (int voice : List.of(1, 2)) {
            assertEquals(given.parts().get(voice).notes().stream().filter(note -> note.onset() < bars.start(2) || note.onset() >= bars.start(4)).toList(),
                    made.parts().get(voice).notes().stream().filter(note -> note.onset() < bars.start(2) || note.onset() >= bars.start(4)).toList());
            assertNotEquals(given.parts().get(voice).notes(), made.parts().get(voice).notes());
        }
    }

    @Test
    void twoGivenVoicesStay() {
        Score given = score(COMMON, List.of(part("Low", 0, 2 * QUARTER, 43, 50, 48, 43), part("Extra", 0, QUARTER, 60), part("High", 0, QUARTER, 67, 69, 71, 72, 74, 72, 71, 67)));
        Take take = harmonized(given, Map.of(0, 2, 3, 0), Optional.of(G), Constraints.usual());
        assertEquals(List.of("High", "Alto", "Tenor", "Low"), take.score().parts().stream().map(Part::name).toList());
        assertEquals(given.parts().get(2), take.score().parts().getFirst());
        assertEquals(given.parts().get(0), take.score().parts().getLast());
        assertTrue(made(take.score(), 1, 2).count() >= 2);
        assertTrue(take.notices().contains("Parts that are not given are left out: Extra."), take.notices().toString());
    }

    /// Two bars in E flat and two in E: new notes are spelled and drawn by the key in force.
    @Test
    void eachBarHasItsKey() {
        List<KeySignature> keys = List.of(new KeySignature(0, -3, Mode.MAJOR), new KeySignature(8 * QUARTER, 4, Mode.MAJOR));
        Score given = score(COMMON, List.of(part("Tune", 0, QUARTER, 63, 65, 67, 68, 70, 68, 67, 63, 64, 66, 68, 69, 71, 69, 68, 64))).withKeys(keys);
        Constraints pulled = new Constraints(false, true, true, true, true, 100);
        Score made = harmonized(given, Map.of(0, 0), Optional.empty(), pulled).score();
        assertEquals(keys, made.keys());
        made(made, 1, 2, 3).filter(note -> note.onset() < 8 * QUARTER).forEach(note -> assertTrue(note.pitch().spelling().alter() <= 0, note.toString()));
        made(made, 1, 2, 3).filter(note -> note.onset() >= 8 * QUARTER).forEach(note -> assertTrue(note.pitch().spelling().alter() >= 0, note.toString()));
        assertTrue(made(made, 1, 2, 3).anyMatch(note -> note.pitch().spelling().alter() < 0) && made(made, 1, 2, 3).anyMatch(note -> note.pitch().spelling().alter() > 0));
    }

    @Test
    void threadsDoNotMatter() {
        GenerationRequest request = new GenerationRequest.Harmonize(score(COMMON, List.of(part("Tune", 0, QUARTER, 67, 69, 71, 67))), new TreeMap<>(Map.of(1, 0)),
                Optional.empty(), SamplerSettings.usual(), Constraints.usual(), 7, 3);
        assertEquals(Composer.compose(ToyVoices.MODEL, request, 1), Composer.compose(ToyVoices.MODEL, request, 3));
    }

    @Test
    void whoStopsItNeedNotWait() {
        GenerationRequest request = new GenerationRequest.Harmonize(score(COMMON, List.of(part("Tune", 0, QUARTER, TUNE))), new TreeMap<>(Map.of(0, 0)),
                Optional.empty(), SamplerSettings.usual(), Constraints.usual(), 7, 1);
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> GibbsMaker.of(ToyVoices.MODEL, request).make(7));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void aMelodyOutOfItsVoiceStaysAndIsSaid() {
        Take low = harmonized(score(COMMON, List.of(part("Tune", 0, QUARTER, 36, 38, 40, 36))), Constraints.usual());
        assertTrue(low.notices().stream().anyMatch(notice -> notice.contains("The given soprano lies mostly outside")), low.notices().toString());
        assertEquals(List.of(36, 38, 40, 36), low.score().parts().getFirst().notes().stream().map(note -> note.pitch().midi()).toList());
        Take bass = harmonized(score(COMMON, List.of(part("Tune", 0, QUARTER, 43, 45, 47, 43))), Map.of(3, 0), Optional.of(G), Constraints.usual());
        assertEquals(List.of(), bass.notices());
        assertEquals("OUT_OF_REACH", refusal(() -> harmonized(score(COMMON, List.of(part("Tune", 0, QUARTER, 108, 110))), Constraints.usual())));
        assertEquals("OUT_OF_REACH", refusal(() -> harmonized(score(COMMON, List.of(part("Tune", 0, QUARTER, 12))), Constraints.none())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 60, 160, 100, 333})
    void notesOffTheGridStayAsTheyAre(long duration) {
        Score given = score(COMMON, List.of(part("Tune", 0, duration, TUNE)));
        Score made = harmonized(given, Constraints.usual()).score();
        assertEquals(given.parts().getFirst(), made.parts().getFirst());
        assertTrue(made(made, 1, 2, 3).allMatch(note -> note.onset() % SIXTEENTH == 0 && note.duration() > 0));
        assertTrue(made(made, 1, 2, 3).allMatch(note -> note.onset() < given.end()));
    }

    @Test
    void legatoIsOneVoiceAndChordsAreNone() {
        List<Note> legato = IntStream.range(0, 8).mapToObj(i -> new Note(i * (long) QUARTER, QUARTER + 200, Pitch.of(TUNE[i]), 70)).toList();
        Score given = score(COMMON, List.of(new Part("Tune", Instrument.PIANO, legato)));
        assertEquals(legato, harmonized(given, Constraints.usual()).score().parts().getFirst().notes());
        List<Note> chords = Stream.of(60, 64, 67).map(pitch -> new Note(QUARTER, QUARTER, Pitch.of(pitch), 70)).toList();
        RequestException refused = assertThrows(RequestException.class,
                () -> harmonized(score(COMMON, List.of(new Part("Piano", Instrument.PIANO, chords))), Constraints.usual()));
        assertTrue(refused.getMessage().contains("several notes sound at once in bar 1 of the part 'Piano'"), refused.getMessage());
    }

    @Test
    void oneNoteIsEnoughAndNoneIsRefused() {
        Score one = harmonized(score(COMMON, List.of(part("Tune", 0, QUARTER, 67))), Constraints.usual()).score();
        assertEquals(QUARTER, one.end());
        assertEquals(List.of(1, 1, 1), List.of(1, 2, 3).stream().map(voice -> one.parts().get(voice).notes().size()).toList());
        assertEquals("NO_NOTES", refusal(() -> harmonized(score(COMMON, List.of(part("Tune", 0, QUARTER))), Constraints.usual())));
    }

    @Test
    void whatIsTooLongOrTooCoarseIsRefusedAtOnce() {
        int[] many = IntStream.range(0, 4 * (GenerationRequest.MOST_BARS + 1)).map(i -> TUNE[i % 16]).toArray();
        // One voice is given, so a third more bars than of four voices are made.
        int[] more = IntStream.range(0, 4 * (GenerationRequest.MOST_BARS * 4 / 3 + 1)).map(i -> TUNE[i % 16]).toArray();
        assertEquals("TOO_LONG", refusal(() -> harmonized(score(COMMON, List.of(part("Tune", 0, QUARTER, more))), Constraints.usual())));
        assertEquals("TOO_LONG", refusal(() -> filled(four(COMMON, many), "", List.of(), Constraints.usual())));
        assertTrue(filled(four(COMMON, many), "2", List.of(1), Constraints.usual()).notices().isEmpty(), "one bar of it may be made anew");
        Score far = score(COMMON, List.of(new Part("Tune", Instrument.PIANO, List.of(new Note(0, QUARTER, Pitch.of(67), 70), new Note(1L << 40, QUARTER, Pitch.of(67), 70)))));
        assertEquals("TOO_LONG", refusal(() -> harmonized(far, Constraints.usual())));
        Score coarse = new Score(1, List.of(), COMMON, List.of(), List.of(), List.of(), List.of(part("Tune", 0, 1, TUNE)), Metadata.NONE);
        assertEquals("RESOLUTION_TOO_COARSE", refusal(() -> harmonized(coarse, Constraints.usual())));
    }

    @Test
    void regionsOfSeveralRangesAreMadeAnewAndNothingElse() {
        Score given = four(COMMON, TUNE);
        Score made = filled(given, "1,3-9", List.of(2), Constraints.usual()).score();
        for (int voice : List.of(0, 1, 3)) {
            assertEquals(given.parts().get(voice), made.parts().get(voice));
        }
        long bar = 4 * QUARTER;
        assertEquals(given.parts().get(2).notes().subList(4, 8), made.parts().get(2).notes().stream().filter(note -> note.onset() / bar == 1).toList());
        for (long anew : new long[] {0, 2, 3}) {
            assertNotEquals(given.parts().get(2).notes().stream().filter(note -> note.onset() / bar == anew).toList(),
                    made.parts().get(2).notes().stream().filter(note -> note.onset() / bar == anew).toList());
        }
        assertEquals(List.of("The music has 4 bars; of those beyond there is nothing to make anew."), filled(given, "1,3-9", List.of(2), Constraints.usual()).notices());
    }

    @Test
    void regionsThatAreNoneAreRefused() {
        Score given = four(COMMON, TUNE);
        assertEquals("NOTHING_TO_FILL", refusal(() -> filled(given, "5-8", List.of(), Constraints.usual())));
        List<Part> parts = new ArrayList<>(given.parts());
        parts.add(new Part("Drums", Instrument.DRUM_KIT, given.parts().getFirst().notes()));
        Score drums = given.withParts(parts);
        RequestException refused = assertThrows(RequestException.class, () -> filled(drums, "1", List.of(4), Constraints.usual()));
        assertEquals("NO_VOICE", refused.code());
        assertTrue(refused.getMessage().contains("'Drums' is for drums"), refused.getMessage());
        assertEquals(drums.parts().getLast(), filled(drums, "1", List.of(), Constraints.usual()).score().parts().getLast());
        Score held = score(COMMON, List.of(part("S", 0, 8 * QUARTER, 72), part("A", 0, 8 * QUARTER, 67), part("T", 0, 8 * QUARTER, 60), part("B", 0, 8 * QUARTER, 48)));
        RequestException reaching = assertThrows(RequestException.class, () -> filled(held, "2", List.of(), Constraints.usual()));
        assertTrue(reaching.getMessage().contains("all notes of these bars reach into them or out of them"), reaching.getMessage());
    }

    @Test
    void silenceBehindTheLastNoteStays() {
        Score given = four(COMMON, IntStream.of(TUNE).limit(15).toArray());
        Score made = filled(given, "3-4", List.of(), Constraints.usual()).score();
        assertEquals(given.end(), made.end());
        assertEquals(7, ToyVoices.chord(made, 14 * QUARTER).getLast() % 12, "the last chord is the tonic's, as it was");
    }

    /// As played by hand: a note begins a little before the bar line and so reaches out of the region.
    @Test
    void newNotesDoNotOverlapThoseThatStay() {
        List<Note> played = List.of(new Note(0, 2 * QUARTER - 30, Pitch.of(67), 70), new Note(2 * QUARTER, QUARTER, Pitch.of(69), 70),
                new Note(3 * QUARTER, QUARTER - 20, Pitch.of(71), 70), new Note(4 * QUARTER - 20, 2 * QUARTER, Pitch.of(72), 70), new Note(6 * QUARTER, 2 * QUARTER, Pitch.of(67), 70));
        List<Part> parts = new ArrayList<>(four(COMMON, IntStream.of(TUNE).limit(8).toArray()).parts());
        parts.set(0, new Part("Played", Instrument.PIANO, played));
        Take take = filled(score(COMMON, parts), "1", List.of(0), Constraints.none());
        List<Note> notes = take.score().parts().getFirst().notes();
        assertTrue(notes.contains(played.get(3)) && notes.contains(played.get(4)), notes.toString());
        for (int i = 1; i < notes.size(); i++) {
            assertTrue(notes.get(i - 1).end() <= notes.get(i).onset(), notes.toString());
        }
        assertEquals(List.of("Notes that reach into the region or out of it stay as they are."), take.notices());
    }

    @Test
    void partsAreNamedByNameOrNumber() {
        List<String> names = List.of("Piano", "2", "Piano", "", "Flute ");
        assertEquals(4, Region.parts("--parts", List.of(" flute"), names).nextSetBit(0));
        assertEquals(1, Region.parts("--parts", List.of("2"), names).nextSetBit(0));
        assertEquals(2, Region.parts("--parts", List.of("3"), names).nextSetBit(0));
        assertEquals(3, Region.parts("--parts", List.of("1", "3", "4"), names).cardinality());
        assertEquals("PART_AMBIGUOUS", refusal(() -> Region.parts("--parts", List.of("piano"), names)));
        for (String unknown : List.of("", "6", "0", "-1", "viola", "1-2")) {
            assertEquals("PART_UNKNOWN", refusal(() -> Region.parts("--parts", List.of(unknown), names)), unknown);
        }
        for (String none : List.of("", "0", "8-5", "2-", "-2", "1,,2", "1-2-3", "a", "99999999999", "1-9999999")) {
            assertEquals("BARS_UNKNOWN", refusal(() -> Region.bars("--bars", none)), none);
        }
        assertEquals("{2, 5, 6, 7, 8}", Region.bars("--bars", " 5-8, 2").toString());
    }
}
