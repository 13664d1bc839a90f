package dev.cadenza.score.midi;

/// How to read.
///
/// @param strictness what to do about faults
/// @param maxBytes a longer file is refused without being read, 1..2^30
public record MidiReadOptions(Strictness strictness, long maxBytes) {

    /// Repairs faults; reads files of up to 256 MiB.
    public static final MidiReadOptions TOLERANT = new MidiReadOptions(Strictness.TOLERANT, 1L << 28);

    /// Refuses faulty files; reads files of up to 256 MiB.
    public static final MidiReadOptions STRICT = new MidiReadOptions(Strictness.STRICT, 1L << 28);

    public MidiReadOptions {
        if (maxBytes < 1 || maxBytes > 1 << 30) {
            throw new IllegalArgumentException("the size limit must be between 1 and 2^30 bytes, not " + maxBytes);
        }
    }
}
