package dev.cadenza.score.musicxml;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `harmony` elements as chord symbols. Of several chords in one element the first is read.
final class HarmonyElement {

    private final XmlCursor cursor;
    private final PartState state;
    private final WrittenPart part;

    private Optional<Spelling> root;
    private Optional<Spelling> bass;
    private String kind;
    private String text;
    private boolean analysis;
    private double offset;
    private List<ChordText.Degree> degrees;

    HarmonyElement(XmlCursor cursor, PartState state, WrittenPart part) {
        this.cursor = cursor;
        this.state = state;
        this.part = part;
    }

    /// Reads the element that the cursor has just entered, and leaves it.
    void read(Moment moment) {
        root = Optional.empty();
        bass = Optional.empty();
        kind = "";
        text = "";
        analysis = false;
        offset = 0;
        degrees = new ArrayList<>();
        int kinds = 0;
        while (cursor.enter()) {
            boolean first = kinds == 0;
            switch (cursor.name()) {
                case "root" -> root = first ? spelling("root-step", "root-alter") : skipped(root);
                case "function", "numeral" -> {
                    analysis |= first;
                    cursor.skip();
                }
                case "kind" -> {
                    if (kinds++ == 0) {
                        text = cursor.attribute("text");
                        kind = cursor.text();
                    } else {
                        cursor.skip();
                    }
                }
                case "bass" -> bass = kinds <= 1 ? spelling("bass-step", "bass-alter") : skipped(bass);
                case "degree" -> degree(kinds <= 1);
                case "offset" -> offset = state.offsetQuarters(cursor);
                default -> cursor.skip();
            }
        }
        add(new Moment(moment.bar(), Math.max(0, moment.quarters() + offset)));
    }

    private void add(Moment moment) {
        boolean none = kind.equals("none");
        if (analysis || none && !text.isEmpty() && !text.startsWith("N")) {
            state.found(Finding.ANALYSIS);
            return;
        }
        Optional<String> symbol = none ? Optional.of("") : root.flatMap(on -> ChordText.of(on, kind, text, degrees, bass));
        if (symbol.isEmpty()) {
            state.found(Finding.CHORD_UNKNOWN);
            return;
        }
        state.budget().take(cursor);
        part.chords.add(new Moment.At<>(moment, symbol.get()));
    }

    private <T> T skipped(T kept) {
        cursor.skip();
        return kept;
    }

    private Optional<Spelling> spelling(String stepName, String alterName) {
        String step = "";
        int alter = 0;
        while (cursor.enter()) {
            if (cursor.name().equals(stepName)) {
                step = cursor.text();
            } else if (cursor.name().equals(alterName)) {
                alter = (int) cursor.number(-12, 12, 0);
            } else {
                cursor.skip();
            }
        }
        return step.matches("[A-G]") ? Optional.of(state.transposition().spelling(Letter.valueOf(step), alter)) : Optional.empty();
    }

    private void degree(boolean wanted) {
        int value = 0;
        int alter = 0;
        String type = "";
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "degree-value" -> value = (int) cursor.number(1, 100, 0);
                case "degree-alter" -> alter = (int) cursor.number(-12, 12, 0);
                case "degree-type" -> type = cursor.text();
                default -> cursor.skip();
            }
        }
        if (wanted && value > 0) {
            state.budget().take(cursor);
            degrees.add(new ChordText.Degree(value, alter, type));
        }
    }
}
