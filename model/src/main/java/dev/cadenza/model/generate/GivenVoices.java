package dev.cadenza.model.generate;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Speller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// Voices of a score on the grid of a model, and back. What is given is only read: the grid may be coarser than the music.
///
/// @param title what the music is called in errors
record GivenVoices(Score score, SatbTokenizer tokenizer, String title) {

    private static final int MOST_CELLS = GenerationRequest.MOST_BARS * 4 * 16;

    /// Steps up to the end of the bar in which the music ends.
    ///
    /// @throws RequestException where there are too many, or ticks are longer than steps
    int steps() {
        if (score.resolution() < tokenizer.stepsPerQuarter()) {
            throw new RequestException(title, "RESOLUTION_TOO_COARSE", "the file counts fewer ticks a quarter note (" + score.resolution()
                    + ") than the voices that are made have steps (" + tokenizer.stepsPerQuarter() + ").", "Save it with 4 ticks a quarter note or more; 480 are usual.");
        }
        BarMap bars = BarMap.of(score);
        long end = score.end();
        long bar = bars.bar(Math.max(0, end - 1));
        long steps = steps(Math.max(end, bars.start(bar + 1)));
        if (steps > Lengths.MOST_STEPS) {
            throw new RequestException(title, "TOO_LONG", "the music is " + steps + " sixteenths long; at most " + Lengths.MOST_STEPS + " are read.",
                    "Cut it into pieces, or mend a note that lies far behind the others.");
        }
        return (int) steps;
    }

    /// Where chords are counted from: a bar, or the one after it where it is an upbeat.
    ///
    /// @param bar from 0
    int counted(long bar) {
        return (int) Math.min(steps(), steps(Primers.counted(score, bar)));
    }

    /// What is said where chords are counted in bars, or read in a key, that not all of the music has.
    ///
    /// @param bar from which they are counted
    /// @param end tick behind the last of them
    List<String> changing(Constraints wanted, long bar, long end) {
        Optional<OnChords> chords = wanted.limits().stream().filter(OnChords.class::isInstance).map(OnChords.class::cast).findFirst();
        if (chords.isEmpty()) {
            return List.of();
        }
        long from = Primers.counted(score, bar);
        Meter meter = Primers.meterAt(score, from);
        List<String> said = new ArrayList<>();
        if (changesMeter(meter)) {
            said.add("Chords are counted in bars of " + meter + ", also where the metre of the music is another.");
        }
        Key key = Key.of(Primers.keyAt(score, from));
        boolean changes = score.keys().stream().anyMatch(other -> other.tick() > from && other.tick() < end && !Key.of(other).equals(key));
        if (changes && chords.get().between().equals(key)) {
            said.add("The chords are in " + key + ", also where the key of the music is another.");
        }
        return said;
    }

    private boolean changesMeter(Meter meter) {
        List<Meter> meters = score.meters();
        long bar = meter.barTicks(score.resolution());
        boolean changes = false;
        for (int i = 0; i < meters.size(); i++) {
            long other = meters.get(i).barTicks(score.resolution());
            long end = i + 1 < meters.size() ? meters.get(i + 1).tick() : score.end();
            // A single bar may be an upbeat, or what a repeat cuts in two.
            changes |= other != bar && end - meters.get(i).tick() >= 2 * other;
        }
        return changes;
    }

    /// @throws RequestException where more cells are to be made than can be in reasonable time
    /// @param remedy what to do then
    void checkMany(BitSet free, String remedy) {
        if (free.cardinality() > MOST_CELLS) {
            throw new RequestException(title, "TOO_LONG", "more would have to be made than four voices of " + GenerationRequest.MOST_BARS
                    + " bars of four quarter notes, which is the most.", remedy);
        }
    }

    long steps(long tick) {
        return Primers.steps(score, tick, tokenizer);
    }

    /// The step at which a note begins: the nearest, or the one before it where the note would have ended by then.
    long first(Note note) {
        long nearest = steps(note.onset());
        return nearest > 0 && tick(nearest) >= note.end() && note.duration() > 0 ? nearest - 1 : nearest;
    }

    private String place(Part part, long tick) {
        return "bar " + (BarMap.of(score).bar(tick) + 1) + " of " + (part.name().isBlank() ? "the part" : "the part '" + part.name() + "'");
    }

