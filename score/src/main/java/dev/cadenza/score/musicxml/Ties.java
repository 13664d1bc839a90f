package dev.cadenza.score.musicxml;

import dev.cadenza.score.Note;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Joins tied notes of one part: a note that a tie enters prolongs the note of the same pitch that a tie leaves and that
/// ends where it begins, in the same voice if there is one.
final class Ties {

    /// A note in ticks.
    ///
    /// @param end tick after the note
    record Sounding(long onset, long end, WrittenNote written) {
    }

    /// A note with all that is tied to it.
    static final class Joined {
        private final Sounding first;
        private Sounding last;

        private Joined(Sounding first) {
            this.first = first;
            last = first;
        }

        Note note() {
            return new Note(first.onset, last.end - first.onset, first.written.pitch(), first.written.velocity());
        }

        WrittenNote written() {
            return first.written;
        }
    }

    private record Way(int midi, boolean drum, long tick) {
    }

    private final List<Joined> joined = new ArrayList<>();
    private final Map<Way, SortedMap<Integer, Deque<Joined>>> open = new HashMap<>();
    private int unmatched;

    /// @param notes in any order
    Ties(List<Sounding> notes) {
        notes.stream().sorted(Comparator.comparingLong(Sounding::onset)).forEach(this::add);
    }

    private void add(Sounding note) {
        WrittenNote written = note.written;
        Optional<Joined> before = written.tieStop() ? left(way(written, note.onset), written.at().voice()) : Optional.empty();
        Joined tied = before.orElseGet(() -> new Joined(note));
        tied.last = note;
        if (before.isEmpty()) {
            unmatched += written.tieStop() ? 1 : 0;
            joined.add(tied);
        }
        if (written.tieStart()) {
            open.computeIfAbsent(way(written, note.end), _ -> new TreeMap<>())
                    .computeIfAbsent(written.at().voice(), _ -> new ArrayDeque<>(1)).add(tied);
        }
    }

    /// Takes a note that a tie leaves for there.
    private Optional<Joined> left(Way way, int voice) {
        SortedMap<Integer, Deque<Joined>> voices = open.getOrDefault(way, Collections.emptySortedMap());
        if (voices.isEmpty()) {
            return Optional.empty();
        }
        int from = voices.containsKey(voice) ? voice : voices.firstKey();
        Joined left = voices.get(from).remove();
        if (voices.get(from).isEmpty()) {
            voices.remove(from);
        }
        return Optional.of(left);
    }

    private static Way way(WrittenNote note, long tick) {
        return new Way(note.pitch().midi(), note.drum(), tick);
    }

    /// The notes with their ties, in the order of their onsets.
    List<Joined> notes() {
        return joined;
    }

    /// How many notes a tie enters that none has left.
    int unmatched() {
        return unmatched;
    }
}
