package dev.cadenza.score.musicxml;

import dev.cadenza.score.RepeatSign.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Signs that make players jump, as one direction states them: by how it sounds, by a drawn sign, or by words alone.
final class Jumps {

    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

    /// Takes the attributes of a `sound`.
    void sound(XmlCursor cursor) {
        attribute(cursor, "segno", Kind.SEGNO);
        attribute(cursor, "coda", Kind.CODA);
        attribute(cursor, "tocoda", Kind.TO_CODA);
        attribute(cursor, "fine", Kind.FINE);
        attribute(cursor, "dacapo", Kind.DA_CAPO);
        attribute(cursor, "dalsegno", Kind.DAL_SEGNO);
    }

    private void attribute(XmlCursor cursor, String name, Kind kind) {
        String value = cursor.attribute(name);
        if (!value.isEmpty() && !value.equals("no")) {
            kinds.add(kind);
        }
    }

    void sign(Kind kind) {
        kinds.add(kind);
    }

    /// @return whether these words say where to go on
    boolean words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[.\\s]+", " ").strip();
        Kind kind = switch (plain) {
            case "d c", "dc", "da capo", "d c al fine", "dc al fine", "da capo al fine", "d c al coda", "dc al coda",
                    "da capo al coda" -> Kind.DA_CAPO;
            case "d s", "ds", "dal segno", "d s al fine", "ds al fine", "dal segno al fine", "d s al coda", "ds al coda",
                    "dal segno al coda" -> Kind.DAL_SEGNO;
            case "fine" -> Kind.FINE;
            case "to coda" -> Kind.TO_CODA;
            default -> Kind.START;
        };
        return kind != Kind.START && (kinds.add(kind) || true);
    }

    /// Puts them where they hold. What one comes back to stands at the bar line before or, in the second half of a bar,
    /// after it; what one leaves at stands at the end of its bar.
    void place(Moment moment, double barQuarters, List<WrittenRepeat> repeats) {
        boolean late = moment.quarters() > 0 && moment.quarters() >= barQuarters / 2;
        for (Kind kind : kinds) {
            boolean target = kind == Kind.SEGNO || kind == Kind.CODA;
            repeats.add(new WrittenRepeat(moment.bar() + (target && !late ? 0 : 1), 0, kind, List.of()));
        }
    }
}
