package dev.cadenza.studio.web;

import java.util.function.LongSupplier;

/// Lets so many through in a minute, and no more: a bucket that fills evenly.
public final class Pace {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final int mostPerMinute;
    private final LongSupplier nanos;
    private double free;
    private long last;

    /// @param nanos the clock, as [System#nanoTime]
    public Pace(int mostPerMinute, LongSupplier nanos) {
        this.mostPerMinute = mostPerMinute;
        this.nanos = nanos;
        this.free = mostPerMinute;
        this.last = nanos.getAsLong();
    }

    /// Whether one more may pass now.
    public synchronized boolean admits() {
        long now = nanos.getAsLong();
        free = Math.min(mostPerMinute, free + (now - last) / NANOS_PER_MINUTE * mostPerMinute);
        last = now;
        if (free < 1) {
            return false;
        }
        free--;
        return true;
    }
}
