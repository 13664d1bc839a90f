package dev.cadenza.score.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpellerTest {

    private static List<String> names(Score score) {
        return score.parts().getFirst().notes().stream().map(n -> n.pitch().toString()).toList();
    }

    @Test
    void followsTheSignatureInForce() {
        List<KeySignature> keys = List.of(new KeySignature(0, -4, Mode.MAJOR), new KeySignature(8, 3, Mode.MINOR));
        Score score = Tunes.score(keys, 61, 68, 61, 68, 65);
        assertEquals(List.of("Db4", "Ab4", "C#4", "G#4", "E#4"), names(Speller.spell(score)));
    }

    @Test
    void findsAKeyWhereNoneIsStated() {
        assertEquals(List.of("A4", "B4", "C5", "E5", "G#5", "A5", "E5", "C5", "A4"),
                names(Speller.spell(Tunes.melody(69, 71, 72, 76, 80, 81, 76, 72, 69))));
    }

    @Test
    void leavesDrumsAlone() {
        Part drums = new Part("", Instrument.DRUM_KIT, List.of(new Note(0, 1, Pitch.of(39), 80)));
        assertEquals(List.of(drums), Speller.spell(Tunes.of(List.of(new KeySignature(0, 5, Mode.MAJOR)), List.of(drums))).parts());
    }

    @Property
    void everyKeySpellsTwelvePitchesInTwelveWaysAndItsScaleOnSevenLetters(@ForAll @IntRange(min = -7, max = 7) int fifths,
            @ForAll Mode mode) {
        Key key = new Key(fifths, mode);
        Set<Spelling> all = new HashSet<>();
        for (int midi = 60; midi < 72; midi++) {
            all.add(Speller.spell(midi, key).spelling());
        }
        assertEquals(12, all.size());
        Set<Object> letters = new HashSet<>();
        key.pitchClasses().forEach(p -> letters.add(Speller.spell(60 + p, key).spelling().letter()));
        assertEquals(7, letters.size());
    }

    @Property
    void soundsTheSame(@ForAll @IntRange(max = 127) int midi, @ForAll @IntRange(min = -7, max = 7) int fifths, @ForAll Mode mode) {
        assertEquals(midi, Speller.spell(midi, new Key(fifths, mode)).midi());
    }
}
