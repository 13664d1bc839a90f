package dev.cadenza.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.Objective;
import dev.cadenza.model.TrainEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_500L));

    @TempDir
    Path folder;

    private EventLog log(long step) {
        EventLog log = new EventLog(folder, new Objective.Likelihood().lossName(), CLOCK);
        log.begin(step);
        return log;
    }

    private Path file(String step) {
        return folder.resolve("events.out.tfevents." + step + ".cadenza");
    }

    private static void steps(EventLog log, int from, int to) {
        for (int step = from; step <= to; step++) {
            log.log(new TrainEvent.Stepped(1, step, 100, step / 4.0, 1));
        }
    }

    private static long[] scalarSteps(List<EventFileReader.Event> events) {
        return events.stream().filter(event -> !event.scalars().isEmpty()).mapToLong(EventFileReader.Event::step).toArray();
    }

    /// The vectors of RFC 3720 (iSCSI), appendix B.4, and the check value of the catalogue of CRCs; masked as in TensorFlow.
    @Test
    void checksumsAreThoseOfTheStandard() {
        byte[] zeros = new byte[32];
        byte[] ascending = new byte[32];
        for (int i = 0; i < 32; i++) {
            ascending[i] = (byte) i;
        }
        Map<byte[], Integer> known = Map.of(zeros, 0x8a9136aa, ascending, 0x46dd794e,
                "123456789".getBytes(StandardCharsets.US_ASCII), 0xe3069283);
        known.forEach((bytes, crc) -> {
            assertEquals(crc, EventFileReader.crc(bytes));
            assertEquals(((crc >>> 15) | (crc << 17)) + 0xa282ead8, EventRecord.checksum(ByteBuffer.wrap(bytes)));
        });
    }

    @Test
    void scalarsAreReadAgain() throws IOException {
        EventLog log = log(0);
        steps(log, 1, 25);
        log.log(new TrainEvent.Validated(1, 2.5, 2.25, 4.5, 18, true, 0.001, 1500, 3, new TreeMap<>(Map.of("valid.kl", 1.5))), 25);
        log.log(new TrainEvent.Validated(2, 2, Double.NaN, Double.NaN, Double.NaN, true, 0.0005, 1600, 6, new TreeMap<>()),
                50_000_000_000L);
        List<EventFileReader.Event> events = EventFileReader.read(file("0000000000"));
        assertEquals("brain.Event:2", events.getFirst().version());
        assertEquals(1_700_000_000.5, events.getFirst().wallTime());
        assertArrayEquals(new long[] {10, 20, 25, 50_000_000_000L}, scalarSteps(events));
        assertEquals(Map.of("batch/nats_per_token", 5f), events.get(2).scalars());
        assertEquals(Map.of("train/nats_per_token", 2.5f, "valid/nats_per_token", 2.25f, "valid/nats_per_step", 4.5f,
                "valid/nats_per_quarter", 18f, "learning_rate", 0.001f, "tokens_per_second", 1500f, "epoch", 1f, "valid/kl", 1.5f),
                events.get(3).scalars());
        assertEquals(Set.of("train/nats_per_token", "learning_rate", "tokens_per_second", "epoch"),
                events.get(4).scalars().keySet(), "what was not measured is left out");
    }

    @Test
    void aResumedRunHasEachStepOnce() throws IOException {
        steps(log(0), 1, 60);
        // Killed at step 60 while it wrote; the checkpoint is that of step 40.
        Files.write(file("0000000000"), new byte[] {40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3}, StandardOpenOption.APPEND);
        steps(log(40), 41, 90);
        assertArrayEquals(new long[] {10, 20, 30, 40}, scalarSteps(EventFileReader.read(file("0000000000"))));
        List<EventFileReader.Event> second = EventFileReader.read(file("0000000040"));
        assertTrue(second.get(1).starts());
        assertEquals(41, second.get(1).step());
        assertArrayEquals(LongStream.of(50, 60, 70, 80, 90).toArray(), scalarSteps(second));
        // Resumed again from before the second sitting: that one is void.
        steps(log(20), 21, 30);
        assertFalse(Files.exists(file("0000000040")));
        assertArrayEquals(new long[] {10, 20}, scalarSteps(EventFileReader.read(file("0000000000"))));
        log(0);
        assertFalse(Files.exists(file("0000000020")), "a new run begins with nothing");
        assertEquals(1, EventFileReader.read(file("0000000000")).size());
    }
}
