package dev.cadenza.score;

/// What plays a part.
///
/// @param program General MIDI program, 0..127 (0 is the grand piano); for drums, the kit
/// @param drums whether pitches name drums (MIDI channel 10)
public record Instrument(int program, boolean drums) {

    public static final Instrument PIANO = new Instrument(0, false);
    public static final Instrument DRUM_KIT = new Instrument(0, true);

    public Instrument {
        Checks.sevenBit("program", program);
    }
}
