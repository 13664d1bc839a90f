package dev.cadenza.score.musicxml;

import dev.cadenza.score.Mark.Level;
import dev.cadenza.score.Mark.Sign;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What MusicXML calls the signs that a score knows.
final class SignNames {

    /// Articulations, ornaments and technical signs by their elements. Some share a sign: what they ask for is the same.
    private static final Map<String, Sign> SIGNS = Map.ofEntries(
            Map.entry("staccato", Sign.STACCATO), Map.entry("staccatissimo", Sign.STACCATISSIMO),
            Map.entry("spiccato", Sign.STACCATISSIMO), Map.entry("tenuto", Sign.TENUTO), Map.entry("detached-legato", Sign.PORTATO),
            Map.entry("accent", Sign.ACCENT), Map.entry("strong-accent", Sign.MARCATO), Map.entry("breath-mark", Sign.BREATH),
            Map.entry("caesura", Sign.CAESURA), Map.entry("trill-mark", Sign.TRILL), Map.entry("shake", Sign.TRILL),
            Map.entry("mordent", Sign.MORDENT), Map.entry("inverted-mordent", Sign.INVERTED_MORDENT), Map.entry("turn", Sign.TURN),
            Map.entry("delayed-turn", Sign.TURN), Map.entry("inverted-turn", Sign.INVERTED_TURN),
            Map.entry("delayed-inverted-turn", Sign.INVERTED_TURN), Map.entry("tremolo", Sign.TREMOLO),
            Map.entry("up-bow", Sign.UP_BOW), Map.entry("down-bow", Sign.DOWN_BOW), Map.entry("harmonic", Sign.HARMONIC),
            Map.entry("open-string", Sign.OPEN_STRING), Map.entry("stopped", Sign.PLUCKED),
            Map.entry("snap-pizzicato", Sign.PLUCKED));

    /// Levels beyond those that a score knows, as the nearest.
    private static final Map<String, Level> FURTHER_LEVELS = Map.of("pppppp", Level.PPPPP, "ffffff", Level.FFFFF, "sfp", Level.FP,
            "sfpp", Level.FP, "sffz", Level.SFZ, "sfzp", Level.FP, "rf", Level.RFZ);

    private SignNames() {
    }

    static Optional<Sign> sign(String element) {
        return Optional.ofNullable(SIGNS.get(element));
    }

    static Optional<Level> level(String element) {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(element)) {
                return Optional.of(level);
            }
        }
        return Optional.ofNullable(FURTHER_LEVELS.get(element));
    }
}
