package dev.cadenza.score.notation;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The notes of a part with their written places, dealt out to staves and voices.
///
/// @param notes in order of start, then from high to low
record PartNotes(List<QuantizedNote> notes, List<Staff> staves) {

    private static final Comparator<QuantizedNote> ORDER = Comparator.comparingLong(QuantizedNote::start)
            .thenComparing(Comparator.comparingInt(QuantizedNote::midi).reversed())
            .thenComparing(Comparator.comparingLong(QuantizedNote::end).reversed());

    /// As they were on their page, where they come from one that can be written; else tidied.
    static PartNotes of(Part part, Grid grid, List<Measure> measures) {
        if (grid.exact() && !part.notation().voices().isEmpty()) {
            PartNotes page = page(part, grid, measures);
            if (page.staves.stream().flatMap(staff -> staff.voices().stream()).allMatch(voice -> writable(voice, grid, measures))) {
                return page;
            }
        }
        List<QuantizedNote> notes = new Quantizer(grid, measures).quantize(part);
        return new PartNotes(notes, Staff.of(part, notes));
    }

    private static PartNotes page(Part part, Grid grid, List<Measure> measures) {
        long last = measures.getLast().end();
        List<QuantizedNote> all = new ArrayList<>();
        SortedMap<Integer, List<QuantizedNote>> byVoice = new TreeMap<>();
        for (int i = 0; i < part.notes().size(); i++) {
            Note note = part.notes().get(i);
            long start = Math.min(grid.unit(note.onset()), last - grid.shortest());
            long end = Math.min(last, Math.max(grid.unit(note.end()), start + grid.shortest()));
            QuantizedNote placed = new QuantizedNote(start, end, note);
            all.add(placed);
            byVoice.computeIfAbsent(part.notation().voices().get(i), _ -> new ArrayList<>()).add(placed);
        }
        all.sort(ORDER);
        byVoice.values().forEach(notes -> notes.sort(ORDER));
        return new PartNotes(all, Staff.of(part, byVoice));
    }

    private static boolean writable(List<Chord> voice, Grid grid, List<Measure> measures) {
        int from = 0;
        for (Measure measure : measures) {
            while (from < voice.size() && voice.get(from).end() <= measure.start()) {
                from++;
            }
            int to = from;
            while (to < voice.size() && voice.get(to).start() < measure.end()) {
                to++;
            }
            if (Tuplets.find(voice.subList(from, to), grid, measure).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
