package dev.cadenza.score.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MetreFinderTest {

    private static final Meter ONE = new Meter(0, 1, 4);

    private static Score dance(int beats, double from, Meter claim) {
        return Music.score(List.of(claim), Music.part("dance", Music.dance(16, beats, from)));
    }

    @Test
    void aWaltzHasThreeBeatsThoughTheFileSaysOne() {
        MetreEstimate found = MetreFinder.find(dance(3, 0, ONE));
        assertEquals(new Meter(0, 3, 4), found.meter());
        assertEquals(0, found.phaseTicks());
        assertTrue(found.distrusted());
    }

    @Test
    void barsBeginWhereTheyAreHeardNotWhereTheFileBegins() {
        MetreEstimate found = MetreFinder.find(dance(4, 1, ONE));
        assertEquals(new Meter(0, 4, 4), found.meter());
        assertEquals(Music.RESOLUTION, found.phaseTicks());
    }

    @Test
    void whatTheFileSaysStandsWhereItIsHeard() {
        Score waltz = dance(3, 0, new Meter(0, 3, 4));
        assertFalse(MetreFinder.find(waltz).distrusted());
        assertSame(waltz, MetreFinder.repaired(waltz));
    }

    @Test
    void repairedBeatsLieOnQuartersAndBarsWhereTheyAreHeard() {
        Score off = dance(4, 1.2, ONE);
        Score repaired = MetreFinder.repaired(off);
        BarMap bars = BarMap.of(repaired);
        List<Note> notes = repaired.parts().getFirst().notes();
        assertEquals(off.parts().getFirst().notes().size(), notes.size());
        Note first = notes.getFirst();
        assertEquals(0, first.onset() % Music.RESOLUTION);
        assertTrue(bars.isBarStart(first.onset()));
        assertEquals(4 * Music.RESOLUTION, bars.length(bars.bar(first.onset())));
    }

    @Test
    void silenceHasNoMetre() {
        MetreEstimate found = MetreFinder.find(Music.score(List.of(ONE), Music.part("", List.of())));
        assertEquals(Meter.common(), found.meter());
        assertFalse(found.distrusted());
    }

    @Test
    void notesAtArbitraryTimesAreNoMusicalGrid() {
        Random random = new Random(1);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            notes.add(new Note(random.nextInt(100_000), 40, Pitch.of(40 + random.nextInt(40)), 80));
        }
        Score score = new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(Music.part("", notes)), dev.cadenza.score.Metadata.NONE);
        assertFalse(MetreFinder.find(score).musicalGrid());
        assertSame(score, MetreFinder.repaired(score));
    }

    @Test
    void manyNotesAtOneTickAreWorkedThrough() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            notes.add(new Note(7, 48, Pitch.of(i % 128), 80));
        }
        assertEquals(1, MetreFinder.find(Music.score(List.of(), Music.part("", notes))).gridShare());
    }

    @Property(tries = 20)
    void transposingAndScalingTicksChangeNothing(@ForAll @IntRange(min = 2, max = 4) int beats,
            @ForAll @IntRange(min = 0, max = 3) int from, @ForAll @IntRange(min = -12, max = 12) int up,
            @ForAll @IntRange(min = 1, max = 4) int times) {
        Score score = dance(beats, from, ONE);
        List<Note> moved = score.parts().getFirst().notes().stream().map(n -> new Note(n.onset() * times, n.duration() * times,
                Pitch.of(n.pitch().midi() + up), n.velocity())).toList();
        Score other = new Score(Music.RESOLUTION * times, List.of(), List.of(ONE), List.of(), List.of(), List.of(),
                List.of(new Part("", score.parts().getFirst().instrument(), moved)), score.metadata());
        MetreEstimate a = MetreFinder.find(score);
        MetreEstimate b = MetreFinder.find(other);
        assertEquals(a.meter(), b.meter());
        assertEquals(a.phaseTicks() * times, b.phaseTicks());
        assertEquals(a.confidence(), b.confidence(), 1e-9);
    }

    @Property(tries = 10)
    void theOrderOfPartsDoesNotMatter(@ForAll @IntRange(min = 2, max = 4) int beats) {
        List<Note> notes = Music.dance(8, beats, 0);
        Part low = Music.part("low", notes.stream().filter(n -> n.pitch().midi() < 60).toList());
        Part high = Music.part("high", notes.stream().filter(n -> n.pitch().midi() >= 60).toList());
        assertEquals(MetreFinder.find(Music.score(List.of(), low, high)), MetreFinder.find(Music.score(List.of(), high, low)));
    }
}
