package dev.cadenza.score.midi;

import dev.cadenza.score.Control;
import java.nio.charset.StandardCharsets;

/// Writes the events of a track, in time order, with running status.
final class EventSink {

    static final int TEXT = 1;
    static final int COPYRIGHT = 2;
    static final int TRACK_NAME = 3;
    static final int LYRIC = 5;
    static final int MARKER = 6;
    private static final int META = 0xFF;
    private static final int END_OF_TRACK = 0x2F;
    private static final int MAX_DELTA = 0x0FFFFFFF;

    private final ByteSink bytes = new ByteSink();
    private long now;
    private int running;

    void text(long tick, int type, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        begin(tick, type, utf8.length);
        bytes.all(utf8, utf8.length);
    }

    void meta(long tick, int type, int... data) {
        begin(tick, type, data.length);
        for (int value : data) {
            bytes.one(value);
        }
    }

    void channel(long tick, int status, int data) {
        status(tick, status);
        bytes.one(data);
    }

    void channel(long tick, int status, int one, int two) {
        status(tick, status);
        bytes.one(one);
        bytes.one(two);
    }

    void control(long tick, int channel, Control control) {
        switch (control) {
            case Control.ControlChange c -> channel(tick, 0xB0 | channel, c.controller(), c.value());
            case Control.PitchBend b -> channel(tick, 0xE0 | channel, b.value() + 8192 & 0x7F, b.value() + 8192 >> 7);
            case Control.ProgramChange p -> channel(tick, 0xC0 | channel, p.program());
            case Control.ChannelPressure p -> channel(tick, 0xD0 | channel, p.value());
            case Control.KeyPressure k -> channel(tick, 0xA0 | channel, k.pitch(), k.value());
        }
    }

    /// Ends the track with its last event.
    ByteSink end() {
        begin(now, END_OF_TRACK, 0);
        return bytes;
    }

    private void begin(long tick, int type, int length) {
        delta(tick);
        bytes.one(META);
        bytes.one(type);
        bytes.number(length);
        running = 0;
    }

    private void status(long tick, int status) {
        delta(tick);
        if (status != running) {
            bytes.one(status);
            running = status;
        }
    }

    /// A step in time; one that is too long for the format is bridged by empty texts.
    private void delta(long tick) {
        while (tick - now > MAX_DELTA) {
            now += MAX_DELTA;
            bytes.number(MAX_DELTA);
            bytes.one(META);
            bytes.one(TEXT);
            bytes.number(0);
            running = 0;
        }
        bytes.number((int) (tick - now));
        now = tick;
    }
}
