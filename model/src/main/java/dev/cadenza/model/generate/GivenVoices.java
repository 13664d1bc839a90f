package dev.cadenza.model.generate;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.KeyFinder;
import dev.cadenza.score.theory.Speller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Voices of a score on the grid of a model, and back. What is given is only read: the grid may be coarser than the music.
///
/// @param title what the music is called in errors
record GivenVoices(Score score, SatbTokenizer tokenizer, String title) {

    /// Steps up to the end of the bar in which the music ends.
    int steps() {
        BarMap bars = BarMap.of(score);
        long end = score.end();
        long bar = bars.bar(Math.max(0, end - 1));
        return Lengths.checked(steps(Math.max(end, bars.start(bar + 1))));
    }

    long steps(long tick) {
        return Primers.steps(score, tick, tokenizer);
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
            int from = (int) Math.min(steps, steps(note.onset()));
            int to = (int) Math.min(steps, Math.max(from + 1L, steps(note.end())));
            if (from >= steps) {
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
    /// @param key by which they are spelled
    List<Note> notes(VoiceGrid grid, int voice, int from, int to, int velocity, Key key) {
        List<Note> notes = new ArrayList<>();
        int pitch = -1;
        int start = from;
        for (int step = from; step <= to; step++) {
            int symbol = step < to ? grid.symbol(step, voice) : VoiceGrid.REST;
            if (symbol == VoiceGrid.HOLD) {
                continue;
            }
            if (pitch >= 0) {
                notes.add(new Note(tick(start), tick(step) - tick(start), Speller.spell(pitch, key), velocity));
            }
            start = step;
            pitch = symbol < VoiceGrid.FIRST_PITCH ? -1 : symbol - VoiceGrid.FIRST_PITCH + tokenizer.lowest();
        }
        return notes;
    }

    /// The key that the score states or, where it states none, its notes are likeliest in.
    KeySignature key() {
        return Primers.statedKey(score).orElseGet(() -> {
            double[] weights = new double[12];
            for (Part part : score.parts()) {
                for (Note note : part.instrument().drums() ? List.<Note>of() : part.notes()) {
                    weights[note.pitch().midi() % 12] += note.duration();
                }
            }
            return KeyFinder.find(weights).key().signature(0);
        });
    }

    /// The context of the music as a model is told it: without what it has not learnt to read.
    int[][] told(int steps, KeySignature key, Provenance provenance) {
        int[][] context = tokenizer.context(score, steps, Optional.of(key));
        for (int row = 0; row < context.length; row++) {
            if (provenance.unseen().contains(tokenizer.contextRows().get(row).name())) {
                Arrays.fill(context[row], 0);
            }
        }
        return context;
    }

    private long tick(int step) {
        return Math.round((double) step * score.resolution() / tokenizer.stepsPerQuarter());
    }
}
