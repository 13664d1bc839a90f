package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is said of a part beside the others, to tell whether it has the melody. Names do not count, nor do words.
final class MelodyPart {

    /// How many numbers there are.
    static final int COUNT = 6;

    private MelodyPart() {
    }

    /// Higher than the others by octaves; the share of its onsets with a single note; how much of it sounds alone in itself;
    /// semitones from note to note; its share of the notes; louder than the others.
    static double[] of(Part part, List<Part> all) {
        double[] said = new double[COUNT];
        List<Note> notes = part.notes();
        double pitch = 0;
        double loud = 0;
        int others = 0;
        for (Part other : all) {
            for (Note note : other.notes()) {
                pitch += note.pitch().midi();
                loud += note.velocity();
                others++;
            }
        }
        Set<Long> onsets = new HashSet<>();
        double own = 0;
        double ownLoud = 0;
        double steps = 0;
        int alone = 0;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            onsets.add(note.onset());
            own += note.pitch().midi();
            ownLoud += note.velocity();
            steps += i == 0 ? 0 : Math.min(12, Math.abs(note.pitch().midi() - notes.get(i - 1).pitch().midi()));
            alone += end <= note.onset() + note.duration() / 10 ? 1 : 0;
            end = Math.max(end, note.end());
        }
        said[0] = (own / notes.size() - pitch / others) / 12;
        said[1] = (double) onsets.size() / notes.size();
        said[2] = (double) alone / notes.size();
        said[3] = -steps / notes.size() / 12;
        said[4] = (double) notes.size() / others;
        said[5] = (ownLoud / notes.size() - loud / others) / 16;
        return said;
    }
}
