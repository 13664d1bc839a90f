package dev.cadenza.score.notation;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One staff of a part.
///
/// @param number from 1
/// @param voices chords by voice, at least one voice
/// @param numbers of the voices, which count across the staves of a part
record Staff(int number, Clef clef, List<List<Chord>> voices, List<Integer> numbers) {

    private static final int MIDDLE_C = 60;
    private static final int LAST_KEYBOARD = 7;
    private static final int MAX_STAVES = 4;

    /// The staves a part needs: those of its page; else two for a keyboard that uses both hands, else one.
    static List<Staff> of(Part part, List<QuantizedNote> notes) {
        if (part.instrument().drums()) {
            return List.of(staff(1, Clef.PERCUSSION, notes));
        }
        List<QuantizedNote> upper = new ArrayList<>();
        List<QuantizedNote> lower = new ArrayList<>();
        notes.forEach(note -> (note.midi() >= MIDDLE_C ? upper : lower).add(note));
        boolean twoHands = keyboard(part.instrument()) && 8 * upper.size() > notes.size() && 8 * lower.size() > notes.size()
                && notes.stream().mapToInt(QuantizedNote::midi).max().orElse(0) > MIDDLE_C + 7
                && notes.stream().mapToInt(QuantizedNote::midi).min().orElse(127) < MIDDLE_C - 7;
        if (twoHands) {
            return List.of(staff(1, Clef.TREBLE, upper), staff(2, Clef.BASS, lower));
        }
        return List.of(staff(1, Clef.of(notes), notes));
    }

    /// The staves of a page: four voices to each.
    ///
    /// @param notes by voice
    static List<Staff> of(Part part, SortedMap<Integer, List<QuantizedNote>> notes) {
        int most = VoiceSplitter.MAX_VOICES;
        SortedMap<Integer, SortedMap<Integer, List<QuantizedNote>>> byStaff = new TreeMap<>();
        notes.forEach((voice, sung) -> byStaff.computeIfAbsent(Math.min((voice - 1) / most + 1, MAX_STAVES), _ -> new TreeMap<>())
                .put(voice, sung));
        int last = byStaff.isEmpty() ? 1 : byStaff.lastKey();
        List<Staff> staves = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            SortedMap<Integer, List<QuantizedNote>> sung = byStaff.getOrDefault(number, new TreeMap<>());
            List<QuantizedNote> all = sung.values().stream().flatMap(List::stream).toList();
            List<List<Chord>> voices = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            for (int voice : sung.keySet()) {
                voices.add(PageVoice.of(sung.get(voice)));
                numbers.add(voice);
            }
            if (voices.isEmpty()) {
                voices.add(List.of());
                numbers.add((number - 1) * most + 1);
            }
            staves.add(new Staff(number, part.instrument().drums() ? Clef.PERCUSSION : Clef.of(all), voices, numbers));
        }
        return staves;
    }

    private static boolean keyboard(Instrument instrument) {
        int program = instrument.program();
        return program <= LAST_KEYBOARD || program >= 16 && program <= 23 || program == 46;
    }

    private static Staff staff(int number, Clef clef, List<QuantizedNote> notes) {
        List<List<Chord>> voices = VoiceSplitter.split(notes);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < Math.max(1, voices.size()); i++) {
            numbers.add((number - 1) * VoiceSplitter.MAX_VOICES + i + 1);
        }
        return new Staff(number, clef, voices.isEmpty() ? List.of(List.of()) : voices, numbers);
    }
}
