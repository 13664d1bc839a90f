package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import java.util.ArrayDeque;
import java.util.List;

/// What is said of the notes of a texture, to tell which of them are its melody.
final class MelodyNotes {

    /// How many numbers there are for a note, and for two that follow each other.
    static final int NOTE = 10;
    static final int STEP = 4;

    private static final int WINDOW_QUARTERS = 2;
    private static final double LONGEST_QUARTERS = 4;

    private final List<Note> notes;  // by onset, then pitch
    private final int resolution;
    private final double[][] said;

    MelodyNotes(List<Note> notes, int resolution) {
        this.notes = notes;
        this.resolution = resolution;
        said = new double[notes.size()][NOTE];
        around();
        chords();
    }

    double[] of(int note) {
        return said[note];
    }

    /// Costs of a step: semitones, whether they are more than an octave, silence between, and sounding together.
    double step(int from, int to, List<Double> weights) {
        Note a = notes.get(from);
        Note b = notes.get(to);
        int apart = Math.abs(a.pitch().midi() - b.pitch().midi());
        double gap = Math.clamp((double) (b.onset() - a.end()) / resolution, 0, LONGEST_QUARTERS);
        double over = a.duration() == 0 ? 0 : Math.clamp((double) (a.end() - b.onset()) / a.duration(), 0, 1);
        return -weights.get(0) * Math.min(12, apart) - (apart > 12 ? weights.get(1) : 0) - weights.get(2) * gap
                - weights.get(3) * over;
    }

    /// Pitch, loudness and length beside what sounds within some quarters.
    private void around() {
        int n = notes.size();
        long window = (long) WINDOW_QUARTERS * resolution;
        double[] pitch = new double[n + 1];
        double[] loud = new double[n + 1];
        double[] length = new double[n + 1];
        for (int i = 0; i < n; i++) {
            pitch[i + 1] = pitch[i] + notes.get(i).pitch().midi();
            loud[i + 1] = loud[i] + notes.get(i).velocity();
            length[i + 1] = length[i] + quarters(i);
        }
        int from = 0;
        int to = 0;
        ArrayDeque<Integer> highest = new ArrayDeque<>();
        for (int i = 0; i < n; i++) {
            while (to < n && notes.get(to).onset() < notes.get(i).onset() + window) {
                while (!highest.isEmpty() && notes.get(highest.peekLast()).pitch().midi() <= notes.get(to).pitch().midi()) {
                    highest.removeLast();
                }
                highest.addLast(to++);
            }
            while (notes.get(from).onset() < notes.get(i).onset() - window) {
                from++;
            }
            while (highest.peekFirst() < from) {
                highest.removeFirst();
            }
            int count = to - from;
            int midi = notes.get(i).pitch().midi();
            said[i][2] = (midi - (pitch[to] - pitch[from]) / count) / 12;
            said[i][3] = (midi - notes.get(highest.peekFirst()).pitch().midi()) / 12.0;
            said[i][4] = (notes.get(i).velocity() - (loud[to] - loud[from]) / count) / 16;
            said[i][5] = Math.clamp(quarters(i) / Math.max(1e-9, (length[to] - length[from]) / count) - 1, -1, 2);
            said[i][6] = Math.clamp((midi - pitch[n] / n) / 12, -2, 2);
            said[i][7] = Math.clamp((notes.get(i).velocity() - loud[n] / n) / 16, -2, 2);
            said[i][8] = quarters(i);
        }
    }

    /// Whether a note is the top of those that begin with it, and whether a longer, higher one sounds on.
    private void chords() {
        int[] until = new int[notes.size()];
        long held = Long.MIN_VALUE;
        int heldPitch = 0;
        for (int i = notes.size() - 1; i >= 0; i--) {
            until[i] = i + 1 < notes.size() && notes.get(i + 1).onset() == notes.get(i).onset() ? until[i + 1] : i;
        }
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            Note top = notes.get(until[i]);
            said[i][0] = note.pitch().midi() == top.pitch().midi() ? 1 : 0;
            said[i][1] = held > note.onset() + note.duration() / 4 && heldPitch > note.pitch().midi() ? 1 : 0;
            said[i][9] = 1;
            if (until[i] == i && (held <= note.onset() || heldPitch <= note.pitch().midi())) {
                held = note.end();
                heldPitch = note.pitch().midi();
            }
        }
    }

    private double quarters(int note) {
        return Math.min(LONGEST_QUARTERS, (double) notes.get(note).duration() / resolution);
    }
}
