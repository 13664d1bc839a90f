package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.Arrays;

/// How the notes of a score lie to the ticks of its file: on sixteenths and triplets counted from an offset, or anyhow.
///
/// @param offset ticks after which the sixteenths lie that most notes begin on, 0 or more and less than a sixteenth
/// @param share of the notes that begin within a forty-eighth of a quarter note of a sixteenth or a triplet, 0..1; notes
///        at arbitrary times come to about 0.25
record TickGrid(long offset, double share) {

    private static final double MUSICAL = 0.7;

    static TickGrid of(Score score) {
        int sixteenth = Math.max(1, score.resolution() / 4);
        int[] residues = new int[sixteenth];
        int notes = 0;
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                residues[(int) (note.onset() % score.resolution() % sixteenth)]++;
                notes++;
            }
        }
        if (notes == 0) {
            return new TickGrid(0, 1);
        }
        int near = score.resolution() / 48;
        int best = 0;
        // A grid that begins with the file is the usual one: another must hold clearly more.
        double most = 1.1 * around(residues, 0, near);
        for (int offset = 1; offset < sixteenth; offset++) {
            int held = around(residues, offset, near);
            if (held > most || best > 0 && held == most && residues[offset] > residues[best]) {
                most = held;
                best = offset;
            }
        }
        return new TickGrid(best, share(score, best, near, notes));
    }

    /// Whether the ticks of the file tell quarter notes.
    boolean musical() {
        return share >= MUSICAL;
    }

    private static int around(int[] residues, int offset, int near) {
        int held = 0;
        for (int away = -near; away <= near; away++) {
            held += residues[Math.floorMod(offset + away, residues.length)];
        }
        return near * 2 + 1 > residues.length ? Arrays.stream(residues).sum() : held;
    }

    private static double share(Score score, long offset, int near, int notes) {
        int on = 0;
        int resolution = score.resolution();
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                long place = Math.floorMod(note.onset() - offset, (long) resolution);
                on += close(place, resolution, 4, near) || close(place, resolution, 3, near) ? 1 : 0;
            }
        }
        return (double) on / notes;
    }

    private static boolean close(long place, int resolution, int parts, int near) {
        long nearest = Math.round((double) place * parts / resolution);
        return Math.abs(place - (double) nearest * resolution / parts) <= near + 0.5;
    }
}
