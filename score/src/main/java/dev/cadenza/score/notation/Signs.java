package dev.cadenza.score.notation;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/// What stands above or at the head of a bar: key, metre, tempo, rehearsal marks, chords. Each belongs to the bar in
/// which it falls; keys wait for the next bar line.
final class Signs {

    /// Smaller changes of tempo are heard, not shown.
    private static final double SHOWN_CHANGE = 0.08;

    private final Score score;
    private final Grid grid;
    private final List<Measure> measures;
    private final List<KeySignature> keys;
    private final Set<Tempo> shownTempos;
    private final List<List<Tempo>> tempos;
    private final List<List<Marker>> markers;
    private final List<List<ChordSymbol>> chords;

    Signs(Score score, Grid grid, List<Measure> measures) {
        this.score = score;
        this.grid = grid;
        this.measures = measures;
        keys = keysByMeasure();
        shownTempos = shownOf(score.tempos());
        tempos = byMeasure(score.tempos(), Tempo::tick);
        markers = byMeasure(score.markers(), Marker::tick);
        chords = byMeasure(score.chords(), ChordSymbol::tick);
    }

    private <T> List<List<T>> byMeasure(List<T> signs, ToLongFunction<T> tick) {
        List<List<T>> lists = new ArrayList<>();
        measures.forEach(measure -> lists.add(new ArrayList<>()));
        for (T sign : signs) {
            long unit = grid.unit(tick.applyAsLong(sign));
            if (unit < measures.getLast().end()) {
                lists.get(Measure.at(measures, unit).index()).add(sign);
            }
        }
        return lists;
    }

    /// The key in force when a bar begins.
    KeySignature key(Measure measure) {
        return keys.get(measure.index());
    }

    private List<KeySignature> keysByMeasure() {
        List<KeySignature> byMeasure = new ArrayList<>();
        KeySignature current = new KeySignature(0, 0, Mode.MAJOR);
        int next = 0;
        for (Measure measure : measures) {
            for (; next < score.keys().size() && grid.unit(score.keys().get(next).tick()) <= measure.start(); next++) {
                current = score.keys().get(next);
            }
            byMeasure.add(current);
        }
        return byMeasure;
    }

    /// Writes tempos, marks and chords of a bar.
    void write(Xml xml, Measure measure) {
        for (Marker marker : markers.get(measure.index())) {
            if (!marker.text().isBlank()) {
                xml.open("direction", "placement", "above");
                xml.open("direction-type");
                xml.text("rehearsal", marker.text().strip());
                xml.close("direction-type");
                offset(xml, marker.tick(), measure);
                xml.close("direction");
            }
        }
        if (measure.index() == 0 && !grid.exact() && (score.tempos().isEmpty() || score.tempos().getFirst().tick() > 0)) {
            shown(xml, Tempo.ofBpm(0, 120), measure);
        }
        for (Tempo tempo : tempos.get(measure.index())) {
            if (shownTempos.contains(tempo)) {
                shown(xml, tempo, measure);
            } else {
                heard(xml, tempo, measure);
            }
        }
        for (ChordSymbol chord : chords.get(measure.index())) {
            if (!chord.text().isBlank() || grid.exact()) {
                Harmony.write(xml, chord.text(), grid.written(Math.max(0, grid.unit(chord.tick()) - measure.start())));
            }
        }
    }

    private static Set<Tempo> shownOf(List<Tempo> tempos) {
        Set<Tempo> shown = new HashSet<>();
        double last = 0;
        for (Tempo tempo : tempos) {
            if (Math.abs(tempo.bpm() - last) > SHOWN_CHANGE * last) {
                shown.add(tempo);
                last = tempo.bpm();
            }
        }
        return shown;
    }

    private void shown(Xml xml, Tempo tempo, Measure measure) {
        xml.open("direction", "placement", "above");
        xml.open("direction-type");
        xml.open("metronome", "parentheses", "no");
        xml.text("beat-unit", "quarter");
        xml.text("per-minute", Math.round(tempo.bpm()));
        xml.close("metronome");
        xml.close("direction-type");
        offset(xml, tempo.tick(), measure);
        xml.empty("sound", "tempo", number(tempo.bpm()));
        xml.close("direction");
    }

    private void heard(Xml xml, Tempo tempo, Measure measure) {
        xml.open("sound", "tempo", number(tempo.bpm()));
        offset(xml, tempo.tick(), measure);
        xml.close("sound");
    }

    private void offset(Xml xml, long tick, Measure measure) {
        long offset = grid.unit(tick) - measure.start();
        if (offset > 0) {
            xml.text("offset", grid.written(offset));
        }
    }

    private String number(double value) {
        return BigDecimal.valueOf(value).setScale(grid.exact() ? 6 : 2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
