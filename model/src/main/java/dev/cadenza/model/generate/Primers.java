package dev.cadenza.model.generate;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.KeyFinder;
import dev.cadenza.score.theory.Speller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What has to be found out about a primer, and how new notes join it.
final class Primers {

    private Primers() {
    }

    /// The metre at the end of a primer.
    static Meter lastMeter(Score primer) {
        return primer.meters().stream().filter(m -> m.tick() < Math.max(1, primer.end())).reduce((a, b) -> b)
                .orElse(Meter.common());
    }

    /// The metre at a tick.
    static Meter meterAt(Score score, long tick) {
        return score.meters().stream().filter(meter -> meter.tick() <= tick).reduce((a, b) -> b).orElse(Meter.common());
    }

    /// The key at a tick, as the score states it; where it states none, the one its notes are likeliest in.
    static KeySignature keyAt(Score score, long tick) {
        return statedKey(score).isEmpty() ? home(score)
                : score.keys().stream().filter(key -> key.tick() <= tick).reduce((a, b) -> b).orElseGet(() -> score.keys().getFirst());
    }

    /// The tick at which chords begin that are counted from a bar: there, or at the one after it where it is an upbeat.
    ///
    /// @param bar from 0
    static long counted(Score score, long bar) {
        BarMap bars = BarMap.of(score);
        boolean upbeat = bar == 0 && bars.start(1) < score.end() && bars.length(0) < bars.length(1);
        return bars.start(upbeat ? 1 : bar);
    }

    /// The key that a primer states last; empty where it states none but signatures without accidentals, which many files have
    /// whatever their key.
    static Optional<KeySignature> statedKey(Score primer) {
        return primer.keys().stream().allMatch(key -> key.fifths() == 0) ? Optional.empty() : Optional.of(primer.keys().getLast());
    }

    /// The key that a score states last or, where it states none, its notes are likeliest in.
    static KeySignature home(Score score) {
        return statedKey(score).orElseGet(() -> {
            double[] weights = new double[12];
            for (Part part : score.parts()) {
                for (Note note : part.instrument().drums() ? List.<Note>of() : part.notes()) {
                    weights[note.pitch().midi() % 12] += note.duration();
                }
            }
            return KeyFinder.find(weights).key().signature(0);
        });
    }

    /// Steps from the start of a score to a tick, rounded to the nearest.
    static long steps(Score score, long tick, Tokenizer tokenizer) {
        return rescaled(tick, score.resolution(), tokenizer.stepsPerQuarter());
    }

    private static long rescaled(long tick, int from, int to) {
        return (2 * tick * to + from) / (2L * from);
    }

    /// A sequence with silence behind it, until it has so many steps; unknown context there.
    static TokenSequence silentUntil(TokenSequence sequence, long steps, GridTokenizer tokenizer) {
        if (steps <= sequence.steps()) {
            return sequence;
        }
        int width = sequence.width();
        int[] tokens = Arrays.copyOf(sequence.tokens(), Math.toIntExact(steps * width));
        Writing writing = new Writing(tokenizer, Math.toIntExact(steps), Optional.empty());
        for (int i = 0; i < tokens.length; i++) {
            if (i >= sequence.steps() * width) {
                tokens[i] = writing.grammar().allowed().stream().filter(token -> writing.sounding(token) < 0).findFirst()
                        .orElse(tokens[i - width]);
            }
            writing.accept(tokens[i]);
        }
        int[][] context = new int[sequence.contextRows()][(int) steps];
        for (int row = 0; row < context.length; row++) {
            for (int step = 0; step < sequence.steps(); step++) {
                context[row][step] = sequence.context(row, step);
            }
        }
        return new TokenSequence(width, tokens, context);
    }

    /// The pitch of each place at each step, -1 for silence.
    static int[] pitches(TokenSequence sequence, GridTokenizer tokenizer) {
        int width = sequence.width();
        int[] pitches = sequence.tokens();
        for (int i = 0; i < pitches.length; i++) {
            pitches[i] = tokenizer.sounding(pitches[i], i < width ? -1 : pitches[i - width]);
        }
        return pitches;
    }

    /// How long each pitch class sounds.
    static double[] weights(TokenSequence sequence, GridTokenizer tokenizer) {
        double[] weights = new double[12];
        for (int pitch : pitches(sequence, tokenizer)) {
            if (pitch >= 0) {
                weights[pitch % 12]++;
            }
        }
        return weights;
    }

    /// What sounds of a part from a tick on. A chord goes on over the end of a primer; its notes begin anew there.
    static Part from(Part part, long tick) {
        return part.withNotes(part.notes().stream().filter(note -> note.end() > tick).map(note -> note.onset() >= tick ? note
                : new Note(tick, note.end() - tick, note.pitch(), note.velocity())).sorted(Note.ORDER).toList());
    }

