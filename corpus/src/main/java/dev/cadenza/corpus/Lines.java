package dev.cadenza.corpus;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Single lines out of parts whose notes may overlap.
final class Lines {

    /// A part may have that share of notes that do not fit into one line and still count as one.
    private static final double TOLERANCE = 0.05;

    private Lines() {
    }

    /// All notes of a part on the grid, by start and then from high to low; each lasts one step at least.
    static List<StepNote> notes(Part part, Grid grid) {
        List<StepNote> notes = new ArrayList<>(part.notes().size());
        for (Note note : part.notes()) {
            int start = grid.step(note.onset());
            notes.add(new StepNote(start, Math.max(start + 1, grid.step(note.end())), note.pitch().midi()));
        }
        notes.sort(Comparator.comparingInt(StepNote::start).thenComparing(Comparator.comparingInt(StepNote::pitch).reversed())
                .thenComparing(Comparator.comparingInt(StepNote::end).reversed()));
        return notes;
    }

    /// Whether a part is one line: next to no two notes begin together or overlap by more than half of the shorter one.
    /// Ticks decide, not steps, since a coarse grid puts quick notes together.
    static boolean single(Part part) {
        int clashes = 0;
        Note last = null;
        for (Note note : part.notes()) {
            if (last != null) {
                long shorter = Math.min(last.duration(), note.duration());
                boolean together = note.onset() == last.onset();
                clashes += together || 2 * (last.end() - note.onset()) > shorter ? 1 : 0;
            }
            last = last == null || note.end() > last.end() || note.onset() >= last.end() ? note : last;
        }
        return clashes <= TOLERANCE * part.notes().size();
    }

    /// Whether nine of ten beginnings in a part are chords of three notes or more.
    static boolean onlyChords(Part part) {
        int beginnings = 0;
        int chords = 0;
        int together = 0;
        long onset = -1;
        for (Note note : part.notes()) {
            together = note.onset() == onset ? together + 1 : 1;
            beginnings += together == 1 ? 1 : 0;
            chords += together == 3 ? 1 : 0;
            onset = note.onset();
        }
        return 10 * chords > 9 * beginnings;
    }

    /// One line of notes that follow each other: each ends where the next begins; of notes that begin together the
    /// highest stays.
    static List<StepNote> successive(List<StepNote> notes) {
        List<StepNote> line = new ArrayList<>();
        for (StepNote note : notes) {
            if (!line.isEmpty() && line.getLast().start() == note.start()) {
                continue;
            }
            if (!line.isEmpty() && line.getLast().end() > note.start()) {
                line.set(line.size() - 1, line.getLast().until(note.start()));
            }
            line.add(note);
        }
        return line;
    }

    /// The skyline: of the notes that begin at a step the highest, unless a higher one is still sounding.
    static List<StepNote> skyline(List<StepNote> notes) {
        List<StepNote> line = new ArrayList<>();
        for (StepNote note : notes) {
            if (line.isEmpty() || line.getLast().end() <= note.start()) {
                line.add(note);
            } else if (note.start() > line.getLast().start() && note.pitch() >= line.getLast().pitch()) {
                line.set(line.size() - 1, line.getLast().until(note.start()));
                line.add(note);
            }
        }
        return line;
    }

    static double meanPitch(Part part) {
        return part.notes().stream().mapToInt(note -> note.pitch().midi()).average().orElse(0);
    }
}
