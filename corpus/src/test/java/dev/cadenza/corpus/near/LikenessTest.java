package dev.cadenza.corpus.near;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.near.Likeness.Member;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final Instrument PIANO = new Instrument(0, false);

    private static int[] tune(int seed, int length) {
        Random random = new Random(seed);
        return random.ints(length, 60, 78).toArray();
    }

    private static Score score(int resolution, int bpm, Part... parts) {
        return new Score(resolution, List.of(new Tempo(0, 60_000_000 / bpm)), List.of(), List.of(), List.of(), List.of(),
                List.of(parts), Metadata.NONE);
    }

    private static Part line(int[] pitches, long step, int program, int velocity) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            notes.add(new Note(i * step, step, Pitch.of(pitches[i]), velocity));
        }
        return new Part("", new Instrument(program, false), notes);
    }

    private static Score plain(int[] pitches) {
        return score(480, 120, line(pitches, 240, 0, 80));
    }

    private static double similarity(Score one, Score other) {
        return Likeness.similarity(Sketch.of(one), Sketch.of(other));
    }

    @Test
    void keyTempoNoteValuesPartsAndLoudnessDoNotMatter() {
        int[] tune = tune(1, 200);
        Part bass = line(Arrays.stream(tune).map(pitch -> pitch / 12 * 12 - 31).toArray(), 768, 33, 50);
        Score other = score(384, 63, bass, line(Arrays.stream(tune).map(pitch -> pitch - 7).toArray(), 384 * 2, 73, 111),
                new Part("", new Instrument(0, true), List.of(new Note(0, 10, Pitch.of(100), 100))));
        assertEquals(1, similarity(plain(tune), other));
    }

    @Test
    void aPitchStruckAgainIsAsGoodAsTied() {
        int[] tune = tune(2, 150);
        int[] again = Arrays.stream(tune).flatMap(pitch -> java.util.stream.IntStream.of(pitch, pitch)).toArray();
        assertEquals(1, similarity(plain(tune), score(480, 120, line(again, 120, 0, 80))));
    }

    @Test
    void aSpreadChordAndAHeldOneAreOne() {
        int[] tune = tune(3, 100);
        List<Note> chords = new ArrayList<>();
        for (int i = 0; i < tune.length; i++) {
            chords.add(new Note(i * 240L, 200, Pitch.of(tune[i] - 12), 80));
            chords.add(new Note(i * 240L + 20, 250, Pitch.of(tune[i]), 80));
            chords.add(new Note(i * 240L + 120, 60, Pitch.of(tune[i] - 9), 80));
        }
        chords.sort(Note.ORDER);
        assertEquals(1, similarity(plain(tune), score(480, 120, new Part("", PIANO, chords))));
    }

    @Test
    void otherMusicIsNotAlikeAndAVariationIsWhereAQuarterIsShared() {
        int[] tune = tune(4, 120);
        assertEquals(0, similarity(plain(tune), plain(tune(5, 120))));
        int[] varied = tune.clone();
        System.arraycopy(tune(6, 120), 0, varied, 0, 60);
        double similarity = similarity(plain(tune), plain(varied));
        assertTrue(similarity > 0.25 && similarity < 0.4, "" + similarity);
        System.arraycopy(tune(6, 120), 0, varied, 0, 90);
        assertEquals(0, similarity(plain(tune), plain(varied)));
    }

    @Test
    void aTuneInsideAMedleyIsFoundUpToFourTimesItsLength() {
        int[] tune = tune(7, 100);
        int[] medley = Arrays.copyOf(tune(8, 380), 380);
        System.arraycopy(tune, 0, medley, 150, 100);
        assertTrue(similarity(plain(tune), plain(medley)) > 0);
        int[] longer = tune(9, 900);
        System.arraycopy(tune, 0, longer, 150, 100);
        assertEquals(0, similarity(plain(tune), plain(longer)));
    }

    @Test
    void resemblanceOfLongPiecesIsEstimatedWell() {
        for (int seed = 0; seed < 20; seed++) {
            int[] one = tune(100 + seed, 2000);
            int[] other = tune(200 + seed, 2000);
            System.arraycopy(one, 0, other, 0, 1200);
            // 1194 of 2794 shingles are common.
            assertEquals(1194 / 2794.0, Sketch.of(plain(one)).resemblance(Sketch.of(plain(other))), 0.14);
        }
    }

    @Test
    void clustersAreChainsInTheOrderOfTheirFirstMembers() {
        int[] a = tune(10, 120);
        int[] b = a.clone();
        System.arraycopy(tune(11, 60), 0, b, 0, 60);
        int[] c = b.clone();
        System.arraycopy(tune(12, 60), 0, c, 60, 60);
        int[] other = tune(13, 120);
        List<Sketch> sketches = new ArrayList<>(List.of(Sketch.NONE, Sketch.of(plain(c)), Sketch.of(plain(other)),
                Sketch.of(plain(a)), Sketch.of(plain(b)), Sketch.of(plain(tune(14, 17))), Sketch.of(plain(other))));
        List<List<Member>> clusters = Likeness.clusters(sketches);
        assertEquals(List.of(List.of(1, 3, 4), List.of(2, 6)), clusters.stream().map(all -> all.stream().map(Member::index).toList())
                .toList());
        assertEquals(4, clusters.getFirst().getFirst().nearest());
        assertEquals(1, clusters.getLast().getLast().similarity());
    }

    @Test
    void manyCopiesAreOneCluster() {
        List<Sketch> sketches = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            sketches.add(Sketch.of(plain(tune(15, 80))));
        }
        List<List<Member>> clusters = Likeness.clusters(sketches);
        assertEquals(1, clusters.size());
        assertEquals(400, clusters.getFirst().size());
    }
}
