package dev.cadenza.score.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.w3c.dom.Element;

class MeasureSumProperties {

    private static final Map<String, Integer> VALUES = Map.of("whole", 384, "half", 192, "quarter", 96, "eighth", 48, "16th",
            24, "32nd", 12, "64th", 6, "128th", 3);

    @Property(tries = 150)
    void everyVoiceOfEveryBarAddsUp(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int kind) {
        Score score = random(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), kind);
        WrittenXml notation = WrittenXml.read(MusicXmlWriter.write(score));
        Grid grid = Grid.of(score);
        List<Measure> measures = Measure.of(score, grid);
        for (Element part : notation.all("part")) {
            List<Element> written = WrittenXml.within(part, "measure");
            assertEquals(measures.size(), written.size());
            for (Measure measure : measures) {
                WrittenXml.reach(written.get(measure.index())).forEach((voice, reach) ->
                        assertEquals(measure.length(), reach, "bar " + (measure.index() + 1) + ", voice " + voice));
            }
        }
        notation.all("note").forEach(note -> assertLengthIsThatOfItsValue(note, grid));
        assertEquals(notation.all("tied").stream().filter(tied -> tied.getAttribute("type").equals("start")).count(),
                notation.all("tied").stream().filter(tied -> tied.getAttribute("type").equals("stop")).count());
        assertEquals(notation.all("tuplet").stream().filter(t -> t.getAttribute("type").equals("start")).count(),
                notation.all("tuplet").stream().filter(t -> t.getAttribute("type").equals("stop")).count());
        long sounding = score.parts().stream().mapToLong(part -> part.notes().size()).sum();
        long begun = notation.all("note").stream().filter(note -> WrittenXml.within(note, "rest").isEmpty()
                && WrittenXml.within(note, "tie").stream().noneMatch(tie -> tie.getAttribute("type").equals("stop"))).count();
        assertTrue(begun <= sounding && begun > 0, begun + " of " + sounding);
    }

    private static void assertLengthIsThatOfItsValue(Element note, Grid grid) {
        String type = WrittenXml.text(note, "type");
        if (type.isEmpty()) {
            return;
        }
        double units = VALUES.get(type) * grid.divisions() / 96.0 * (WrittenXml.within(note, "dot").isEmpty() ? 1 : 1.5)
                * (WrittenXml.within(note, "time-modification").isEmpty() ? 1 : 2 / 3.0);
        assertEquals(units, Double.parseDouble(WrittenXml.text(note, "duration")), 1e-9);
    }

    private static Score random(RandomGenerator random, int kind) {
        int resolution = List.of(480, 96, 7, 1024).get(random.nextInt(4));
        List<Meter> meters = new ArrayList<>();
        long tick = 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            meters.add(new Meter(tick, 1 + random.nextInt(9), 1 << random.nextInt(kind == 3 ? 8 : 5)));
            tick += random.nextInt(9 * resolution);
        }
        List<Part> parts = new ArrayList<>();
        for (int p = 1 + random.nextInt(3); p > 0; p--) {
            List<Note> notes = new ArrayList<>();
            long at = 0;
            for (int i = 1 + random.nextInt(40); i > 0; i--) {
                long step = Math.max(1, resolution / List.of(1, 2, 3, 4, 6, 8).get(random.nextInt(6)));
                at += kind == 1 ? random.nextInt(resolution) : step * random.nextInt(4);
                long length = kind == 1 ? random.nextInt(3 * resolution) : step * random.nextInt(6);
                notes.add(new Note(at, length, Pitch.of(40 + random.nextInt(45)), 1 + random.nextInt(127)));
            }
            notes.sort(Comparator.comparingLong(Note::onset).thenComparingInt(note -> note.pitch().midi())
                    .thenComparingLong(Note::duration).thenComparingInt(Note::velocity));
            parts.add(new Part("", new Instrument(random.nextInt(128), random.nextInt(5) == 0), notes));
        }
        return new Score(resolution, List.of(), meters, List.of(), List.of(), List.of(), parts, Metadata.NONE);
    }
}
