package dev.cadenza.score.form;

import dev.cadenza.score.Control;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.form.Placing.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Joins what one part has in stretches of its score.
final class PartJoining {

    private record Voiced(Note note, int voice) {
    }

    private final Part part;
    private final Placing placing;

    PartJoining(Part part, Placing placing) {
        this.part = part;
        this.placing = placing;
    }

    /// How much a part has in a stretch.
    static long events(Part part, Placing placing, Placed one) {
        return (long) placing.count(part.notes(), Note::onset, one) + placing.count(part.controls(), Control::tick, one)
                + placing.count(part.lyrics(), Lyric::tick, one) + placing.count(part.notation().graces(), GraceNote::tick, one)
                + placing.count(part.notation().marks(), Mark::tick, one);
    }

    Part joined() {
        List<Voiced> notes = notes();
        boolean voiced = !part.notation().voices().isEmpty();
        Notation notation = new Notation(voiced ? notes.stream().map(Voiced::voice).toList() : List.of(),
                placing.moved(part.notation().graces(), GraceNote::tick, (grace, tick) -> new GraceNote(tick, grace.voice(),
                        grace.pitch(), grace.denominator(), grace.slashed(), grace.chord())),
                marks());
        return new Part(part.name(), part.instrument(), notes.stream().map(Voiced::note).toList(),
                ControlJoining.joined(part, placing), lyrics(), notation);
    }

    private List<Voiced> notes() {
        boolean voiced = !part.notation().voices().isEmpty();
        List<Voiced> joined = new ArrayList<>();
        for (Placed one : placing.placed()) {
            int first = Placing.before(part.notes(), Note::onset, one.from());
            int behind = Placing.before(part.notes(), Note::onset, one.to());
            for (int i = first; i < behind; i++) {
                Note note = part.notes().get(i);
                long end = Math.min(note.end(), one.soundsUntil());
                joined.add(new Voiced(new Note(note.onset() - one.from() + one.at(), end - note.onset(), note.pitch(), note.velocity()),
                        voiced ? part.notation().voices().get(i) : 1));
            }
        }
        joined.sort(Comparator.comparing(Voiced::note, Note.ORDER));
        return joined;
    }

    /// Of a stretch that is played more than once, the verse of that time; the last one before it where there is none.
    private List<Lyric> lyrics() {
        List<Lyric> sung = new ArrayList<>();
        for (Placed one : placing.placed()) {
            List<Lyric> written = Placing.within(part.lyrics(), Lyric::tick, one);
            int verse = 0;
            for (Lyric lyric : written) {
                verse = lyric.verse() <= one.verse() ? Math.max(verse, lyric.verse()) : verse;
            }
            for (Lyric lyric : written) {
                long tick = lyric.tick() - one.from() + one.at();
                if (one.verse() == 0) {
                    sung.add(new Lyric(tick, lyric.text(), lyric.verse()));
                } else if (lyric.verse() == verse) {
                    sung.add(new Lyric(tick, lyric.text()));
                }
            }
        }
        return sung;
    }

    private List<Mark> marks() {
        List<Mark> joined = new ArrayList<>();
        for (Placed one : placing.placed()) {
            Placing.within(part.notation().marks(), Mark::tick, one).stream().flatMap(mark -> moved(mark, one)).forEach(joined::add);
        }
        return joined;
    }

    /// A mark at its new place; a hairpin ends where the music jumps, a slur over a jump is left out.
    private static Stream<Mark> moved(Mark mark, Placed one) {
        long by = one.at() - one.from();
        long tick = mark.tick() + by;
        return switch (mark) {
            case Mark.Articulation a -> Stream.of(new Mark.Articulation(tick, a.voice(), a.sign()));
            case Mark.Fingering f -> Stream.of(new Mark.Fingering(tick, f.voice(), f.finger()));
            case Mark.Dynamic d -> Stream.of(new Mark.Dynamic(tick, d.level()));
            case Mark.Hairpin h -> Stream.of(new Mark.Hairpin(tick, Math.min(h.end(), one.soundsUntil()) + by, h.louder()));
            case Mark.Slur s -> s.end() < one.soundsUntil() ? Stream.of(new Mark.Slur(tick, s.voice(), s.end() + by)) : Stream.empty();
            case Mark.Words w -> Stream.of(new Mark.Words(tick, w.text()));
        };
    }
}
