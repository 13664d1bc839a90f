package dev.cadenza.score.form;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Part;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;

/// Puts stretches of a score one behind the other.
public final class Joining {

    /// Notes, signs and words together, and how many times as many there may be as are written (and 1,000 more).
    private static final long MOST_EVENTS = 2_000_000;
    private static final int MOST_TIMES = 64;
    private static final int FREE = 1_000;

    private final Score score;
    private final Placing placing;

    private Joining(Score score, Placing placing) {
        this.score = score;
        this.placing = placing;
    }

    /// The stretches in their order, as one score.
    ///
    /// What is at or behind the end of the score comes along where the last stretch reaches it.
    ///
    /// @param stretches of the score; they may overlap and repeat
    /// @param keepSigns whether signs of repetition within the stretches stay
    /// @throws RequestException `REPEATS_TOO_LONG` where the outcome would hold more than 2,000,000 notes, signs and words, or
    ///         1,000 and 64 times as many as are written, or more than 200,000 bars
    public static Score of(Score score, List<Stretch> stretches, boolean keepSigns) {
        Joining joining = new Joining(score, Placing.of(stretches, PlayOrder.end(score)));
        joining.checkSize();
        List<Part> parts = score.parts().stream().map(part -> new PartJoining(part, joining.placing).joined()).toList();
        return new Score(score.resolution(), joining.tempos(), joining.meters(), joining.keys(),
                joining.placing.moved(score.chords(), ChordSymbol::tick, (chord, tick) -> new ChordSymbol(tick, chord.text())),
                joining.placing.moved(score.markers(), Marker::tick, (marker, tick) -> new Marker(tick, marker.text())),
                parts, score.metadata(), keepSigns ? joining.signs() : List.of());
    }

    private void checkSize() {
        long written = events(score);
        long most = Math.min(MOST_EVENTS, FREE + MOST_TIMES * written);
        long all = 0;
        for (Placing.Placed placed : placing.placed()) {
            all += 1 + placing.count(score.chords(), ChordSymbol::tick, placed);
            for (Part part : score.parts()) {
                all += PartJoining.events(part, placing, placed);
            }
            if (all > most) {
                throw PlayOrder.tooLong();
            }
        }
    }

    private static long events(Score score) {
        long events = score.chords().size();
        for (Part part : score.parts()) {
            events += part.notes().size() + part.controls().size() + part.lyrics().size() + part.notation().graces().size()
                    + part.notation().marks().size();
        }
        return events;
    }

    private List<Tempo> tempos() {
        List<Tempo> tempos = placing.movedWithState(score.tempos(), Tempo::tick,
                (tempo, tick) -> new Tempo(tick, tempo.microsPerQuarter()), Tempo.ofBpm(0, 120));
        List<Tempo> changes = new ArrayList<>();
        for (Tempo tempo : tempos) {
            if (changes.isEmpty() || changes.getLast().microsPerQuarter() != tempo.microsPerQuarter()) {
                changes.add(tempo);
            }
        }
        return changes;
    }

    private List<KeySignature> keys() {
        List<KeySignature> keys = placing.movedWithState(score.keys(), KeySignature::tick,
                (key, tick) -> new KeySignature(tick, key.fifths(), key.mode()), new KeySignature(0, 0, Mode.MAJOR));
        List<KeySignature> changes = new ArrayList<>();
        for (KeySignature key : keys) {
            if (changes.isEmpty() || changes.getLast().fifths() != key.fifths() || changes.getLast().mode() != key.mode()) {
                changes.add(key);
            }
        }
        return changes;
    }

    private List<Meter> meters() {
        return score.meters().isEmpty() ? List.of() : JoinedBars.meters(score, placing);
    }

    /// Signs that end something belong to what lies before them, the others to what lies behind.
    private List<RepeatSign> signs() {
        List<RepeatSign> signs = new ArrayList<>();
        for (Placing.Placed placed : placing.placed()) {
            int first = Placing.before(score.repeats(), RepeatSign::tick, placed.from());
            int behind = Placing.before(score.repeats(), RepeatSign::tick, placed.to() + 1);
            List<RepeatSign> near = score.repeats().subList(first, behind);
            if (placed.at() > 0 && placed.jumps() && near.stream().anyMatch(sign -> sign.kind() == RepeatSign.Kind.END)
                    && near.stream().noneMatch(sign -> sign.kind() == RepeatSign.Kind.START && sign.tick() == placed.from())) {
                // What was repeated from here without a sign would now be repeated from further back.
                signs.add(RepeatSign.of(placed.at(), RepeatSign.Kind.START));
            }
            for (RepeatSign sign : near) {
                boolean inside = switch (sign.kind()) {
                    case START, ENDING, SEGNO, CODA -> sign.tick() >= placed.from() && sign.tick() < placed.to();
                    case END, ENDING_END, TO_CODA, FINE, DA_CAPO, DAL_SEGNO ->
                        sign.tick() > placed.from() && sign.tick() <= placed.to();
                };
                if (inside) {
                    signs.add(new RepeatSign(sign.tick() - placed.from() + placed.at(), sign.kind(), sign.passes()));
                }
            }
        }
        return signs;
    }
}
