package dev.cadenza.corpus.collection;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of a score as a score of its own: notes that begin in it, metres, keys and chords in force. Where it begins inside a
/// bar, the rest of that bar is its upbeat.
final class Excerpt {

    private Excerpt() {
    }

    /// The score from its first note on.
    static Score fromFirstNote(Score score) {
        long first = score.parts().stream().flatMap(p -> p.notes().stream()).mapToLong(Note::onset).min().orElse(0);
        return first == 0 ? score : of(score, first, Long.MAX_VALUE);
    }

    /// @param from tick of the first note
    /// @param to tick after the last note that begins in it
    static Score of(Score score, long from, long to) {
        List<Part> parts = new ArrayList<>();
        for (Part part : score.parts()) {
            List<Note> notes = part.notes().stream().filter(n -> n.onset() >= from && n.onset() < to)
                    .map(n -> new Note(n.onset() - from, n.duration(), n.pitch(), n.velocity())).toList();
            parts.add(new Part(part.name(), part.instrument(), notes));
        }
        return new Score(score.resolution(), List.of(), meters(score, from, to), keys(score.keys(), from, to),
                chords(score.chords(), from, to), List.of(), parts, score.metadata());
    }

    /// The bar line at or after a tick.
    static long barLine(Score score, long tick) {
        Meter meter = meterAt(score, tick);
        long bar = Math.max(1, meter.barTicks(score.resolution()));
        long line = meter.tick() + (tick - meter.tick() + bar - 1) / bar * bar;
        return score.meters().stream().mapToLong(Meter::tick).filter(t -> t >= tick && t < line).min().orElse(line);
    }

    /// The metre in force at a tick.
    static Meter meterAt(Score score, long tick) {
        Meter meter = Meter.common();
        for (Meter next : score.meters()) {
            meter = next.tick() <= tick ? next : meter;
        }
        return meter;
    }

    private static List<Meter> meters(Score score, long from, long to) {
        if (score.meters().isEmpty()) {
            return List.of();
        }
        List<Meter> meters = new ArrayList<>();
        Meter first = meterAt(score, from);
        meters.add(new Meter(0, first.numerator(), first.denominator()));
        long line = barLine(score, from);
        Meter afterLine = meterAt(score, line);
        if (line > from && line < to && afterLine.tick() != line) {
            meters.add(new Meter(line - from, first.numerator(), first.denominator()));
        }
        for (Meter meter : score.meters()) {
            if (meter.tick() > from && meter.tick() < to) {
                meters.add(new Meter(meter.tick() - from, meter.numerator(), meter.denominator()));
            }
        }
        meters.sort(Comparator.comparingLong(Meter::tick));
        return meters;
    }

    private static List<ChordSymbol> chords(List<ChordSymbol> all, long from, long to) {
        List<ChordSymbol> chords = new ArrayList<>();
        for (ChordSymbol chord : all) {
            if (chord.tick() <= from) {
                chords.clear();
            }
            if (chord.tick() < to) {
                chords.add(new ChordSymbol(Math.max(0, chord.tick() - from), chord.text()));
            }
        }
        return chords;
    }

    private static List<KeySignature> keys(List<KeySignature> all, long from, long to) {
        List<KeySignature> keys = new ArrayList<>();
        for (KeySignature key : all) {
            if (key.tick() <= from) {
                keys.clear();
            }
            if (key.tick() < to) {
                keys.add(new KeySignature(Math.max(0, key.tick() - from), key.fifths(), key.mode()));
            }
        }
        return keys;
    }
}
