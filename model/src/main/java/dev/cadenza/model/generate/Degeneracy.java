package dev.cadenza.model.generate;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds music that no one wants to hear: silence, one note over and over, one figure over and over, a note that stands for
/// bars, hardly a note, no ending, the primer again.
///
/// @param parts what was made, and nothing else
/// @param start tick at which it begins
/// @param end tick of the bar line at which it shall end
/// @param barTicks length of a bar
record Degeneracy(List<Part> parts, long start, long end, long barTicks) {

    private static final double SILENT = 0.25;
    private static final int FEW = 8;
    private static final int RUN = 16;
    private static final double SAME = 0.7;
    /// Bars for which one figure may go on repeating itself, or a note may stand.
    private static final int BARS = 4;
    /// Parts of a bar that a figure may last.
    static final int SHIFTS = 8;

    /// What is wrong with the music of several instruments: drums may say the same all the time.
    static Optional<String> inBand(List<Part> parts, long start, long end, long barTicks) {
        List<Part> pitched = parts.stream().filter(part -> !part.instrument().drums() && !part.notes().isEmpty()).toList();
        return new Degeneracy(pitched.isEmpty() ? parts : pitched, start, end, barTicks).fault();
    }

    /// What is wrong, as the end of "the music ..."; empty where it is music.
    Optional<String> fault() {
        List<Note> notes = parts.stream().flatMap(part -> part.notes().stream()).toList();
        if (notes.isEmpty() || sounding(notes) < SILENT * (end - start)) {
            return Optional.of("is mostly silent");
        }
        if (repeats(parts.getFirst()) || parts.stream().allMatch(Degeneracy::repeats)) {
            return Optional.of("repeats one note");
        }
        if (notes.size() * barTicks < end - start) {
            return Optional.of("hardly moves");
        }
        if (notes.stream().anyMatch(note -> note.duration() > BARS * barTicks)) {
            return Optional.of("stands still for more than " + BARS + " bars");
        }
        if (circles()) {
            return Optional.of("goes round in circles");
        }
        return notes.stream().mapToLong(Note::end).max().orElse(0) == end ? Optional.empty() : Optional.of("has no ending");
    }

    /// Ticks in which something sounds.
    private long sounding(List<Note> notes) {
        long total = 0;
        long until = start;
        for (Note note : notes.stream().sorted((a, b) -> Long.compare(a.onset(), b.onset())).toList()) {
            long from = Math.max(until, note.onset());
            total += Math.max(0, note.end() - from);
            until = Math.max(until, note.end());
        }
        return total;
    }

    private record Sounding(int part, Note note) {
    }

    /// Whether all parts together repeat one figure, of a bar at most, for some bars.
    private boolean circles() {
        List<Sounding> all = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            for (Note note : parts.get(part).notes()) {
                all.add(new Sounding(part, note));
            }
        }
        all.sort(Comparator.comparingLong(sounding -> sounding.note().onset()));
        Set<Sounding> known = new HashSet<>(all);
        for (int shift = 1; shift <= SHIFTS; shift++) {
            long back = barTicks * shift / SHIFTS;
            long since = Long.MAX_VALUE;
            for (Sounding sounding : all) {
                Note note = sounding.note();
                boolean again = note.onset() >= back && known.contains(new Sounding(sounding.part(),
                        new Note(note.onset() - back, note.duration(), note.pitch(), note.velocity())));
                since = again ? Math.min(since, note.onset()) : Long.MAX_VALUE;
                if (again && note.end() - since >= BARS * barTicks) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean repeats(Part part) {
        List<Note> notes = part.notes();
        if (notes.size() < FEW) {
            return false;
        }
        int run = 1;
        int longest = 1;
        for (int i = 1; i < notes.size(); i++) {
            run = notes.get(i).pitch().midi() == notes.get(i - 1).pitch().midi() ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        Map<Integer, Long> counts = notes.stream().map(note -> note.pitch().midi())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return longest >= RUN || longest * 2 > notes.size() || most > SAME * notes.size();
    }

    /// Whether new music says again what its primer said: the same pitches at the same distances from the start, from the
    /// primer's first bar or in its last ones.
    static boolean equalsPrimer(int[] primer, int[] fresh) {
        if (primer.length == 0 || fresh.length == 0) {
            return false;
        }
        int length = Math.min(primer.length, fresh.length);
        boolean first = true;
        boolean last = true;
        for (int i = 0; i < length; i++) {
            first &= primer[i] == fresh[i];
            last &= primer[primer.length - length + i] == fresh[i];
        }
        return first || last;
    }
}
