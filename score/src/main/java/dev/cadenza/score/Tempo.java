package dev.cadenza.score;

/// Speed from a tick on.
///
/// @param microsPerQuarter microseconds a quarter note lasts, 1..16,777,215; 500,000 is 120 beats a minute
public record Tempo(long tick, int microsPerQuarter) {

    /// The longest quarter note a MIDI file can state.
    public static final int MAX_MICROS = 0xFFFFFF;

    public Tempo {
        Checks.tick(tick);
        if (microsPerQuarter < 1 || microsPerQuarter > MAX_MICROS) {
            throw new IllegalArgumentException("a quarter note must last between 1 and " + MAX_MICROS
                    + " microseconds, not " + microsPerQuarter);
        }
    }

    /// Speed in quarter notes a minute.
    public static Tempo ofBpm(long tick, double quartersPerMinute) {
        return new Tempo(tick, (int) Math.round(60_000_000 / quartersPerMinute));
    }

    /// Quarter notes a minute.
    public double bpm() {
        return 60_000_000.0 / microsPerQuarter;
    }
}
