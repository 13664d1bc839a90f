package dev.cadenza.score.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes out one voice of one bar: gaps become rests, and every length becomes note values that show the beat. The
/// pieces of a voice always add up to the bar.
final class BarFiller {

    private final Grid grid;
    private final List<Tuplet> tuplets;
    private final Measure measure;
    private final int beat;
    private final List<Piece> pieces = new ArrayList<>();

    private BarFiller(Grid grid, List<Tuplet> tuplets, Measure measure) {
        this.grid = grid;
        this.tuplets = tuplets;
        this.measure = measure;
        this.beat = grid.beatUnits(measure.meter());
    }

    /// @param chords those of the voice that sound within the bar, in order
    static List<Piece> fill(List<Chord> chords, Grid grid, Measure measure) {
        if (chords.isEmpty()) {
            Chord rest = Chord.rest(measure.start(), measure.end());
            return List.of(new Piece(measure.start(), measure.length(), rest, NoteValue.NONE, false, false));
        }
        BarFiller filler = new BarFiller(grid, Tuplets.find(chords, grid, measure).orElse(List.of()), measure);
        long at = measure.start();
        for (Chord chord : chords) {
            if (chord.start() > at) {
                filler.add(at, chord.start(), Chord.rest(at, chord.start()));
            }
            at = Math.min(chord.end(), measure.end());
            filler.add(Math.max(chord.start(), measure.start()), at, chord);
        }
        if (at < measure.end()) {
            filler.add(at, measure.end(), Chord.rest(at, measure.end()));
        }
        return filler.pieces;
    }

    private void add(long from, long to, Chord chord) {
        long at = from;
        while (at < to) {
            long now = at;
            Optional<Tuplet> within = tuplets.stream().filter(tuplet -> tuplet.contains(now)).findFirst();
            if (within.isPresent()) {
                at = addInTuplet(at, Math.min(to, within.get().end()), chord, within.get());
            } else {
                long until = tuplets.stream().mapToLong(Tuplet::start).filter(start -> start > now).min().orElse(to);
                at = addStraight(at, Math.min(to, until), chord);
            }
        }
    }

    private long addInTuplet(long from, long to, Chord chord, Tuplet tuplet) {
        long length = to - from;
        NoteValue value = NoteValue.of(length, grid.divisions(), tuplet.actual(), tuplet.normal());
        while (value == NoteValue.NONE && length > tuplet.shortest()) {
            length -= tuplet.shortest();
            value = NoteValue.of(length, grid.divisions(), tuplet.actual(), tuplet.normal());
        }
        if (value == NoteValue.NONE) {
            value = NoteValue.UNWRITABLE;
            length = to - from;
        }
        pieces.add(new Piece(from, length, chord, value, from == tuplet.start(), from + length == tuplet.end()));
        return from + length;
    }

    private long addStraight(long from, long to, Chord chord) {
        long offset = from - measure.start();
        long room = to - from;
        // What came from a page was one value there.
        boolean asItWas = grid.exact() && !chord.isRest() && plain(room) != NoteValue.NONE;
        long length = asItWas ? room : Math.min(room, longest(offset, room, chord.isRest()));
        while (!asItWas && length > grid.shortest()
                && (plain(length) == NoteValue.NONE || !allowed(offset, length, room, chord.isRest()))) {
            length -= grid.shortest();
        }
        NoteValue value = plain(length);
        if (value == NoteValue.NONE) {
            value = NoteValue.UNWRITABLE;
            length = room;
        }
        pieces.add(new Piece(from, length, chord, value, false, false));
        return from + length;
    }

    /// An upper bound that keeps lengths within the beat, unless they begin on one or are a syncopation of one beat.
    private long longest(long offset, long room, boolean rest) {
        long toBeat = beat - offset % beat;
        boolean onBeat = toBeat == beat;
        boolean syncopation = !rest && room == beat && offset % (beat / 2) == 0 && !crossesMiddle(offset, room)
                && !Grid.compound(measure.meter());
        return onBeat || syncopation ? 6L * grid.divisions() : toBeat;
    }

    private boolean allowed(long offset, long length, long room, boolean rest) {
        if (length <= grid.shortest()) {
            return true;
        }
        boolean dotted = plain(length).dots() > 0;
        if (rest) {
            long whole = dotted ? length / 3 : length;
            return Grid.compound(measure.meter()) && length >= beat ? offset % length == 0
                    : !dotted && offset % whole == 0;
        }
        return length % beat == 0 || length < beat || !crossesMiddle(offset, length) && room == length;
    }

    /// Bars of four beats show their middle.
    private boolean crossesMiddle(long offset, long length) {
        if (measure.length() != 4L * beat) {
            return false;
        }
        long middle = measure.length() / 2;
        return offset < middle && offset + length > middle;
    }

    private NoteValue plain(long length) {
        return NoteValue.of(length, grid.divisions(), 1, 1);
    }
}
