package dev.cadenza.score.midi;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Part;
import java.util.Arrays;
import java.util.List;

/// Gives parts their MIDI channels: drums channel 10, others the remaining 15.
///
/// While there are enough, every part has its own. Where there are more parts, each program has a channel before any
/// has two, and further parts share that of their program; more than 15 programs share channels in turn.
final class Channels {

    private static final int MELODIC = 15;

    private Channels() {
    }

    /// The channel of each part, 0..15.
    static int[] of(List<Part> parts) {
        long melodic = parts.stream().filter(p -> !p.instrument().drums()).count();
        int[] channels = new int[parts.size()];
        int[] ofProgram = new int[128];
        Arrays.fill(ofProgram, -1);
        int used = 0;
        if (melodic > MELODIC) {
            for (Part part : parts) {
                Instrument instrument = part.instrument();
                if (!instrument.drums() && ofProgram[instrument.program()] < 0) {
                    ofProgram[instrument.program()] = used++ % MELODIC;
                }
            }
        }
        boolean[] taken = new boolean[128];
        for (int i = 0; i < channels.length; i++) {
            Instrument instrument = parts.get(i).instrument();
            int program = instrument.program();
            if (instrument.drums()) {
                channels[i] = ScoreBuilder.DRUM_CHANNEL;
            } else if (ofProgram[program] >= 0 && (!taken[program] || used >= MELODIC)) {
                taken[program] = true;
                channels[i] = channel(ofProgram[program]);
            } else {
                channels[i] = channel(used++);
            }
        }
        return channels;
    }

    private static int channel(int melodic) {
        return melodic < ScoreBuilder.DRUM_CHANNEL ? melodic : melodic + 1;
    }
}
