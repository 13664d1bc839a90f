package dev.cadenza.score.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatTrackerTest {

    /// A dance played at 0.55 seconds a beat that slows down to 0.66; a tick of the file is 1/96 of a second.
    private static Score played(List<Double> beats, int up) {
        List<Double> at = new ArrayList<>();
        double now = 0.3;
        for (int beat = 0; beat <= 97; beat++) {
            at.add(now);
            now += 0.55 + 0.11 * beat / 96;
        }
        beats.addAll(at.subList(0, 96));
        List<Note> notes = new ArrayList<>();
        for (Note note : Music.dance(32, 3, 0)) {
            long start = clock(at, (double) note.onset() / Music.RESOLUTION);
            notes.add(new Note(start, clock(at, (double) note.end() / Music.RESOLUTION) - start, Pitch.of(note.pitch().midi() + up),
                    note.velocity()));
        }
        return Music.score(List.of(), Music.part("", notes));
    }

    private static long clock(List<Double> at, double beat) {
        int whole = (int) Math.min(96, beat);
        return Math.round((at.get(whole) + (beat - whole) * (at.get(whole + 1) - at.get(whole))) * 96);
    }

    @Test
    void beatsFollowAPlayerWhoSlowsDown() {
        List<Double> right = new ArrayList<>();
        Beats found = BeatTracker.track(played(right, 0));
        int near = 0;
        for (double beat : right) {
            near += found.seconds().stream().anyMatch(second -> Math.abs(second - beat) < 0.05) ? 1 : 0;
        }
        assertTrue(near > 85, near + " of 96 beats");
        assertTrue(found.seconds().size() < 110, found.seconds().size() + " beats");
    }

    @Test
    void barsOfThreeBeginWithTheBass() {
        List<Double> right = new ArrayList<>();
        Beats found = BeatTracker.track(played(right, 0));
        int near = 0;
        for (int bar = 0; bar < 32; bar++) {
            double start = right.get(3 * bar);
            near += found.downbeats().stream().anyMatch(beat -> Math.abs(found.seconds().get(beat) - start) < 0.05) ? 1 : 0;
        }
        assertTrue(near > 26, near + " of 32 bars");
        assertEquals(3, found.meter().numerator());
    }

    @Test
    void beatsAscendAndStayWithinThePiece() {
        Beats found = BeatTracker.track(played(new ArrayList<>(), 2));
        for (int i = 1; i < found.seconds().size(); i++) {
            assertTrue(found.seconds().get(i) > found.seconds().get(i - 1));
        }
        assertTrue(found.seconds().getFirst() >= 0);
    }

    @Test
    void oneMomentHasNoBeats() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            notes.add(new Note(5, 5, Pitch.of(i % 128), 80));
        }
        assertEquals(List.of(), BeatTracker.track(Music.score(List.of(), Music.part("", notes))).seconds());
    }
}
