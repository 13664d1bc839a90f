package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordReading;
import java.util.Arrays;

/// Turns one score into the tokens of a REMI stream.
final class RemiEncoder {

    /// A speed of a score that states none.
    private static final int MICROS = 500_000;

    private final RemiTokens tokens;
    private final Score score;
    private final Grid grid;
    private PackedNotes notes;
    private int[] durations;
    private int latest;
    private int[] out;
    private int size;

    private RemiEncoder(RemiTokens tokens, Score score, Grid grid) {
        this.tokens = tokens;
        this.score = score;
        this.grid = grid;
    }

    /// @param lastOnset the step at which the last note begins
    /// @param end the step at which the last bar and all notes have ended
    record Stream(int[] tokens, int lastOnset, int end) {
    }

    /// @throws RequestException NO_NOTES or TOO_LONG
    static Stream encode(RemiTokens tokens, Score score, int stepsPerQuarter) {
        return new RemiEncoder(tokens, score, Grid.on(score, stepsPerQuarter)).encode();
    }

    private Stream encode() {
        notes = PackedNotes.of(score, grid, slots(), tokens::holds);
        if (notes.size() == 0) {
            throw new RequestException(score.metadata().title(), "NO_NOTES", "there are no notes that this representation keeps"
                    + (tokens.options.programs() ? "." : ": drums alone cannot be written without programs."),
                    "Choose music with notes.");
        }
        shorten();
        int last = notes.step(notes.size() - 1);
        BarStream bars = BarStream.of(score, grid, tokens.metres, last);
        Changes tempos = tokens.options.tempo() ? tempos(last) : Changes.NONE;
        Changes chords = tokens.options.chords() ? chords(last) : Changes.NONE;
        out = new int[6 * notes.size() + 3 * (tempos.count + chords.count) + 64];
        int slot = tokens.options.programs() ? -1 : 0;
        int note = 0;
        int tempo = 0;
        int chord = 0;
        int end = 0;
        for (int bar = 0; note < notes.size(); bar++) {
            int offset = header(bars, bar);
            end = bars.start(bar) + bars.length(bar);
            while (true) {
                int here = Math.min(note < notes.size() ? notes.step(note) : end, Math.min(tempos.at(tempo), chords.at(chord)));
                if (here >= end) {
                    break;
                }
                put(tokens.position.from() + offset + here - bars.start(bar));
                if (tempos.at(tempo) == here) {
                    put(tokens.tempo.from() + tempos.values[tempo++]);
                }
                if (chords.at(chord) == here) {
                    put(tokens.chord.from() + chords.values[chord++]);
                }
                for (; note < notes.size() && notes.step(note) == here; note++) {
                    slot = put(note, slot);
                }
            }
        }
        return new Stream(Arrays.copyOf(out, size), last, Math.max(latest, end));
    }

    private int header(BarStream bars, int bar) {
        int metre = bars.metre(bar);
        int whole = tokens.metres.steps(metre);
        int length = bars.length(bar);
        put(RemiTokens.BAR);
        if (bar == 0 || metre != bars.metre(bar - 1)) {
            put(tokens.meter.from() + metre);
        }
        if (length < whole) {
            put(tokens.length.from() + length - 1);
        }
        return bar == 0 ? whole - length : 0;
    }

    private int put(int note, int before) {
        int slot = notes.slot(note);
        if (slot != before) {
            put(tokens.program.from() + slot);
        }
        put(tokens.note(slot, notes.pitch(note)));
        if (tokens.options.velocity()) {
            put(tokens.velocity.from() + notes.loudness(note, RemiTokens.VELOCITIES));
        }
        put(tokens.duration.from() + durations[note]);
        return slot;
    }

    private void put(int token) {
        if (size == out.length) {
            out = Arrays.copyOf(out, 2 * size);
        }
        out[size++] = token;
    }

    private int[] slots() {
        int[] first = new int[score.parts().size()];
        for (int part = 0; part < first.length; part++) {
            first[part] = first(score.parts().get(part));
        }
        if (tokens.options.programs()) {
            return tokens.slots.of(score, first);
        }
        for (int part = 0; part < first.length; part++) {
            first[part] = first[part] < 0 || score.parts().get(part).instrument().drums() ? -1 : 0;
        }
        return first;
    }

    private int first(Part part) {
        for (Note note : part.notes()) {
            if (!part.instrument().drums() || tokens.holds(tokens.slots.drumSlot(), note.pitch().midi())) {
                return grid.step(note.onset());
            }
        }
        return -1;
    }

    /// A note ends where the next one of its slot and pitch begins.
    private void shorten() {
        durations = notes.gaps(tokens.tracks());
        for (int note = 0; note < durations.length; note++) {
            durations[note] = tokens.durations.number(notes.length(note), durations[note]);
            latest = Math.max(latest, notes.step(note) + tokens.durations.steps(durations[note]));
        }
    }

    private Changes tempos(int last) {
        Changes changes = new Changes(score.tempos().size() + 1);
        changes.put(0, Tempos.number(MICROS));
        for (Tempo tempo : score.tempos()) {
            changes.put(grid.step(tempo.tick()), Tempos.number(tempo.microsPerQuarter()));
        }
        return changes.until(last, -1);
    }

    private Changes chords(int last) {
        Changes changes = new Changes(score.chords().size());
        for (ChordSymbol symbol : score.chords()) {
            switch (Chord.parse(symbol)) {
                case ChordReading.Understood(Chord chord, boolean _) -> changes.put(grid.step(symbol.tick()),
                        1 + ChordTokens.number(chord));
                case ChordReading.NoChord() -> changes.put(grid.step(symbol.tick()), 0);
                case ChordReading.Unknown _ -> { }
            }
        }
        return changes.until(last, 0);
    }

    /// Values that hold from a step on.
    private static final class Changes {

        static final Changes NONE = new Changes(0);

        private final int[] steps;
        private final int[] values;
        private int count;

        Changes(int most) {
            steps = new int[most];
            values = new int[most];
        }

        void put(int step, int value) {
            count -= count > 0 && steps[count - 1] == step ? 1 : 0;
            steps[count] = step;
            values[count++] = value;
        }

        /// Those that change something, up to a step.
        Changes until(int last, int before) {
            Changes changes = new Changes(count);
            int value = before;
            for (int i = 0; i < count && steps[i] <= last; i++) {
                if (values[i] != value) {
                    value = values[i];
                    changes.put(steps[i], value);
                }
            }
            return changes;
        }

        /// The step of a change, beyond the end for none.
        int at(int change) {
            return change < count ? steps[change] : Integer.MAX_VALUE;
        }
    }
}
