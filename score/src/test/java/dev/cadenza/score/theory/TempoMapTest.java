package dev.cadenza.score.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TempoMapTest {

    @Test
    void runsAt120UntilToldOtherwise() {
        TempoMap map = TempoMap.of(480, List.of(new Tempo(960, 1_000_000)));
        assertEquals(0.5, map.seconds(480), 1e-12);
        assertEquals(1.0, map.seconds(960), 1e-12);
        assertEquals(3.0, map.seconds(1920), 1e-12);
        assertEquals(720, map.tick(0.75));
        assertEquals(1440, map.tick(2.0));
    }

    @Test
    void theLastTempoAtATickCounts() {
        TempoMap map = TempoMap.of(1, List.of(new Tempo(0, 300_000), new Tempo(0, 250_000), new Tempo(4, 1_000_000), new Tempo(4, 2_000_000)));
        assertEquals(1.0, map.seconds(4), 1e-12);
        assertEquals(3.0, map.seconds(5), 1e-12);
    }

    @Property
    void timeRunsForwardAndBack(@ForAll @IntRange(min = 1, max = 32767) int resolution,
            @ForAll @Size(max = 6) List<@IntRange(min = 1000, max = Tempo.MAX_MICROS) Integer> micros,
            @ForAll @LongRange(max = 1_000_000) long tick) {
        List<Tempo> tempos = new ArrayList<>();
        micros.forEach(m -> tempos.add(new Tempo(tempos.size() * 777L, m)));
        TempoMap map = TempoMap.of(resolution, tempos);
        assertEquals(tick, map.tick(map.seconds(tick)));
        assertTrue(map.seconds(tick + 1) > map.seconds(tick));
    }
}
