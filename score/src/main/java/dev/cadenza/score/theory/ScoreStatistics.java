package dev.cadenza.score.theory;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.Arrays;

/// Figures about a score, from its first tick to the end of its last note. Drums count as notes but have no pitch.
///
/// @param notes number of notes
/// @param parts number of parts that have notes
/// @param lowestPitch MIDI key, -1 where nothing has a pitch
/// @param highestPitch MIDI key, -1 where nothing has a pitch
/// @param pitchClasses how many of the twelve are used
/// @param shortestQuarters length of the shortest note in quarter notes, 0 without notes
/// @param longestQuarters length of the longest note in quarter notes, 0 without notes
/// @param meanPolyphony how many notes sound at once on average while any sounds, 0 without notes
/// @param silenceShare part of the time in which nothing sounds, 0..1; 1 for an empty score
/// @param quarters length in quarter notes
/// @param seconds length in seconds
/// @param longestRepetition most notes in a row in one part that have the same pitch
/// @param notesPerQuarter notes begun a quarter note, 0 for an empty score
public record ScoreStatistics(
        long notes,
        int parts,
        int lowestPitch,
        int highestPitch,
        int pitchClasses,
        double shortestQuarters,
        double longestQuarters,
        double meanPolyphony,
        double silenceShare,
        double quarters,
        double seconds,
        int longestRepetition,
        double notesPerQuarter) {

    public static ScoreStatistics of(Score score) {
        long notes = 0;
        int parts = 0;
        int lowest = 128;
        int highest = -1;
        boolean[] used = new boolean[12];
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        double sounding = 0;
        int repetition = 0;
        for (Part part : score.parts()) {
            notes += part.notes().size();
            parts += part.notes().isEmpty() ? 0 : 1;
            for (Note note : part.notes()) {
                shortest = Math.min(shortest, note.duration());
                longest = Math.max(longest, note.duration());
                sounding += note.duration();
                if (!part.instrument().drums()) {
                    lowest = Math.min(lowest, note.pitch().midi());
                    highest = Math.max(highest, note.pitch().midi());
                    used[note.pitch().pitchClass()] = true;
                }
            }
            repetition = part.instrument().drums() ? repetition : Math.max(repetition, repetition(part));
        }
        int classes = 0;
        for (boolean b : used) {
            classes += b ? 1 : 0;
        }
        long end = score.end();
        double resolution = score.resolution();
        double covered = covered(score, (int) notes);
        return new ScoreStatistics(notes, parts, highest < 0 ? -1 : lowest, highest, classes,
                notes == 0 ? 0 : shortest / resolution, longest / resolution, covered == 0 ? 0 : sounding / covered,
                end == 0 ? 1 : 1 - covered / end, end / resolution, TempoMap.of(score).seconds(end), repetition,
                end == 0 ? 0 : notes / (end / resolution));
    }

    private static int repetition(Part part) {
        int longest = 0;
        int run = 0;
        int previous = -1;
        for (Note note : part.notes()) {
            run = note.pitch().midi() == previous ? run + 1 : 1;
            previous = note.pitch().midi();
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /// Ticks in which anything sounds.
    private static long covered(Score score, int notes) {
        long[] starts = new long[notes];
        long[] ends = new long[notes];
        int n = 0;
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                starts[n] = note.onset();
                ends[n++] = note.end();
            }
        }
        Arrays.sort(starts);
        Arrays.sort(ends);
        long covered = 0;
        long from = 0;
        for (int i = 0; i < n; i++) {
            // As many have ended as have begun: what sounded since `from` is over, and another stretch begins.
            if (i == 0 || ends[i - 1] < starts[i]) {
                covered += i == 0 ? 0 : ends[i - 1] - from;
                from = starts[i];
            }
        }
        return n == 0 ? 0 : covered + ends[n - 1] - from;
    }
}
