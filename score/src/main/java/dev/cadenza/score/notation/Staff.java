package dev.cadenza.score.notation;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.List;

/// One staff of a part.
///
/// @param number from 1
/// @param voices chords by voice, at least one voice
record Staff(int number, Clef clef, List<List<Chord>> voices) {

    private static final int MIDDLE_C = 60;
    private static final int LAST_KEYBOARD = 7;

    /// The staves a part needs: two for a keyboard that uses both hands, else one.
    static List<Staff> of(Part part, List<QuantizedNote> notes) {
        if (part.instrument().drums()) {
            return List.of(new Staff(1, Clef.PERCUSSION, voices(notes)));
        }
        List<QuantizedNote> upper = new ArrayList<>();
        List<QuantizedNote> lower = new ArrayList<>();
        notes.forEach(note -> (note.midi() >= MIDDLE_C ? upper : lower).add(note));
        boolean twoHands = keyboard(part.instrument()) && 8 * upper.size() > notes.size() && 8 * lower.size() > notes.size()
                && notes.stream().mapToInt(QuantizedNote::midi).max().orElse(0) > MIDDLE_C + 7
                && notes.stream().mapToInt(QuantizedNote::midi).min().orElse(127) < MIDDLE_C - 7;
        if (twoHands) {
            return List.of(new Staff(1, Clef.TREBLE, voices(upper)), new Staff(2, Clef.BASS, voices(lower)));
        }
        return List.of(new Staff(1, Clef.of(notes), voices(notes)));
    }

    private static boolean keyboard(Instrument instrument) {
        int program = instrument.program();
        return program <= LAST_KEYBOARD || program >= 16 && program <= 23 || program == 46;
    }

    private static List<List<Chord>> voices(List<QuantizedNote> notes) {
        List<List<Chord>> voices = VoiceSplitter.split(notes);
        return voices.isEmpty() ? List.of(List.of()) : voices;
    }

    /// MusicXML numbers voices across the staves of a part.
    int voiceNumber(int index) {
        return (number - 1) * VoiceSplitter.MAX_VOICES + index + 1;
    }
}
