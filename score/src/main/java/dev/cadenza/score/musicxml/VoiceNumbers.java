package dev.cadenza.score.musicxml;

import dev.cadenza.score.musicxml.WrittenMark.Whose;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Numbers for the voices of a part, from 1: four to a staff, so that 5 is the first of the second staff, whatever the file
/// calls them. A voice that wanders between staves belongs to the one where most of it stands; where a file uses one name
/// on two staves at once, these are two voices.
final class VoiceNumbers {

    /// Voices a staff has room for; further ones share the last.
    static final int ON_A_STAFF = 4;

    private final Set<Integer> shared;
    private final Map<Integer, Integer> homes = new HashMap<>();
    private final Map<Whose, Integer> numbers = new HashMap<>();

    VoiceNumbers(WrittenPart part) {
        shared = part.voicesOnTwoStaves;
        Map<Integer, SortedMap<Integer, Integer>> staves = new TreeMap<>();
        for (WrittenNote note : part.notes) {
            staves.computeIfAbsent(note.at().voice(), _ -> new TreeMap<>()).merge(note.at().staff(), 1, Integer::sum);
        }
        SortedMap<Integer, Integer> used = new TreeMap<>();
        staves.forEach((voice, counts) -> {
            if (shared.contains(voice)) {
                counts.keySet().forEach(staff -> give(new Whose(voice, staff), used));
            } else {
                int home = counts.firstKey();
                for (int staff : counts.keySet()) {
                    home = counts.get(staff) > counts.get(home) ? staff : home;
                }
                homes.put(voice, home);
                give(new Whose(voice, home), used);
            }
        });
    }

    private void give(Whose whose, Map<Integer, Integer> used) {
        int rank = Math.min(used.merge(whose.staff(), 1, Integer::sum), ON_A_STAFF);
        numbers.put(whose, (whose.staff() - 1) * ON_A_STAFF + rank);
    }

    /// The number of a voice; of one without notes, the first of its staff.
    int of(Whose whose) {
        int home = shared.contains(whose.voice()) ? whose.staff() : homes.getOrDefault(whose.voice(), whose.staff());
        return numbers.getOrDefault(new Whose(whose.voice(), home), (home - 1) * ON_A_STAFF + 1);
    }
}
