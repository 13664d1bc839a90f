package dev.cadenza.score.notation;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// A score as symbols in bars, for whoever writes it down: notes put on a grid, dealt out to voices, cut at bar lines and into
/// values. Times are in units, of which a quarter note has [#divisions].
public final class Page {

    /// A bar.
    ///
    /// @param meter the metre in force
    public record Bar(long start, long length, Meter meter) {
        public long end() {
            return start + length;
        }
    }

    /// A note, a chord or, without notes, a rest, in one value.
    ///
    /// @param notes from high to low
    /// @param tuplet how it stands in a tuplet
    public record Symbol(long start, long length, List<Tied> notes, Tuplet tuplet) {
        public long end() {
            return start + length;
        }
    }

    /// A note of a symbol.
    ///
    /// @param before whether the note began in a symbol before
    /// @param on whether it goes on in the next
    public record Tied(Note note, boolean before, boolean on) {
    }

    /// @param actual how many stand for `normal`; 1 outside of a tuplet
    /// @param first whether the tuplet begins with the symbol
    public record Tuplet(int actual, int normal, boolean first) {
        public static final Tuplet NONE = new Tuplet(1, 1, false);
    }

    private final Score score;
    private final Grid grid;
    private final List<Measure> measures;

    private Page(Score score) {
        this.score = score;
        this.grid = Grid.of(score);
        this.measures = Measure.of(score, grid);
    }

    /// @throws dev.cadenza.score.CadenzaException.RequestException where the score has too many bars
    public static Page of(Score score) {
        return new Page(Spelled.of(score));
    }

    /// The score, with the key and the spellings that are written.
    public Score score() {
        return score;
    }

    /// Units a quarter note.
    public int divisions() {
        return grid.divisions();
    }

    /// The unit nearest to a tick.
    public long unit(long tick) {
        return grid.unit(tick);
    }

    public List<Bar> bars() {
        return measures.stream().map(measure -> new Bar(measure.start(), measure.length(), measure.meter())).toList();
    }

    /// The voices of a part: of each its bars, of each bar its symbols, which fill it; none where a voice other than the first
    /// rests.
    public List<List<List<Symbol>>> voices(Part part) {
        List<List<List<Symbol>>> voices = new ArrayList<>();
        for (Staff staff : PartNotes.of(part, grid, measures).staves()) {
            for (List<Chord> voice : staff.voices()) {
                voices.add(voice(voice, voices.isEmpty()));
            }
        }
        return voices;
    }

    private List<List<Symbol>> voice(List<Chord> voice, boolean first) {
        List<List<Symbol>> bars = new ArrayList<>();
        int from = 0;
        for (Measure measure : measures) {
            while (from < voice.size() && voice.get(from).end() <= measure.start()) {
                from++;
            }
            int to = from;
            while (to < voice.size() && voice.get(to).start() < measure.end()) {
                to++;
            }
            List<Chord> chords = voice.subList(from, to);
            bars.add(chords.isEmpty() && !first ? List.of()
                    : BarFiller.fill(chords, grid, measure).stream().map(Page::symbol).toList());
        }
        return bars;
    }

    private static Symbol symbol(Piece piece) {
        List<Tied> notes = piece.chord().notes().stream()
                .map(note -> new Tied(note.note(), piece.tiedFromBefore(note), piece.tiedOn(note))).toList();
        NoteValue value = piece.value();
        return new Symbol(piece.start(), piece.length(), notes,
                value.inTuplet() ? new Tuplet(value.actual(), value.normal(), piece.firstOfTuplet()) : Tuplet.NONE);
    }
}
