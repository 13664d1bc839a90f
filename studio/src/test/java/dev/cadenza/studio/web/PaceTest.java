package dev.cadenza.studio.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void soManyAMinuteAndNoMore() {
        AtomicLong nanos = new AtomicLong();
        Pace pace = new Pace(120, nanos::get);
        assertEquals(120, admitted(pace, 1000), "at once");
        nanos.addAndGet(1_000_000_000L);
        assertEquals(2, admitted(pace, 10), "a second later");
        nanos.addAndGet(3_600_000_000_000L);
        assertEquals(120, admitted(pace, 1000), "what was not used for an hour is not saved up");
    }

    private static long admitted(Pace pace, int tries) {
        return IntStream.range(0, tries).filter(_ -> pace.admits()).count();
    }
}
