package dev.cadenza.score.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is kept of a file; bytes are written in hexadecimal, each track without its end.
class MidiReaderTest {

    private static MidiRead read(int format, String division, String... tracks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(hex("4D546864 00000006 " + "%04X".formatted(format) + "%04X".formatted(tracks.length) + division));
        for (String track : tracks) {
            byte[] events = hex(track + " 00 FF2F00");
            out.writeBytes(hex("4D54726B" + "%08X".formatted(events.length)));
            out.writeBytes(events);
        }
        MidiRead read = MidiReader.read("test", out.toByteArray(), MidiReadOptions.STRICT);
        MidiFaultsTest.assertSound(read);
        return read;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static String meta(int type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return "00 FF%02X%02X".formatted(type, bytes.length) + HexFormat.of().formatHex(bytes);
    }

    private static Note note(long onset, long duration, int pitch, int velocity) {
        return new Note(onset, duration, Pitch.of(pitch), velocity);
    }

    @Test
    void keepsWhatConcernsTheWholePiece() {
        MidiRead read = read(1, "01E0",
                meta(3, "Song") + meta(2, "(c) 1900") + meta(6, "A") + " 00 FF5804 03021808 00 FF5902 FD01 00 FF5103 07A120 8360 FF5103 0F4240" + meta(7, "B"),
                meta(3, "Flute") + " 00 C049 00 90 3C 50 8360 80 3C 00");
        Score score = read.score();
        assertEquals(new Metadata("Song", "", "(c) 1900"), score.metadata());
        assertEquals(List.of(new Meter(0, 3, 4)), score.meters());
        assertEquals(List.of(new KeySignature(0, -3, Mode.MINOR)), score.keys());
        assertEquals(List.of(new Tempo(0, 500_000), new Tempo(480, 1_000_000)), score.tempos());
        assertEquals(List.of(new Marker(0, "A"), new Marker(480, "B")), score.markers());
        assertEquals(List.of(new Part("Flute", new Instrument(73, false), List.of(note(0, 480, 60, 80)))), score.parts());
        assertEquals(new Division.TicksPerQuarter(480), read.header().division());
        assertEquals(0.5, read.seconds(), 1e-12);
    }

    @Test
    void makesAPartOfEachChannel() {
        Score score = read(0, "0060", meta(3, "Band") + " 00 C920 00 C005 00 99 24 64 00 90 30 64 60 89 24 00 00 80 30 00").score();
        assertEquals("Band", score.metadata().title());
        assertEquals(List.of(new Part("", new Instrument(5, false), List.of(note(0, 96, 48, 100))),
                new Part("", new Instrument(32, true), List.of(note(0, 96, 36, 100)))), score.parts());
    }

    @Test
    void keepsControls() {
        Part part = read(0, "0060", "00 B0407F 00 E00040 00 90 30 64 10 A0 30 11 10 D0 22 10 C0 07 10 E07F7F 00 B04000 00 80 30 00")
                .score().parts().getFirst();
        assertEquals(List.of(new Control.ControlChange(0, 64, 127), new Control.PitchBend(0, 0), new Control.KeyPressure(16, 48, 17),
                new Control.ChannelPressure(32, 34), new Control.ProgramChange(48, 7), new Control.PitchBend(64, 8191),
                new Control.ControlChange(64, 64, 0)), part.controls());
        assertEquals(Instrument.PIANO, part.instrument());
    }

    @Test
    void endsTheOldestOfOverlappingNotes() {
        Part part = read(0, "0060", "00 90 3C 50 10 3C 60 10 3C 00 10 3C 00").score().parts().getFirst();
        assertEquals(List.of(note(0, 32, 60, 80), note(16, 32, 60, 96)), part.notes());
    }

    @Test
    void ordersTheNotesOfAChord() {
        Part part = read(0, "0060", "00 90 43 50 00 40 50 00 3C 50 10 3C 00 00 40 00 00 43 00").score().parts().getFirst();
        assertEquals(List.of(60, 64, 67), part.notes().stream().map(n -> n.pitch().midi()).toList());
    }

    /// Hundreds of notes at one tick, of one length and of many.
    @Test
    void ordersDenseChords() {
        for (int lengths : new int[] {1, 7}) {
            StringBuilder track = new StringBuilder("00 90 3C 50");
            for (int i = 1; i < 300; i++) {
                track.append("00 %02X%02X".formatted(i * 37 % 128, 1 + i * 11 % 127));
            }
            track.append("05 3C 00");
            for (int i = 1; i < 300; i++) {
                track.append("%02X %02X00".formatted(i % lengths, i * 37 % 128));
            }
            List<Note> notes = read(0, "0060", track.toString()).score().parts().getFirst().notes();
            assertEquals(300, notes.size());
            assertEquals(notes.stream().sorted(Note.ORDER).toList(), notes);
            assertEquals(IntStream.range(1, 300).map(i -> 1 + i * 11 % 127).sum() + 80, notes.stream().mapToInt(Note::velocity).sum());
            assertEquals(lengths == 1 ? 1 : 258, notes.stream().map(Note::duration).distinct().count());
        }
    }

    @Test
    void allNotesOffEndsWhatStillSounds() {
        Part part = read(0, "0060", "00 90 3C 50 20 B0 7B 00 20 90 3E 50 10 80 3E 00 10 B0 78 00").score().parts().getFirst();
        assertEquals(List.of(note(0, 32, 60, 80), note(64, 16, 62, 80)), part.notes());
    }

    @Test
    void aTrackWithoutProgramTakesThatOfItsChannel() {
        Score score = read(1, "0060", "00 C028", "00 90 3C 50 10 80 3C 00").score();
        assertEquals(40, score.parts().get(1).instrument().program());
    }

    @Test
    void patternsOfFormat2FollowEachOtherFromBarLineToBarLine() {
        MidiRead read = read(2, "0060", "00 FF5103 0F4240 00 FF5804 03021808 00 90 3C 50 60 80 3C 00", "00 90 3E 50 60 80 3E 00");
        assertEquals(List.of(note(288, 96, 62, 80)), read.score().parts().get(1).notes());
        assertEquals(List.of(new Meter(0, 3, 4), new Meter(288, 4, 4)), read.score().meters());
        assertEquals(List.of(new Tempo(0, 1_000_000), new Tempo(288, 500_000)), read.score().tempos());
        assertEquals(3.5, read.seconds(), 1e-12);
    }

    @Test
    void clockTimeIsExact() {
        // 2.997 s and 3 s of 29.97 and 25 frames a second; the tempo in the file has no say.
        MidiRead drop = read(0, "E364", "00 FF5103 000001 00 90 3C 50 C67C 80 3C 00");
        assertEquals(new Division.Smpte(29, 100), drop.header().division());
        assertEquals(9084 * 1001 / 3_000_000.0, drop.seconds(), 1e-12);
        MidiRead pal = read(0, "E728", "00 90 3C 50 9738 80 3C 00");
        assertEquals(3.0, pal.seconds(), 1e-12);
        assertEquals(1000, ((Division.Smpte) pal.header().division()).ticksPerSecond());
    }

    @Test
    void keepsLyricsAndReadsTheirEncoding() {
        Part part = read(0, "0060", "00 C000" + meta(5, "Stra") + meta(5, "ße") + "00 FF0503 66FC72").score().parts().getFirst();
        assertEquals(List.of(new Lyric(0, "Stra"), new Lyric(0, "ße"), new Lyric(0, "für")), part.lyrics());
    }

    @Test
    void karaokeTextsAreLyrics() {
        Score score = read(1, "0060", meta(1, "@KMIDI KARAOKE FILE"), meta(3, "Words") + meta(1, "@TTitle") + meta(1, "\\Oh") + " 10 FF0102 6D79",
                "00 90 3C 50 10 80 3C 00").score();
        assertEquals("Title", score.metadata().title());
        assertEquals(List.of(new Lyric(0, "\\Oh"), new Lyric(16, "my")), score.parts().getFirst().lyrics());
        assertEquals("Words", score.parts().getFirst().name());
    }

    @Test
    void emptyEventsChangeNothing() {
        assertEquals(List.of(), read(1, "0060", "").score().parts());
        assertEquals(List.of(), Stream.of(read(1, "0060", meta(1, "hello"))).flatMap(r -> r.score().parts().stream()).toList());
    }
}
