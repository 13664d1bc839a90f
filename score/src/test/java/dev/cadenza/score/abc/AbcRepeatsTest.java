package dev.cadenza.score.abc;

import static dev.cadenza.score.abc.Abc.codes;
import static dev.cadenza.score.abc.Abc.inKey;
import static dev.cadenza.score.abc.Abc.tune;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.form.Playthrough;
import dev.cadenza.score.theory.BarMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The order in which music is played, and where its bar lines fall.
class AbcRepeatsTest {

    /// Letters of the notes in playing order.
    private static String played(String music) {
        return letters(inKey("C\n" + music));
    }

    private static String letters(AbcTune.Read tune) {
        return Abc.notes(Playthrough.of(tune.score())).stream().map(n -> n.pitch().spelling().letter().toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    @Test
    void repeats() {
        assertEquals("aabbc", played("A8:|B8:|c8|"));
        assertEquals("abbc", played("A8|:B8:|c8|"));
        assertEquals("ababcc", played("|:A8|B8::c8:|"));
        assertEquals("abbb", played("A8||B8::|"));
        assertEquals("aabb", played("A8:||:B8:|"));
        assertEquals("aabcbc", played("|:A8:| |:B8|c8:|]"));
    }

    @Test
    void doubleBarsWithinARepeatDoNotShortenIt() {
        assertEquals("abab", played("|:A8||B8:|"));
    }

    @Test
    void endings() {
        assertEquals("abacd", played("|:A8|1B8:|2c8||d8|"));
        assertEquals("abacd", played("A8|[1B8:|[2c8||d8|"));
        assertEquals("abacd", played("A8|[1B8:| [2c8|]d8|"));
        assertEquals("ababacd", played("|:A8|1,2B8:|3c8||d8|"));
        assertEquals("abababac", played("|:A8|1-3B8:|4c8|"));
        assertEquals("abaccdce", played("|:A8|1B8:|2c8|:c8|1d8:|2e8|]"));
    }

    @Test
    void aPartThatIsLabelledBeginsAnew() {
        assertEquals("abb", played("A8|\nP:B\nB8:|"));
    }

    @Test
    void partsInTheOrderOfTheHeader() {
        assertEquals("aabaa", letters(tune("X:1\nP:ABA\nM:4/4\nL:1/8\nK:C\nP:A\nA8:|\nP:B\nB8||")));
        assertEquals("ababab", letters(tune("X:1\nP:(AB)3\nM:4/4\nL:1/8\nK:C\nP:A\nA8|\nP:B\nB8||")));
        AbcTune.Read unknown = tune("X:1\nP:ABC\nM:4/4\nL:1/8\nK:C\nP:A\nA8|\nP:B\nB8||");
        assertEquals("ab", letters(unknown));
        assertEquals(List.of("PART_ORDER line 1"), codes(unknown));
    }

    @Test
    void anUpbeatIsAShortFirstBar() {
        AbcTune.Read tune = tune("X:1\nM:3/4\nL:1/4\nK:C\nG|cde|f2:|G|cde|c2|]");
        Score played = Playthrough.of(tune.score());
        assertEquals(List.of(new Meter(0, 3, 4), new Meter(480, 3, 4)), tune.score().meters());
        assertEquals(List.of(new Meter(0, 3, 4), new Meter(480, 3, 4)), played.meters());
        BarMap bars = BarMap.of(played);
        assertEquals(1, bars.bar(480));
        // The bar at the repeat sign has its two quarters before it and the upbeat after it.
        assertEquals(480 + 1440, bars.start(2));
        assertEquals(480 + 2 * 1440, bars.start(3));
        assertEquals(List.of(), codes(tune));
    }

    @Test
    void unevenBarsKeepTheirBarLines() {
        AbcTune.Read tune = tune("X:1\nM:2/4\nL:1/4\nK:C\ncd|cde|cd|cd|");
        assertEquals(List.of(new Meter(0, 2, 4), new Meter(960 + 1440, 2, 4)), tune.score().meters());
        assertEquals(List.of("BAR_LENGTH line 5"), codes(tune));
    }

    @Test
    void aKeyThatChangesWithinABarDoesNotCutIt() {
        AbcTune.Read tune = inKey("C\nC4 [K:G] F4|F8|");
        assertEquals(List.of(new Meter(0, 4, 4)), tune.score().meters());
        assertEquals(960, tune.score().keys().get(1).tick());
        assertEquals("C4 F#4 F#4", Abc.pitches(tune));
    }

    @Test
    void metresChange() {
        AbcTune.Read tune = inKey("C\nC8|\nM:3/4\nC6|[M:6/8] [L:1/4] C3|");
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(1920, 3, 4), new Meter(3360, 6, 8)), tune.score().meters());
        assertEquals(3360 + 1440, tune.score().end());
    }
}
