package dev.cadenza.score.structure;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Control;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// A score whose ticks are moved to others. Order is kept; of tempos, metres and keys that meet, the last one stays.
///
/// @param to the new tick of an old one; never descending
public record Moved(LongUnaryOperator to) {

    /// The same music at its new ticks.
    public Score of(Score score) {
        List<Tempo> tempos = score.tempos().stream().map(t -> new Tempo(at(t.tick()), t.microsPerQuarter())).toList();
        List<Meter> meters = score.meters().stream().map(m -> new Meter(at(m.tick()), m.numerator(), m.denominator())).toList();
        List<KeySignature> keys = score.keys().stream().map(k -> new KeySignature(at(k.tick()), k.fifths(), k.mode())).toList();
        return new Score(score.resolution(), last(tempos, Tempo::tick), last(meters, Meter::tick), last(keys, KeySignature::tick),
                score.chords().stream().map(c -> new ChordSymbol(at(c.tick()), c.text())).toList(),
                score.markers().stream().map(m -> new Marker(at(m.tick()), m.text())).toList(),
                score.parts().stream().map(this::part).toList(), score.metadata(),
                score.repeats().stream().map(r -> new RepeatSign(at(r.tick()), r.kind(), r.passes())).toList());
    }

    private Part part(Part part) {
        List<Note> notes = part.notes().stream()
                .map(n -> new Note(at(n.onset()), at(n.end()) - at(n.onset()), n.pitch(), n.velocity())).toList();
        List<Integer> order = IntStream.range(0, notes.size()).boxed().sorted((a, b) -> Note.ORDER.compare(notes.get(a), notes.get(b))).toList();
        Notation page = part.notation();
        Notation moved = new Notation(page.voices().isEmpty() ? List.of() : order.stream().map(page.voices()::get).toList(),
                page.graces().stream().map(g -> new GraceNote(at(g.tick()), g.voice(), g.pitch(), g.denominator(), g.slashed(),
                        g.chord())).toList(), page.marks().stream().map(this::mark).toList());
        return new Part(part.name(), part.instrument(), order.stream().map(notes::get).toList(),
                part.controls().stream().map(this::control).toList(),
                part.lyrics().stream().map(l -> new Lyric(at(l.tick()), l.text(), l.verse())).toList(), moved);
    }

    private Mark mark(Mark mark) {
        return switch (mark) {
            case Mark.Articulation m -> new Mark.Articulation(at(m.tick()), m.voice(), m.sign());
            case Mark.Fingering m -> new Mark.Fingering(at(m.tick()), m.voice(), m.finger());
            case Mark.Dynamic m -> new Mark.Dynamic(at(m.tick()), m.level());
            case Mark.Hairpin m -> new Mark.Hairpin(at(m.tick()), at(m.end()), m.louder());
            case Mark.Slur m -> new Mark.Slur(at(m.tick()), m.voice(), at(m.end()));
            case Mark.Words m -> new Mark.Words(at(m.tick()), m.text());
        };
    }

    private Control control(Control control) {
        return switch (control) {
            case Control.ControlChange c -> new Control.ControlChange(at(c.tick()), c.controller(), c.value());
            case Control.PitchBend c -> new Control.PitchBend(at(c.tick()), c.value());
            case Control.ProgramChange c -> new Control.ProgramChange(at(c.tick()), c.program());
            case Control.ChannelPressure c -> new Control.ChannelPressure(at(c.tick()), c.value());
            case Control.KeyPressure c -> new Control.KeyPressure(at(c.tick()), c.pitch(), c.value());
        };
    }

    private long at(long tick) {
        return to.applyAsLong(tick);
    }

    private static <T> List<T> last(List<T> items, ToLongFunction<T> tick) {
        List<T> kept = new ArrayList<>();
        for (T item : items) {
            if (!kept.isEmpty() && tick.applyAsLong(kept.getLast()) == tick.applyAsLong(item)) {
                kept.removeLast();
            }
            kept.add(item);
        }
        return kept;
    }
}