    /// Writes what a part says into the cells of a voice; notes too short for the grid are passed over.
    ///
    /// @param symbols steps x voices
    /// @throws RequestException where two notes sound at once, or one is too high or too low
    void write(Part part, int voice, int[] symbols) {
        int voices = tokenizer.width();
        int steps = symbols.length / voices;
        for (int step = 0; step < steps; step++) {
            symbols[step * voices + voice] = step == 0 ? VoiceGrid.REST : VoiceGrid.HOLD;
        }
        Note before = null;
        for (Note note : part.notes()) {
            if (before != null && note.onset() < before.end() && note.onset() + (note.end() - note.onset()) / 2 < before.end()) {
                throw new RequestException(title, "SEVERAL_AT_ONCE", "several notes sound at once in " + place(part, note.onset()) + ".",
                        "A voice is one note at a time: name another part, or give each voice a part of its own.");
            }
            before = note;
            int pitch = note.pitch().midi();
            if (pitch < tokenizer.lowest() || pitch > tokenizer.highest()) {
                throw new RequestException(title, "OUT_OF_REACH", "a note in " + place(part, note.onset()) + " has the MIDI pitch "
                        + pitch + "; this model knows " + tokenizer.lowest() + " to " + tokenizer.highest() + ".", "Move the music by an octave or more.");
            }
            int from = (int) Math.min(steps, first(note));
            int to = (int) Math.min(steps, Math.max(from + 1L, steps(note.end())));
            boolean passed = from < steps(note.onset()) && from < steps && symbols[from * voices + voice] >= VoiceGrid.FIRST_PITCH;
            if (from >= steps || passed) {
                continue;
            }
            symbols[from * voices + voice] = pitch - tokenizer.lowest() + VoiceGrid.FIRST_PITCH;
            for (int step = from + 1; step < to; step++) {
                symbols[step * voices + voice] = VoiceGrid.HOLD;
            }
            if (to < steps) {
                symbols[to * voices + voice] = VoiceGrid.REST;
            }
        }
    }

    /// The notes of a voice in a part of the grid.
    ///
    /// @param from first step
    /// @param to behind the last step; what sounds longer ends there
    /// @param keys by which they are spelled, at each step
    List<Note> notes(VoiceGrid grid, int voice, int from, int to, int velocity, IntFunction<KeySignature> keys) {
        List<Note> notes = new ArrayList<>();
        int pitch = -1;
        int start = from;
        for (int step = from; step <= to; step++) {
            int symbol = step < to ? grid.symbol(step, voice) : VoiceGrid.REST;
            if (symbol == VoiceGrid.HOLD) {
                continue;
            }
            if (pitch >= 0) {
                notes.add(new Note(tick(start), tick(step) - tick(start), Speller.spell(pitch, Key.of(keys.apply(start))), velocity));
            }
            start = step;
            pitch = symbol < VoiceGrid.FIRST_PITCH ? -1 : symbol - VoiceGrid.FIRST_PITCH + tokenizer.lowest();
        }
        return notes;
    }

    /// The key in force at each step: the one that was asked for or, where none was, what the score states there; where it states none, what
    /// is likeliest.
    IntFunction<KeySignature> keys(Optional<KeySignature> wanted) {
        if (wanted.isPresent() || Primers.statedKey(score).isEmpty()) {
            KeySignature all = wanted.orElseGet(() -> Primers.home(score));
            return _ -> all;
        }
        NavigableMap<Long, KeySignature> stated = new TreeMap<>();
        score.keys().forEach(key -> stated.put(steps(key.tick()), key));
        return step -> Optional.ofNullable(stated.floorEntry((long) step)).orElseGet(stated::firstEntry).getValue();
    }

    /// The context of the music as a model is told it: without what it has not learnt to read.
    ///
    /// @param wanted the key that was asked for
    int[][] told(int steps, Optional<KeySignature> wanted, Provenance provenance) {
        // A score that states its keys says itself where each holds.
        int[][] context = tokenizer.context(score, steps, wanted.or(() -> Primers.statedKey(score).isPresent() ? Optional.empty()
                : Optional.of(Primers.home(score))));
        for (int row = 0; row < context.length; row++) {
            if (provenance.unseen().contains(tokenizer.contextRows().get(row).name())) {
                Arrays.fill(context[row], 0);
            }
        }
        return context;
    }

    private long tick(long step) {
        return Math.round((double) step * score.resolution() / tokenizer.stepsPerQuarter());
    }
}
