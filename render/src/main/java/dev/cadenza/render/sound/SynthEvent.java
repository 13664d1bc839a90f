package dev.cadenza.render.sound;

/// A channel message and when it is due.
///
/// @param micros microseconds from the start; strictly rising within one synthesiser, which keeps one event a microsecond
/// @param status kind and channel
record SynthEvent(long micros, int status, int data1, int data2) {

    private static final int NOTE_OFF = 0x80;
    private static final int NOTE_ON = 0x90;
    private static final int KEY_PRESSURE = 0xA0;
    private static final int CONTROL = 0xB0;
    private static final int PROGRAM = 0xC0;
    private static final int CHANNEL_PRESSURE = 0xD0;
    private static final int BEND = 0xE0;

    static SynthEvent noteOff(long micros, int channel, int pitch) {
        return new SynthEvent(micros, NOTE_OFF | channel, pitch, 0);
    }

    static SynthEvent noteOn(long micros, int channel, int pitch, int velocity) {
        return new SynthEvent(micros, NOTE_ON | channel, pitch, velocity);
    }

    static SynthEvent keyPressure(long micros, int channel, int pitch, int value) {
        return new SynthEvent(micros, KEY_PRESSURE | channel, pitch, value);
    }

    static SynthEvent control(long micros, int channel, int controller, int value) {
        return new SynthEvent(micros, CONTROL | channel, controller, value);
    }

    static SynthEvent program(long micros, int channel, int program) {
        return new SynthEvent(micros, PROGRAM | channel, program, 0);
    }

    static SynthEvent channelPressure(long micros, int channel, int value) {
        return new SynthEvent(micros, CHANNEL_PRESSURE | channel, value, 0);
    }

    /// @param value -8192..8191
    static SynthEvent bend(long micros, int channel, int value) {
        return new SynthEvent(micros, BEND | channel, (value + 8192) & 0x7F, (value + 8192) >> 7);
    }

    /// Ends of notes come first, then controls, then starts.
    int rank() {
        return switch (status & 0xF0) {
            case NOTE_OFF -> 0;
            case NOTE_ON -> 2;
            default -> 1;
        };
    }

    SynthEvent at(long other) {
        return new SynthEvent(other, status, data1, data2);
    }
}
