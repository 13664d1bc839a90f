package dev.cadenza.evaluate.mgeval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.Feature;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MgevalFeaturesTest {

    private static Note note(double quarter, double quarters, int pitch) {
        return new Note((long) (480 * quarter), (long) (480 * quarters), Pitch.of(pitch), 64);
    }

    /// Two bars: c' quarter, d' eighth, e' dotted quarter, g quarter triplet; then a whole c' with e' over it.
    private static final Hearing PIECE = hearing(
            new Part("", Instrument.PIANO, List.of(note(0, 1, 60), note(1, 0.5, 62), note(1.5, 1.5, 64), note(3, 2 / 3.0, 67),
                    note(4, 4, 60), note(4, 4, 64))),
            new Part("", Instrument.DRUM_KIT, List.of(note(0, 1, 36))));

    private static Hearing hearing(Part... parts) {
        return Hearing.of(new Score(480, List.of(new Tempo(0, 500_000)), List.of(), List.of(), List.of(), List.of(), List.of(parts),
                Metadata.NONE));
    }

    private static double[] of(String name, Hearing hearing) {
        return MgevalFeatures.all().stream().filter(feature -> feature.name().equals(name)).findFirst().orElseThrow().of(hearing);
    }

    @Test
    void counts() {
        assertArrayEquals(new double[] {4}, of("pitch_count", PIECE));
        assertArrayEquals(new double[] {6}, of("note_count", PIECE));
        assertArrayEquals(new double[] {7}, of("pitch_range", PIECE));
        assertArrayEquals(new double[] {3, 1}, of("pitch_count_per_bar", PIECE), 1e-12);
        assertArrayEquals(new double[] {3, 1}, of("note_count_per_bar", PIECE), 1e-12);
    }

    @Test
    void histograms() {
        double[] classes = of("pitch_class_histogram", PIECE);
        assertEquals(2 / 6.0, classes[0]);
        assertEquals(1 / 6.0, classes[2]);
        assertEquals(2 / 6.0, classes[4]);
        assertEquals(1 / 6.0, classes[7]);
        double[] perBar = of("pitch_class_histogram_per_bar", PIECE);
        assertEquals((1 / 4.0 + 1 / 2.0) / 2, perBar[0], 1e-12);
        assertEquals(1 / 8.0, perBar[12], 1e-12);
        double[] lengths = of("note_length_histogram", PIECE);
        assertEquals(2 / 6.0, lengths[NoteValue.WHOLE.ordinal()]);
        assertEquals(1 / 6.0, lengths[NoteValue.DOTTED_QUARTER.ordinal()]);
        assertEquals(1 / 6.0, lengths[NoteValue.QUARTER_TRIPLET.ordinal()]);
    }

    @Test
    void whatFollowsWhat() {
        double[] classes = of("pitch_class_transitions", PIECE);
        for (int transition : new int[] {0 * 12 + 2, 2 * 12 + 4, 4 * 12 + 7, 7 * 12, 4}) {
            assertEquals(0.2, classes[transition], 1e-12, "transition " + transition);
        }
        double[] lengths = of("note_length_transitions", PIECE);
        assertEquals(0.2, lengths[NoteValue.QUARTER.ordinal() * 12 + NoteValue.EIGHTH.ordinal()], 1e-12);
        assertEquals(0.2, lengths[NoteValue.WHOLE.ordinal() * 12 + NoteValue.WHOLE.ordinal()], 1e-12);
        assertArrayEquals(new double[] {(2 + 2 + 3 + 7 + 4) / 5.0}, of("average_pitch_interval", PIECE), 1e-12);
        // Onsets at 0, 1, 1.5, 3, and 4 quarters of half a second.
        assertArrayEquals(new double[] {0.5}, of("average_onset_interval", PIECE), 1e-12);
    }

    @Test
    void partsFollowThemselves() {
        Hearing two = hearing(new Part("", Instrument.PIANO, List.of(note(0, 1, 72), note(1, 1, 74))),
                new Part("", Instrument.PIANO, List.of(note(0, 1, 48), note(1, 1, 50))));
        assertArrayEquals(new double[] {2}, of("average_pitch_interval", two));
    }

    @Test
    void silenceHasFeaturesToo() {
        Hearing silent = hearing(new Part("", Instrument.DRUM_KIT, List.of(note(0, 1, 36))));
        for (Feature feature : MgevalFeatures.all()) {
            assertEquals(feature.of(PIECE).length, feature.of(silent).length, feature.name());
            assertTrue(Arrays.stream(feature.of(silent)).allMatch(number -> number == 0), feature.name());
        }
    }

    @Test
    void everyFeatureIsDefinedInTheReference() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "reference", "metrics.md"));
        for (Feature feature : MgevalFeatures.all()) {
            assertTrue(page.contains("| `" + feature.name() + "` |"), feature.name() + " is missing on the page");
        }
    }
}
