package dev.cadenza.score.notation;

import dev.cadenza.score.Control;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Dynamics, hairpins, words and pedal of a part. They stand at the head of their bar, with the distance to where they hold.
final class PartDirections {

    private static final int SUSTAIN = 64;
    private static final int DOWN = 64;

    /// One sign with a time.
    private record Direction(long unit, Runnable sign) {
    }

    private final Xml xml;
    private final Grid grid;
    private final List<List<Direction>> byMeasure = new ArrayList<>();
    private final List<Measure> measures;

    PartDirections(Xml xml, Part part, Grid grid, List<Measure> measures) {
        this.xml = xml;
        this.grid = grid;
        this.measures = measures;
        measures.forEach(_ -> byMeasure.add(new ArrayList<>()));
        List<NumberedSpans.Span> hairpins = new ArrayList<>();
        for (Mark mark : part.notation().marks()) {
            switch (mark) {
                case Mark.Dynamic dynamic -> add(grid.unit(dynamic.tick()), () -> {
                    xml.open("dynamics");
                    xml.empty(dynamic.level().name().toLowerCase(Locale.ROOT));
                    xml.close("dynamics");
                });
                case Mark.Words words -> add(grid.unit(words.tick()), () -> xml.text("words", words.text()));
                case Mark.Hairpin hairpin -> hairpins.add(new NumberedSpans.Span(new Slot(1, grid.unit(hairpin.tick())),
                        new Slot(1, grid.unit(hairpin.end())), 0, hairpin.louder()));
                case Mark.Articulation _, Mark.Fingering _, Mark.Slur _ -> {
                    // They stand at notes.
                }
            }
        }
        for (NumberedSpans.Span span : NumberedSpans.numbered(hairpins, measures)) {
            String number = String.valueOf(span.number());
            add(span.from().unit(), () -> xml.empty("wedge", "type", span.louder() ? "crescendo" : "diminuendo", "number", number));
            add(span.to().unit(), () -> xml.empty("wedge", "type", "stop", "number", number));
        }
        if (!part.notation().voices().isEmpty()) {
            pedals(part);
        }
        byMeasure.forEach(list -> list.sort(Comparator.comparingLong(Direction::unit)));
    }

    private void add(long unit, Runnable sign) {
        byMeasure.get(Measure.at(measures, unit).index()).add(new Direction(unit, sign));
    }

    private void pedals(Part part) {
        for (Control control : part.controls()) {
            if (control instanceof Control.ControlChange change && change.controller() == SUSTAIN) {
                add(grid.unit(change.tick()), () -> xml.empty("pedal", "type", change.value() >= DOWN ? "start" : "stop", "line", "no"));
            }
        }
    }

    void write(Measure measure) {
        for (Direction direction : byMeasure.get(measure.index())) {
            xml.open("direction");
            xml.open("direction-type");
            direction.sign.run();
            xml.close("direction-type");
            if (direction.unit > measure.start()) {
                xml.text("offset", grid.written(direction.unit - measure.start()));
            }
            xml.close("direction");
        }
    }
}
