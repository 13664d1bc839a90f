package dev.cadenza.score.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// Writes out one voice of one bar: gaps become rests, and every length becomes note values that show the beat. The
/// pieces of a voice always add up to the bar.
final class BarFiller {

    private final Grid grid;
    private final LongFunction<Cell> cells;
    private final Measure measure;
    private final int beat;
    private final List<Piece> pieces = new ArrayList<>();

    private BarFiller(Grid grid, LongFunction<Cell> cells, Measure measure) {
        this.grid = grid;
        this.cells = cells;
        this.measure = measure;
        this.beat = grid.beatUnits(measure.meter());
    }

    /// @param chords those of the voice that sound within the bar, in order
    /// @param cells the beat at a unit
    static List<Piece> fill(List<Chord> chords, Grid grid, LongFunction<Cell> cells, Measure measure) {
        if (chords.isEmpty()) {
            Chord rest = Chord.rest(measure.start(), measure.end());
            return List.of(new Piece(measure.start(), measure.length(), rest, NoteValue.NONE, false, false));
        }
        BarFiller filler = new BarFiller(grid, cells, measure);
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
        return filler.withTuplets();
    }

    private void add(long from, long to, Chord chord) {
        long at = from;
        while (at < to) {
            Cell cell = cells.apply(at);
            if (cell.triplet() && (at > cell.start() || to < cell.end())) {
                at = addTriplet(at, Math.min(to, cell.end()), chord);
            } else {
                Cell last = cells.apply(to - 1);
                // A triplet that the length only enters is written on its own.
                long until = last.triplet() && last.start() > at && to < last.end() ? last.start() : to;
                at = addStraight(at, until, chord);
            }
        }
    }

    private long addTriplet(long from, long to, Chord chord) {
        long length = to - from;
        while (NoteValue.of(length, grid.divisions(), true) == NoteValue.NONE) {
            length -= grid.divisions() / 6;
        }
        put(from, length, chord, true);
        return from + length;
    }

    private long addStraight(long from, long to, Chord chord) {
        long offset = from - measure.start();
        long room = to - from;
        long length = Math.min(room, longest(offset, room, chord.isRest()));
        while (NoteValue.of(length, grid.divisions(), false) == NoteValue.NONE
                || !allowed(offset, length, room, chord.isRest())) {
            length -= grid.shortest();
        }
        put(from, length, chord, false);
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
        boolean dotted = NoteValue.of(length, grid.divisions(), false).dots() > 0;
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

    private void put(long start, long length, Chord chord, boolean triplet) {
        pieces.add(new Piece(start, length, chord, NoteValue.of(length, grid.divisions(), triplet), false, false));
    }

    private List<Piece> withTuplets() {
        List<Piece> result = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            if (!piece.value().triplet()) {
                result.add(piece);
                continue;
            }
            Cell cell = cells.apply(piece.start());
            result.add(new Piece(piece.start(), piece.length(), piece.chord(), piece.value(),
                    piece.start() == cell.start(), piece.end() == cell.end()));
        }
        return result;
    }
}
