package dev.cadenza.score.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChordTest {

    @ParameterizedTest
    @EnumSource(ChordQuality.class)
    void everyKindIsReadBackOnEveryRootAndBass(ChordQuality quality) {
        for (int place = -8; place <= 12; place++) {
            Spelling root = LineOfFifths.spelling(place);
            for (Spelling bass : List.of(root, LineOfFifths.spelling(place + 1), Spelling.plain(place))) {
                Chord chord = new Chord(root, quality, bass);
                assertEquals(new ChordReading.Understood(chord, true), Chord.parse(chord.text()), chord.text());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ChordQuality.class)
    void everyShorthandIsReadBackOnEveryRoot(ChordQuality quality) {
        for (int root = 0; root < 12; root++) {
            Chord chord = Chord.on(root, quality);
            assertEquals(new ChordReading.Understood(chord, true), Chord.parse(chord.root() + ":" + quality.shorthand()));
        }
    }

    @ParameterizedTest
    @EnumSource(ChordQuality.class)
    void theTonesOfEveryKindAreRecognisedOnEveryRoot(ChordQuality quality) {
        for (int root = 0; root < 12; root++) {
            Chord chord = Chord.on(root, quality);
            Chord found = Chord.recognise(new HashSet<>(chord.pitchClasses()), root).orElseThrow();
            assertEquals(new HashSet<>(chord.pitchClasses()), new HashSet<>(found.pitchClasses()));
            assertEquals(root, found.root().pitchClass());
        }
    }

    @ParameterizedTest
    @CsvSource({"C,C", "Cm,Cm", "C-7,Cm7", "Cmaj7,Cmaj7", "CM7,Cmaj7", "CΔ,Cmaj7", "CΔ7,Cmaj7", "Cma7,Cmaj7", "Cmi7,Cm7",
        "CMi7,Cm7", "F#m7b5,F#m7b5", "F♯ø,F#m7b5", "Bbdim7,Bbdim7", "B♭o7,Bbdim7", "C°,Cdim", "C/E,C/E", "D7/f+,D7/F#",
        "Gm/bb,Gm/Bb", "Csus4,Csus4", "Csus,Csus4", "C7sus,C7sus4", "C9sus,C9sus4", "C+,Caug", "C7+,C7#5", "Caug7,C7#5",
        "C+7,C7#5", "Cm(maj7),CmMaj7", "CmM7,CmMaj7", "C6/9,C69", "C6/9/E,C69/E", "C7(b9),C7b9", "Cmadd9,Cmadd9",
        "C2,Cadd9", "Cdom7,C7", "(E7),E7", "Gd,Gdim", "C minor 7,Cm7", "C5,C5", "Cmin,Cm", "Bb,Bb", "Ebb,Ebb",
        "C#:min7,C#m7", "A:maj(9),Aadd9", "D:maj/3,D/F#", "G:7/b7,G7/F", "B:min/b3,Bm/D", "Gb:maj7/7,Gbmaj7/F",
        "C:sus4(b7),C7sus4", "'C:(3,5)',C", "'C:maj(*3)',C5", "F:hdim7,Fm7b5", "E:,E"})
    void readsTheUsualForms(String written, String text) {
        ChordReading reading = Chord.parse(written);
        assertEquals(text, assertInstanceOf(ChordReading.Understood.class, reading).chord().text());
        assertTrue(((ChordReading.Understood) reading).exact(), written);
    }

    @ParameterizedTest
    @CsvSource({"C9#11,C9", "C7#5b9,C7#5", "C13b9,C7b9", "Cm#5,Cm", "Cmaj7#11,Cmaj7", "C9b5,C7b5", "C7alt,C7#5", "Cadd4,C"})
    void leavesOutWhatHasNoKindOfItsOwnAndSaysSo(String written, String text) {
        assertEquals(new ChordReading.Understood(Chord.parse(text).understood().orElseThrow(), false), Chord.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "N.C.", "N", "NC", "no chord"})
    void knowsThatThereIsNone(String written) {
        assertEquals(new ChordReading.NoChord(), Chord.parse(new ChordSymbol(0, written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H7", "f#", "weird", "C7x", "C/", "G/(pl", "From A.Train's song", "X", "C:maj/9", "C:maj(zz)",
        "C:(20)", "C-5", "Cmajmaj", "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC"})
    void refusesOthers(String written) {
        assertEquals(new ChordReading.Unknown(written), Chord.parse(written));
        assertEquals(Optional.empty(), Chord.parse(written).understood());
    }

    @Property
    void neverFails(@ForAll @StringLength(max = 12) @CharRange(from = ' ', to = 'z') String suffix) {
        for (String root : List.of("", "C", "Bb:", "F#m")) {
            Chord.parse(root + suffix).understood().ifPresent(chord ->
                    assertEquals(Optional.of(chord), Chord.parse(chord.text()).understood()));
        }
    }

    @Test
    void theBassSoundsWhetherItBelongsOrNot() {
        assertEquals(List.of(0, 4, 7), Chord.parse("C/E").understood().orElseThrow().pitchClasses());
        assertEquals(List.of(0, 4, 7, 2), Chord.parse("C/D").understood().orElseThrow().pitchClasses());
    }

    @Test
    void movesRootAndBass() {
        assertEquals("Dbm7/Fb", Chord.parse("Dbm7/Fb").understood().orElseThrow().text());
        assertEquals("Ebm7/F#", Chord.parse("Dbm7/Fb").understood().orElseThrow().transposed(2).text());
        assertEquals("B", Chord.parse("C").understood().orElseThrow().transposed(-1).text());
    }

    @Test
    void reducesToTheSeventh() {
        assertEquals("Cm7/Eb", Chord.parse("Cm9/Eb").understood().orElseThrow().reduced().text());
        for (ChordQuality quality : ChordQuality.values()) {
            assertTrue(quality.reduced().intervals().size() <= 4);
            assertTrue(quality.intervals().containsAll(quality.reduced().intervals()));
        }
    }

    @ParameterizedTest
    @CsvSource({"0 4 7,0,C", "0 4 7,4,C/E", "9 0 4 7,9,Am7", "9 0 4 7,0,C6", "0 4,0,C", "9 0,9,Am", "0 7,0,C5", "0 3 6 9,3,Ebdim7",
        "0 4 5 7,0,C", "7 11 5,7,G7", "7 11 2 5 0,7,G7", "0 2 7,0,Csus2", "0 2 7,7,Gsus4/G", "2 4 7 0 5,0,Cadd9"})
    void namesWhatSounds(String sounding, int bass, String text) {
        Set<Integer> tones = new HashSet<>();
        for (String tone : sounding.split(" ")) {
            tones.add(Integer.parseInt(tone));
        }
        Chord expected = Chord.parse(text).understood().orElseThrow();
        assertEquals(Optional.of(expected), Chord.recognise(tones, bass));
    }

    @Test
    void namesNothingWhereNothingFits() {
        assertEquals(Optional.empty(), Chord.recognise(Set.of(), 0));
        assertEquals(Optional.empty(), Chord.recognise(Set.of(0), 0));
        assertEquals(Optional.empty(), Chord.recognise(Set.of(0, 1), 0));
        assertEquals(Optional.empty(), Chord.recognise(Set.of(0, 1, 2, 3, 4), 0));
        assertEquals(Optional.empty(), Chord.recognise(Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 0));
    }
}
