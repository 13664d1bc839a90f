package dev.cadenza.score;

/// What happens to a part beside its notes.
public sealed interface Control {

    /// When, in ticks of the score.
    long tick();

    /// A controller: 64 is the sustain pedal, 7 volume, 10 pan, 11 expression.
    ///
    /// @param controller 0..127
    /// @param value 0..127
    record ControlChange(long tick, int controller, int value) implements Control {
        public ControlChange {
            Checks.tick(tick);
            Checks.sevenBit("controller", controller);
            Checks.sevenBit("controller value", value);
        }
    }

    /// A bend of all notes of the part.
    ///
    /// @param value -8192 (lowest) .. 8191 (highest), 0 for none
    record PitchBend(long tick, int value) implements Control {
        public PitchBend {
            Checks.tick(tick);
            if (value < -8192 || value > 8191) {
                throw new IllegalArgumentException("pitch bend must be between -8192 and 8191, not " + value);
            }
        }
    }

    /// A change of sound within a part; the part's first sound is its [Instrument].
    ///
    /// @param program General MIDI program, 0..127
    record ProgramChange(long tick, int program) implements Control {
        public ProgramChange {
            Checks.tick(tick);
            Checks.sevenBit("program", program);
        }
    }

    /// Pressure on all keys of the part (channel aftertouch).
    ///
    /// @param value 0..127
    record ChannelPressure(long tick, int value) implements Control {
        public ChannelPressure {
            Checks.tick(tick);
            Checks.sevenBit("pressure", value);
        }
    }

    /// Pressure on one key (polyphonic aftertouch).
    ///
    /// @param pitch MIDI key, 0..127
    /// @param value 0..127
    record KeyPressure(long tick, int pitch, int value) implements Control {
        public KeyPressure {
            Checks.tick(tick);
            Checks.sevenBit("pitch", pitch);
            Checks.sevenBit("pressure", value);
        }
    }
}
