package dev.cadenza.render.sound;

import static dev.cadenza.render.sound.Scores.FLUTE;
import static dev.cadenza.render.sound.Scores.note;
import static dev.cadenza.render.sound.Scores.part;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynthesizerTest {

    @TempDir
    static Path folder;

    private static SoundFont font;

    @BeforeAll
    static void loadOnce() {
        font = SoundFont.builtIn(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 57, 69, 84})
    void theSpectralPeakLiesAtTheNote(int pitch) throws IOException {
        Path wav = folder.resolve("peak" + pitch + ".wav");
        Synthesizer.render(Scores.of(part(FLUTE, note(0, 4, pitch))), font, wav);
        assertEquals(pitch, Wave.read(wav).strongest(0.3, 1.8));
    }

    @Test
    void notesSoundWhenTheScoreSaysAndInTheNewTempo() throws IOException {
        Path wav = folder.resolve("order.wav");
        Score score = Scores.of(part(FLUTE, note(0, 2, 60), note(2, 2, 67)));
        Synthesizer.render(score, font, wav);
        Wave wave = Wave.read(wav);
        assertEquals(60, wave.strongestNear(60, 0.2, 0.9));
        assertEquals(67, wave.strongestNear(67, 1.3, 1.9));
        Score slow = new Score(480, List.of(Tempo.ofBpm(0, 60)), List.of(), List.of(), List.of(),
                List.of(), score.parts(), score.metadata());
        Synthesizer.render(slow, font, wav);
        assertEquals(60, Wave.read(wav).strongestNear(60, 1.2, 1.9));
        assertEquals(67, Wave.read(wav).strongestNear(67, 2.4, 3.8));
    }

    @Test
    void theHeaderSaysWhatFollows() throws IOException {
        Path wav = folder.resolve("header.wav");
        Rendering made = Synthesizer.render(Scores.of(part(0, note(0, 2, 60))), font, wav);
        Wave wave = Wave.read(wav);
        assertEquals(Files.size(wav) - 8, wave.bytes().getInt(4));
        assertEquals(1, wave.bytes().getShort(20));
        assertEquals(2, wave.bytes().getShort(22));
        assertEquals(44_100, wave.bytes().getInt(24));
        assertEquals(176_400, wave.bytes().getInt(28));
        assertEquals(4, wave.bytes().getShort(32));
        assertEquals(16, wave.bytes().getShort(34));
        assertEquals(Files.size(wav) - 44, wave.bytes().getInt(40));
        assertEquals((Files.size(wav) - 44) / 176_400.0, made.levels().seconds(), 1e-9);
        assertEquals(made.levels(), AudioLevels.of(wav));
        assertEquals(64, made.bank().sha256().length());
    }

    @Test
    void twoRendersAreEqualByteForByte() throws IOException {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            parts.add(part(8 * i, note(0, 1, 50 + 3 * i), note(1, 2, 52 + 3 * i)));
        }
        parts.add(new Part("", Instrument.DRUM_KIT, List.of(note(0, 1, 36), note(1, 1, 38), note(2, 1, 42))));
        Score score = Scores.of(parts.toArray(Part[]::new));
        Path first = folder.resolve("first.wav");
        Path second = folder.resolve("second.wav");
        Synthesizer.render(score, font, first);
        // The second with a font loaded anew, from where the first kept it.
        Synthesizer.render(score, SoundFont.builtIn(folder), second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void loudAndSoftPiecesReachOneLoudnessAndNothingClips() {
        Note loud = new Note(0, 3840, Pitch.of(60), 127);
        Note soft = new Note(0, 3840, Pitch.of(60), 30);
        List<Part> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(part(48, new Note(0, 3840, Pitch.of(40 + i), 127)));
        }
        Path wav = folder.resolve("loud.wav");
        for (Score score : List.of(Scores.of(part(FLUTE, loud)), Scores.of(part(FLUTE, soft)),
                Scores.of(many.toArray(Part[]::new)))) {
            Rendering made = Synthesizer.render(score, font, wav);
            assertEquals(0, made.levels().clippedSamples());
            assertTrue(made.levels().peakDbfs() <= -0.99, made.toString());
            double reached = made.loudnessLufs() + made.gainDb();
            assertTrue(Math.abs(reached + 16) < 1e-6 || Math.abs(made.levels().peakDbfs() + 1) < 0.1, made.toString());
        }
    }

    @Test
    void everyPartOfABigBandIsHeard() throws IOException {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            Note alone = note(i, 0.9, 48 + i);
            parts.add(part(FLUTE, alone));
        }
        Path wav = folder.resolve("band.wav");
        Synthesizer.render(Scores.of(parts.toArray(Part[]::new)), font, wav);
        Wave wave = Wave.read(wav);
        for (int i = 0; i < 33; i++) {
            assertEquals(48 + i, wave.strongestNear(48 + i, 0.5 * i + 0.1, 0.5 * i + 0.45), "part " + (i + 1));
        }
    }

    @Test
    void bendsAndProgramsAndPedalAreFollowed() throws IOException {
        Path wav = folder.resolve("bend.wav");
        Part bent = new Part("", new Instrument(FLUTE, false), List.of(note(0, 4, 60)),
                List.of(new Control.PitchBend(0, 8191)), List.of());
        Synthesizer.render(Scores.of(bent), font, wav);
        assertEquals(62, Wave.read(wav).strongestNear(62, 0.3, 1.8));

        Part held = new Part("", new Instrument(19, false), List.of(note(0, 0.5, 60), note(4, 0.5, 84)),
                List.of(new Control.ControlChange(0, 64, 127)), List.of());
        Synthesizer.render(Scores.of(held), font, wav);
        double withPedal = Wave.read(wav).power(261.63, 1.2, 1.9);
        Part dry = new Part("", held.instrument(), held.notes());
        Synthesizer.render(Scores.of(dry), font, wav);
        assertTrue(withPedal > 100 * Wave.read(wav).power(261.63, 1.2, 1.9));
    }

    @Test
    void aRestIsMeasuredAsSilence() {
        Path wav = folder.resolve("rest.wav");
        SoundSettings dry = new SoundSettings(-16, -1, false, 60);
        Rendering made = Synthesizer.render(Scores.of(part(FLUTE, note(0, 1, 60), note(12, 1, 60))), font, dry, wav);
        double rest = made.levels().longestSilenceSeconds();
        assertTrue(rest > 4 && rest < 5.6, made.toString());
    }

    @Test
    void mutedPiecesBecomeSilentFiles() {
        Part muted = new Part("", Instrument.PIANO, List.of(note(0, 1, 60)), List.of(new Control.ControlChange(0, 7, 0)),
                List.of());
        Rendering made = Synthesizer.render(Scores.of(muted), font, folder.resolve("muted.wav"));
        assertEquals(Double.NEGATIVE_INFINITY, made.levels().peakDbfs());
        assertEquals(0, made.gainDb());
        assertEquals(made.levels().seconds(), made.levels().longestSilenceSeconds());
    }

    @Test
    void whatCannotBePlayedIsRefusedInWords() {
        Path wav = folder.resolve("never.wav");
        assertCode("NOTHING_TO_PLAY", Scores.of(), wav);
        assertCode("NOTHING_TO_PLAY", Scores.of(part(0)), wav);
        assertCode("TOO_LONG", Scores.of(part(0, new Note(Long.MAX_VALUE / 4, 1, Pitch.of(60), 90))), wav);
        Part[] crowd = new Part[257];
        Arrays.fill(crowd, part(0, note(0, 1, 60)));
        assertCode("TOO_MANY_PARTS", Scores.of(crowd), wav);
        assertFalse(Files.exists(wav));
    }

    private static void assertCode(String code, Score score, Path wav) {
        RequestException refused = assertThrows(RequestException.class, () -> Synthesizer.render(score, font, wav));
        assertEquals(code, refused.code());
        assertTrue(refused.remedy().endsWith("."));
    }
}
