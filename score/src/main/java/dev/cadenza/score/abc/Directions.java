package dev.cadenza.score.abc;

import dev.cadenza.score.RepeatSign.Kind;
import java.util.List;
import java.util.Locale;

/// Words and decorations that say where the music goes.
final class Directions {

    private Directions() {
    }

    /// The signs in a text: `D.C. al Fine`, `Dal Segno`, `Segno`, `To Coda`, `fine`; empty where it is none.
    static List<Kind> of(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return switch (plain) {
            case "dc", "dacapo", "dcalfine", "dacapoalfine", "dcalcoda", "dacapoalcoda" -> List.of(Kind.DA_CAPO);
            case "ds", "dalsegno", "dsalfine", "dalsegnoalfine", "dsalcoda", "dalsegnoalcoda" -> List.of(Kind.DAL_SEGNO);
            case "segno" -> List.of(Kind.SEGNO);
            case "coda" -> List.of(Kind.CODA);
            case "tocoda", "dacoda" -> List.of(Kind.TO_CODA);
            case "fine" -> List.of(Kind.FINE);
            default -> List.of();
        };
    }
}
