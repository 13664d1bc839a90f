package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadSheetTokenizerTest {

    private static final LeadSheetTokenizer SHEET = new LeadSheetTokenizer(1);
    private static final Part TUNE = part("Melody", 0, 480, 60, 480, 960, 64, 1440, 480, 67, 1920, 1920, 72);

    private static Part part(String name, int... onsetDurationPitch) {
        Note[] notes = new Note[onsetDurationPitch.length / 3];
        Arrays.setAll(notes, i -> new Note(onsetDurationPitch[3 * i], onsetDurationPitch[3 * i + 1],
                Pitch.of(onsetDurationPitch[3 * i + 2]), 64));
        return new Part(name, Instrument.PIANO, List.of(notes));
    }

    private static Score score(List<ChordSymbol> chords, Part... parts) {
        return new Score(480, List.of(), List.of(Meter.common()), List.of(new KeySignature(0, -5, Mode.MAJOR)), chords,
                List.of(), List.of(parts), Metadata.NONE);
    }

    private static List<String> chords(Score score) {
        TokenSequence sequence = SHEET.encode(score);
        List<String> names = new ArrayList<>();
        for (int step = 0; step < sequence.steps(); step++) {
            names.add(SHEET.vocabulary().name(sequence.token(step, 1)));
        }
        return names;
    }

    @Test
    void symbolsStandFromTheirStepOn() {
        List<ChordSymbol> symbols = List.of(new ChordSymbol(480, "C"), new ChordSymbol(960, "CM"), new ChordSymbol(1440, "Dbm9/Ab"),
                new ChordSymbol(1900, "G"), new ChordSymbol(1930, "F#sus2"), new ChordSymbol(2400, "hm"),
                new ChordSymbol(2880, "N.C."), new ChordSymbol(9999, "A"));
        Score sheet = score(symbols, TUNE);
        assertEquals(List.of("none", "C:maj", "hold", "C#:min7", "F#:sus2", "hold", "none", "hold"), chords(sheet));
        TokenSequence sequence = SHEET.encode(sheet);
        assertEquals(List.of("n60", "n64", "hold", "n67", "n72", "hold", "hold", "hold"), IntStream.range(0, 8)
                .mapToObj(step -> SHEET.vocabulary().name(sequence.token(step, 0))).toList());
    }

    @Test
    void decodedChordsAreWrittenInTheKeyAndPlayedAnewInEachBar() {
        Score sheet = SHEET.reduce(score(List.of(new ChordSymbol(0, "C#7"), new ChordSymbol(2400, "F#")), TUNE));
        assertEquals(List.of(new ChordSymbol(0, "Db7"), new ChordSymbol(2400, "Gb")), sheet.chords());
        assertEquals(List.of("Melody", "Chords"), sheet.parts().stream().map(Part::name).toList());
        assertEquals(TUNE.notes().stream().map(note -> note.pitch().midi()).toList(),
                sheet.parts().getFirst().notes().stream().map(note -> note.pitch().midi()).toList());
        List<String> played = sheet.parts().getLast().notes().stream()
                .map(note -> note.onset() + "+" + note.duration() + " " + note.pitch().midi()).toList();
        assertEquals(List.of("0+1920 49", "0+1920 53", "0+1920 56", "0+1920 59", "1920+480 49", "1920+480 53", "1920+480 56",
                "1920+480 59", "2400+1440 49", "2400+1440 54", "2400+1440 58"), played);
    }

    @Test
    void aPartOfChordsIsReadWhereThereAreNoSymbols() {
        Part track = part("", 0, 960, 48, 0, 960, 52, 0, 960, 55, 960, 480, 50, 960, 480, 53, 960, 480, 55, 960, 480, 59,
                1440, 480, 48, 1440, 480, 49, 1440, 480, 50, 1920, 480, 57, 1920, 480, 60, 1920, 480, 64);
        assertEquals(List.of("C:maj", "hold", "G:7", "hold", "A:min", "hold", "hold", "hold"), chords(score(List.of(), TUNE, track)));
    }

    @Test
    void silenceOfAWholeNoteEndsAChord() {
        Part tune = part("Melody", 0, 3840, 60, 3840, 480, 62);
        Part shorter = part("", 0, 480, 48, 0, 480, 52, 0, 480, 55, 1920, 960, 50, 1920, 960, 53, 1920, 960, 57);
        Part longer = part("", 0, 480, 48, 0, 480, 52, 0, 480, 55);
        assertEquals("C:maj hold hold hold D:min hold hold hold hold", String.join(" ", chords(score(List.of(), tune, shorter))));
        assertEquals("C:maj none hold hold hold hold hold hold hold", String.join(" ", chords(score(List.of(), tune, longer))));
    }

    @Test
    void brokenChordsAreFoundByHalfBars() {
        Part arpeggio = part("", 0, 480, 48, 480, 480, 55, 480, 480, 64, 960, 480, 43, 1440, 480, 59, 1440, 480, 65,
                1920, 480, 45, 2400, 480, 57, 2400, 480, 60, 2880, 480, 52, 3360, 480, 60);
        assertEquals(List.of("C:maj", "hold", "G:7", "hold", "A:min", "hold", "hold", "hold"),
                chords(score(List.of(), TUNE, arpeggio)));
    }

    @Test
    void aLoneMelodyHasNoChords() {
        assertEquals(List.of("none", "hold", "hold", "hold", "hold", "hold", "hold", "hold"), chords(score(List.of(), TUNE)));
        assertEquals(List.of(), SHEET.reduce(score(List.of(), TUNE)).chords());
    }

    @Test
    void everyChordTokenIsPlayedInRangeAndReadBack() {
        ChordVoicing voicing = new ChordVoicing();
        for (int number = 0; number < ChordTokens.COUNT; number++) {
            List<Integer> pitches = voicing.next(ChordTokens.root(number), ChordTokens.kind(number));
            assertTrue(pitches.getFirst() >= 48 && pitches.getLast() <= 67, pitches::toString);
            Chord chord = SHEET.chord(LeadSheetTokenizer.FIRST_CHORD + number).orElseThrow();
            assertEquals(chord.pitchClasses().stream().sorted().toList(),
                    pitches.stream().map(pitch -> pitch % 12).distinct().sorted().toList());
            assertEquals(number, ChordTokens.number(Chord.parse(ChordTokens.names().get(number)).understood().orElseThrow()));
        }
    }

    @Test
    void everyKindHasANearestOne() {
        for (ChordQuality kind : ChordQuality.values()) {
            assertTrue(ChordTokens.KINDS.contains(ChordTokens.nearest(kind)), kind.name());
        }
        assertEquals(ChordQuality.MINOR, ChordTokens.nearest(ChordQuality.MINOR_SIX_NINE));
    }

    @Test
    void chordsHaveNoPitchAndAreMovedByTheirRoot() {
        int chord = SHEET.vocabulary().number("B:min7");
        assertEquals("C#:min7", SHEET.vocabulary().name(SHEET.transpose(chord, 2)));
        assertEquals("Bb:min7", SHEET.vocabulary().name(SHEET.transpose(chord, -1)));
        assertEquals(LeadSheetTokenizer.NONE, SHEET.transpose(LeadSheetTokenizer.NONE, 5));
        assertEquals("n65", SHEET.vocabulary().name(SHEET.transpose(SHEET.vocabulary().number("n60"), 5)));
        assertEquals(-1, SHEET.transpose(SHEET.vocabulary().number("n127"), 1));
        assertEquals(-1, SHEET.pitch(chord, 1));
        assertEquals(-1, SHEET.pitch(SHEET.vocabulary().number("n60"), 1));
        assertEquals(60, SHEET.pitch(SHEET.vocabulary().number("n60"), 0));
        assertEquals(-1, SHEET.sounding(chord, -1));
        assertTrue(SHEET.begins(chord, -1) && SHEET.begins(LeadSheetTokenizer.NONE, -1));
        assertFalse(SHEET.begins(MelodyTokenizer.HOLD, -1));
        assertEquals(1, SHEET.voices());
        assertEquals(List.of(new PitchRange(60, 72)), PitchRange.perPlace(List.of(SHEET.encode(score(List.of(), TUNE))), SHEET));
        assertEquals(Optional.empty(), SHEET.chord(LeadSheetTokenizer.NONE));
        assertEquals(263, SHEET.vocabulary().size());
    }

    @Test
    void aChordIsStatedOnceAndFirst() {
        Grammar.State start = SHEET.grammar().start().after(SHEET.vocabulary().number("n60"));
        assertFalse(start.allowed().get(MelodyTokenizer.HOLD));
        assertFalse(start.allowed().get(SHEET.vocabulary().number("n60")));
        assertFalse(start.mayEnd());
        Grammar.State next = start.after(SHEET.vocabulary().number("C:maj"));
        assertTrue(next.mayEnd());
        assertFalse(next.allowed().get(SHEET.vocabulary().number("C:maj")));
        Grammar.State chord = next.after(MelodyTokenizer.HOLD);
        assertFalse(chord.allowed().get(SHEET.vocabulary().number("C:maj")));
        assertTrue(chord.allowed().get(MelodyTokenizer.HOLD) && chord.allowed().get(LeadSheetTokenizer.NONE));
    }
}
