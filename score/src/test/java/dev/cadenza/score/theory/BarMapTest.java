package dev.cadenza.score.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BarMapTest {

    @Test
    void isInFourFourUntilToldOtherwise() {
        BarMap bars = BarMap.of(480, List.of());
        assertEquals(0, bars.bar(1919));
        assertEquals(1, bars.bar(1920));
        assertEquals(new BarMap.Position(1, 2.5), bars.position(1920 + 1200));
        assertEquals(0, bars.bars(0));
        assertEquals(1, bars.bars(1920));
        assertEquals(2, bars.bars(1921));
    }

    @Test
    void aMeterStartsANewBar() {
        BarMap bars = BarMap.of(12, List.of(new Meter(0, 3, 4), new Meter(40, 6, 8)));
        assertEquals(36, bars.start(1));
        assertEquals(4, bars.length(1));
        assertEquals(40, bars.start(2));
        assertEquals(76, bars.start(3));
        assertEquals(new Meter(0, 3, 4), bars.meter(1));
        assertEquals(6, bars.meter(2).numerator());
        assertEquals(new BarMap.Position(2, 1), bars.position(46));
        assertTrue(bars.isBarStart(40));
    }

    @Test
    void anUpbeatIsAShortFirstBar() {
        BarMap bars = BarMap.of(4, List.of(new Meter(0, 1, 4), new Meter(4, 4, 4)));
        assertEquals(4, bars.length(0));
        assertEquals(4, bars.start(1));
        assertEquals(20, bars.start(2));
    }

    @Test
    void barsThatTheResolutionCannotExpressDoNotDrift() {
        BarMap bars = BarMap.of(1, List.of(new Meter(0, 3, 8)));
        assertEquals(List.of(0L, 1L, 3L, 4L, 6L), List.of(bars.start(0), bars.start(1), bars.start(2), bars.start(3), bars.start(4)));
        assertEquals(15_000_000L, bars.start(10_000_000L));
    }

    @Property
    void everyTickLiesInItsBar(@ForAll @IntRange(min = 1, max = 960) int resolution, @ForAll @LongRange(max = 1L << 40) long tick,
            @ForAll @Size(max = 5) List<@LongRange(max = 5000) Long> changes, @ForAll @IntRange(min = 1, max = 255) int beats,
            @ForAll @IntRange(max = 7) int power) {
        List<Meter> meters = new ArrayList<>();
        changes.stream().sorted().forEach(at -> meters.add(new Meter(at, 1 + (beats + meters.size()) % 255, 1 << power)));
        BarMap bars = BarMap.of(resolution, meters);
        long bar = bars.bar(tick);
        assertTrue(bars.start(bar) <= tick);
        assertTrue(bars.start(bar + 1) > tick);
        assertTrue(bars.position(tick).beat() >= 0);
        assertEquals(bar, bars.position(tick).bar());
    }
}
