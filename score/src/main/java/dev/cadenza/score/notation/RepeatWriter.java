package dev.cadenza.score.notation;

import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.Score;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes bar lines that repeat or jump. Every part has them.
final class RepeatWriter {

    private static final Set<Kind> BEGINNING = Set.of(Kind.START, Kind.ENDING, Kind.SEGNO, Kind.CODA);

    private final Xml xml;
    private final List<RepeatSign> signs;
    private final Grid grid;
    private final String alFine;

    RepeatWriter(Xml xml, Score score, Grid grid) {
        this.xml = xml;
        this.grid = grid;
        signs = score.repeats();
        boolean fine = signs.stream().anyMatch(sign -> sign.kind() == Kind.FINE);
        boolean coda = signs.stream().anyMatch(sign -> sign.kind() == Kind.TO_CODA);
        alFine = fine ? " al Fine" : coda ? " al Coda" : "";
    }

    private List<RepeatSign> at(long unit, boolean beginning) {
        return signs.stream().filter(sign -> BEGINNING.contains(sign.kind()) == beginning && snapped(sign) == unit).toList();
    }

    private long snapped(RepeatSign sign) {
        return Math.round(grid.exact(sign.tick()) / grid.shortest()) * grid.shortest();
    }

    /// What stands at the beginning of a bar.
    void left(Measure measure) {
        List<RepeatSign> here = at(measure.start(), true);
        List<RepeatSign> lines = here.stream().filter(sign -> sign.kind() == Kind.START || sign.kind() == Kind.ENDING).toList();
        if (!lines.isEmpty()) {
            xml.open("barline", "location", "left");
            lines.stream().filter(sign -> sign.kind() == Kind.ENDING).findFirst()
                    .ifPresent(sign -> xml.empty("ending", "number", numbers(sign), "type", "start"));
            if (lines.stream().anyMatch(sign -> sign.kind() == Kind.START)) {
                xml.empty("repeat", "direction", "forward");
            }
            xml.close("barline");
        }
        here.stream().filter(sign -> sign.kind() == Kind.SEGNO).forEach(_ -> direction(() -> xml.empty("segno"), "segno", "segno"));
        here.stream().filter(sign -> sign.kind() == Kind.CODA).forEach(_ -> direction(() -> xml.empty("coda"), "coda", "coda"));
    }

    /// What stands at the end of a bar.
    void right(Measure measure, boolean last) {
        List<RepeatSign> here = at(measure.end(), false);
        for (RepeatSign sign : here) {
            switch (sign.kind()) {
                case FINE -> words("Fine", "fine", "yes");
                case TO_CODA -> words("To Coda", "tocoda", "coda");
                case DA_CAPO -> words("D.C." + alFine, "dacapo", "yes");
                case DAL_SEGNO -> words("D.S." + alFine, "dalsegno", "segno");
                case START, END, ENDING, ENDING_END, SEGNO, CODA -> {
                    // Not words.
                }
            }
        }
        boolean repeated = here.stream().anyMatch(sign -> sign.kind() == Kind.END);
        boolean ended = here.stream().anyMatch(sign -> sign.kind() == Kind.ENDING_END);
        if (!repeated && !ended && !last) {
            return;
        }
        xml.open("barline", "location", "right");
        if (repeated || last) {
            xml.text("bar-style", "light-heavy");
        }
        if (ended) {
            xml.empty("ending", "number", open(measure), "type", repeated ? "stop" : "discontinue");
        }
        here.stream().filter(sign -> sign.kind() == Kind.END).findFirst().ifPresent(sign -> {
            if (sign.passes().getFirst() == 2) {
                xml.empty("repeat", "direction", "backward");
            } else {
                xml.empty("repeat", "direction", "backward", "times", String.valueOf(sign.passes().getFirst()));
            }
        });
        xml.close("barline");
    }

    /// The numbers of the ending that ends there.
    private String open(Measure measure) {
        return signs.stream().filter(sign -> sign.kind() == Kind.ENDING && snapped(sign) < measure.end())
                .reduce((_, later) -> later).map(RepeatWriter::numbers).orElse("1");
    }

    private static String numbers(RepeatSign sign) {
        return sign.passes().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void words(String text, String attribute, String value) {
        direction(() -> xml.text("words", text), attribute, value);
    }

    private void direction(Runnable type, String attribute, String value) {
        xml.open("direction", "placement", "above");
        xml.open("direction-type");
        type.run();
        xml.close("direction-type");
        xml.empty("sound", attribute, value);
        xml.close("direction");
    }
}