    /// The chord symbols of a primer with new ones behind them; all that were understood, where it states none.
    ///
    /// @param from tick of `whole` at which the new music begins
    static List<ChordSymbol> chords(Score primer, Score whole, long from) {
        List<ChordSymbol> fresh = whole.chords().stream().filter(chord -> primer.chords().isEmpty() || chord.tick() >= from)
                .map(chord -> new ChordSymbol(rescaled(chord.tick(), whole.resolution(), primer.resolution()), chord.text()))
                .toList();
        long end = fresh.isEmpty() ? Long.MAX_VALUE : fresh.getFirst().tick();
        return Stream.concat(primer.chords().stream().filter(chord -> chord.tick() < end), fresh.stream()).toList();
    }

    /// The parts of a primer with new notes behind their own. The notes of each voice go to the part that most of the
    /// voice was found in; a part's new notes are as loud as its own are on average. Chords that find no part of their own
    /// become one.
    ///
    /// @param before the primer's notes in each voice, as the model sees them
    /// @param fresh new notes of each voice
    /// @param resolution ticks a quarter of `before` and `fresh`
    /// @param key in which new notes are spelled
    static List<Part> appended(Score primer, List<Part> before, List<Part> fresh, int resolution, GridTokenizer tokenizer,
                               Key key) {
        List<Part> parts = new ArrayList<>(primer.parts());
        boolean[] taken = new boolean[parts.size()];
        for (int voice = 0; voice < fresh.size(); voice++) {
            if (fresh.get(voice).notes().isEmpty()) {
                continue;
            }
            int home = home(primer, starts(before.get(voice), resolution, tokenizer), taken, tokenizer);
            if (voice >= tokenizer.voices() && taken[home]) {
                Part own = new Part(fresh.get(voice).name(), fresh.get(voice).instrument(), List.of());
                parts.add(appended(own, own, fresh.get(voice), resolution, primer.resolution(), key));
                continue;
            }
            taken[home] = true;
            parts.set(home, appended(parts.get(home), primer.parts().get(home), fresh.get(voice), resolution,
                    primer.resolution(), key));
        }
        return parts;
    }

    /// A part with new notes behind its own.
    ///
    /// @param original the primer's part: new notes are as loud as its own are on average, and none begins while it sounds
    /// @param from ticks a quarter of the new notes
    /// @param to ticks a quarter of the part
    static Part appended(Part part, Part original, Part fresh, int from, int to, Key key) {
        long[] free = new long[128];
        original.notes().forEach(own -> free[own.pitch().midi()] = Math.max(free[own.pitch().midi()], own.end()));
        double loudness = original.notes().stream().mapToInt(Note::velocity).average().orElse(0);
        TreeSet<Note> notes = new TreeSet<>(Note.ORDER);
        for (Note note : fresh.notes()) {
            // The end of the primer was moved to the grid; a note must not begin again while it sounds.
            long onset = Math.max(rescaled(note.onset(), from, to), free[note.pitch().midi()]);
            long end = Math.max(onset + 1, rescaled(note.end(), from, to));
            int velocity = loudness > 0 ? (int) Math.round(loudness) : note.velocity();
            notes.add(new Note(onset, end - onset, Speller.spell(note.pitch().midi(), key), velocity));
        }
        // The primer's own notes stay as they are, doubled ones too; two voices in unison are one note.
        part.notes().forEach(notes::remove);
        return part.withNotes(Stream.concat(part.notes().stream(), notes.stream()).sorted(Note.ORDER).toList());
    }

    /// Pitch and first step of each note.
    private static Set<Long> starts(Part part, int resolution, GridTokenizer tokenizer) {
        return part.notes().stream().map(note -> start(note, resolution, tokenizer)).collect(Collectors.toSet());
    }

    private static long start(Note note, int resolution, GridTokenizer tokenizer) {
        return rescaled(note.onset(), resolution, tokenizer.stepsPerQuarter()) * 128 + note.pitch().midi();
    }

    /// The part that has most of a voice's notes, preferring those that no voice has taken yet.
    private static int home(Score primer, Set<Long> starts, boolean[] taken, GridTokenizer tokenizer) {
        int best = -1;
        long most = -1;
        for (int i = 0; i < taken.length; i++) {
            Part part = primer.parts().get(i);
            if (part.instrument().drums() || part.notes().isEmpty()) {
                continue;
            }
            long found = part.notes().stream()
                    .filter(note -> starts.contains(start(note, primer.resolution(), tokenizer))).count();
            if (found > most || found == most && taken[best] && !taken[i]) {
                most = found;
                best = i;
            }
        }
        return Math.max(best, 0);
    }
}
