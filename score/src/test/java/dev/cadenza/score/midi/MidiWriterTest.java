package dev.cadenza.score.midi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MidiWriterTest {

    private static Score score(List<Part> parts) {
        return new Score(96, List.of(), List.of(new Meter(0, 6, 8)), List.of(), List.of(), List.of(), parts, Metadata.titled("T"));
    }

    private static Part part(int program, Control... controls) {
        return new Part("", new Instrument(program, false), List.of(new Note(0, 96, Pitch.of(60), 80)), List.of(controls), List.of());
    }

    @Test
    void theBytesAreKnown() {
        String expected = "4D54686400000006000100020060"
                + "4D54726B00000011" + "00FF030154" + "00FF580406032408" + "00FF2F00"
                + "4D54726B0000000E" + "00C007" + "00903C50" + "603C00" + "00FF2F00";
        assertEquals(expected, HexFormat.of().withUpperCase().formatHex(MidiWriter.write(score(List.of(part(7))))));
    }

    @Test
    void bankSelectsComeBeforeTheProgram() {
        Part part = part(7, new Control.ControlChange(0, 7, 100), new Control.ControlChange(0, 0, 1), new Control.ControlChange(0, 10, 3));
        String bytes = HexFormat.of().formatHex(MidiWriter.write(score(List.of(part))));
        assertTrue(bytes.contains("00b00764" + "000001" + "00c007" + "00b00a03"), bytes);
        assertEquals(part, MidiReader.read("x", MidiWriter.write(score(List.of(part)))).score().parts().getFirst());
    }

    @Test
    void fifteenPartsHaveAChannelEachAndDrumsTheirs() {
        List<Part> parts = new ArrayList<>(IntStream.range(0, 15).mapToObj(MidiWriterTest::part).toList());
        parts.add(7, new Part("", Instrument.DRUM_KIT, List.of()));
        int[] channels = Channels.of(parts);
        assertEquals(9, channels[7]);
        assertEquals(16, Arrays.stream(channels).distinct().count());
    }

    @Test
    void morePartsShareTheChannelOfTheirProgram() {
        // Two programs: each has one channel first, then the spare ones are given out, then parts share.
        int[] channels = Channels.of(IntStream.range(0, 20).mapToObj(i -> part(i % 2)).toList());
        assertEquals(15, Arrays.stream(channels).distinct().count());
        assertTrue(Arrays.stream(channels).noneMatch(c -> c == 9));
        assertEquals(channels[18], channels[0]);
        assertEquals(channels[19], channels[1]);
    }

    @Test
    void aSharedChannelHasOneProgramWhileThereAreEnough() {
        List<Part> parts = IntStream.range(0, 64).mapToObj(i -> part(i % 15)).toList();
        int[] channels = Channels.of(parts);
        for (int i = 15; i < 64; i++) {
            assertEquals(channels[i % 15], channels[i]);
        }
        int[] crowded = Channels.of(IntStream.range(0, 40).mapToObj(MidiWriterTest::part).toList());
        assertTrue(Arrays.stream(crowded).allMatch(c -> c >= 0 && c < 16 && c != 9));
    }

    @Test
    void longPausesAreBridged() {
        Note late = new Note(1L << 32, 10, Pitch.of(60), 80);
        Score score = score(List.of(new Part("", Instrument.PIANO, List.of(late))));
        assertEquals(List.of(late), MidiReader.read("x", MidiWriter.write(score)).score().parts().getFirst().notes());
    }

    @Test
    void refusesWhatTheFormatCannotHold() {
        Score score = score(List.of(new Part("", Instrument.PIANO, List.of(new Note(1L << 41, 10, Pitch.of(60), 80)))));
        assertEquals("TOO_LONG", assertThrows(CadenzaException.RequestException.class, () -> MidiWriter.write(score)).code());
        Score crowd = score(Collections.nCopies(65_535, new Part("", Instrument.PIANO, List.of())));
        assertEquals("TOO_MANY_PARTS", assertThrows(CadenzaException.RequestException.class, () -> MidiWriter.write(crowd)).code());
    }

    @Test
    void writesFiles(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/song.mid");
        Score score = score(List.of(part(7)));
        MidiWriter.write(score, file);
        assertArrayEquals(MidiWriter.write(score), Files.readAllBytes(file));
        assertEquals(score, MidiReader.read(file, MidiReadOptions.STRICT).score());
    }
}
