package dev.cadenza.score.theory;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Note;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import java.util.ArrayList;
import java.util.List;

/// Moves music by a written interval: a sharp stays a sharp where it is one of the new key.
///
/// Where a key would have more than seven accidentals, the music in it moves by the interval that sounds alike: from B major up
/// an augmented second goes to D major. Drums stay, and so do texts that name no chord.
public final class Transposer {

    private final List<KeySignature> keys;
    private final List<Interval> moves;     // of the music in each key; the first also of what comes before
    private final boolean up;

    private Transposer(List<KeySignature> keys, Interval interval, boolean up) {
        this.keys = keys;
        this.up = up;
        this.moves = new ArrayList<>();
        for (KeySignature key : keys) {
            moves.add(within(key.fifths(), interval, up));
        }
        if (keys.isEmpty()) {
            moves.add(interval);
        }
    }

    /// The score moved upwards.
    ///
    /// @throws RequestException where a note would leave the pitches that MIDI knows
    public static Score up(Score score, Interval interval) {
        return new Transposer(score.keys(), interval, true).moved(score);
    }

    /// The score moved downwards, see [#up].
    public static Score down(Score score, Interval interval) {
        return new Transposer(score.keys(), interval, false).moved(score);
    }

    /// The interval, or the one that sounds alike and leads to a key that can be written.
    private static Interval within(int fifths, Interval interval, boolean up) {
        int there = fifths + (up ? interval.fifths() : -interval.fifths());
        if (Math.abs(there) <= 7) {
            return interval;
        }
        boolean wider = (there > 0) == up;
        int number = interval.number() + (wider ? 1 : -1);
        return number < 1 ? interval : new Interval(number, interval.semitones());
    }

    private Score moved(Score score) {
        List<KeySignature> moved = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            int fifths = keys.get(i).fifths() + (up ? moves.get(i).fifths() : -moves.get(i).fifths());
            // Only a unison has no narrower neighbour that sounds alike.
            int written = fifths > 7 ? fifths - 12 : fifths < -7 ? fifths + 12 : fifths;
            moved.add(new KeySignature(keys.get(i).tick(), written, keys.get(i).mode()));
        }
        List<ChordSymbol> chords = score.chords().stream().map(this::moved).toList();
        List<Part> parts = score.parts().stream().map(part -> part.instrument().drums() ? part : moved(part)).toList();
        return new Score(score.resolution(), score.tempos(), score.meters(), moved, chords, score.markers(), parts,
                score.metadata(), score.repeats());
    }

    private Part moved(Part part) {
        List<Note> notes = part.notes().stream()
                .map(note -> new Note(note.onset(), note.duration(), moved(note.pitch(), note.onset()), note.velocity())).toList();
        Notation page = part.notation();
        List<GraceNote> graces = page.graces().stream().map(grace -> new GraceNote(grace.tick(), grace.voice(),
                moved(grace.pitch(), grace.tick()), grace.denominator(), grace.slashed(), grace.chord())).toList();
        return new Part(part.name(), part.instrument(), notes, part.controls(), part.lyrics(),
                new Notation(page.voices(), graces, page.marks()));
    }

    private ChordSymbol moved(ChordSymbol symbol) {
        return Chord.parse(symbol).understood()
                .map(chord -> new Chord(moved(chord.root(), symbol.tick()), chord.quality(), moved(chord.bass(), symbol.tick())))
                .map(chord -> new ChordSymbol(symbol.tick(), chord.text())).orElse(symbol);
    }

    private Pitch moved(Pitch pitch, long tick) {
        Interval move = at(tick);
        return up ? move.above(pitch) : move.below(pitch);
    }

    private Spelling moved(Spelling spelling, long tick) {
        Interval move = at(tick);
        return up ? move.above(spelling) : move.below(spelling);
    }

    private Interval at(long tick) {
        int key = 0;
        while (key + 1 < keys.size() && keys.get(key + 1).tick() <= tick) {
            key++;
        }
        return moves.get(key);
    }
}
