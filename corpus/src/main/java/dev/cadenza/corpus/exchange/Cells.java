package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/// Makes notes of the cells of one piano roll. The cells of a pitch come in the order of their steps; pitches may come one
/// by one or together.
///
/// A note goes on while the pitch sounds. Where it is known where notes begin, it ends at the next beginning; its loudness is
/// that of its first step.
final class Cells {

    /// Notes that all rolls of a file may have together.
    static final int MAX_NOTES = 2_000_000;

    /// Steps that sound, of one loudness.
    private record Run(int from, int to, int pitch, double value) {
    }

    private final int[] start = new int[128];
    private final int[] last = new int[128];
    private final double[] value = new double[128];
    private final List<Run> runs = new ArrayList<>();
    private final int most;
    private final Supplier<CadenzaException> tooMany;
    private double loudest;
    private boolean onOff = true;

    /// @param most how many notes there may be
    Cells(int most, Supplier<CadenzaException> tooMany) {
        this.most = most;
        this.tooMany = tooMany;
        Arrays.fill(last, -2);
    }

    /// One cell; 0 and what is no number are silence.
    void cell(int step, int pitch, double loudness) {
        if (!(loudness > 0)) {
            return;
        }
        if (last[pitch] != step - 1 || value[pitch] != loudness) {
            close(pitch);
            start[pitch] = step;
            value[pitch] = loudness;
            loudest = Math.max(loudest, loudness);
            onOff &= loudness == 1;
        }
        last[pitch] = step;
    }

    private void close(int pitch) {
        if (last[pitch] >= 0) {
            if (runs.size() >= most) {
                throw tooMany.get();
            }
            runs.add(new Run(start[pitch], last[pitch] + 1, pitch, value[pitch]));
        }
        last[pitch] = -2;
    }

    /// The notes, where nothing is known of beginnings: what sounds without a break is one.
    List<Note> notes() {
        return notes(new BitSet(), false);
    }

    /// The notes.
    ///
    /// @param onsets bit `step * 128 + pitch` where a note begins; what sounds after silence begins in any case
    List<Note> notes(BitSet onsets) {
        return notes(onsets, true);
    }

    private List<Note> notes(BitSet onsets, boolean known) {
        for (int pitch = 0; pitch < 128; pitch++) {
            close(pitch);
        }
        runs.sort((a, b) -> a.pitch != b.pitch ? Integer.compare(a.pitch, b.pitch) : Integer.compare(a.from, b.from));
        List<Note> notes = new ArrayList<>();
        int from = 0;
        int velocity = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean goesOn = i > 0 && runs.get(i - 1).pitch == run.pitch && runs.get(i - 1).to == run.from
                    && !(known && onsets.get(run.from * 128 + run.pitch));
            if (!goesOn) {
                from = run.from;
                velocity = velocity(run.value, known);
            }
            for (int step = run.from + 1; known && step < run.to; step++) {
                if (onsets.get(step * 128 + run.pitch)) {
                    add(notes, from, step, run.pitch, velocity);
                    from = step;
                    velocity = velocity(run.value, known);
                }
            }
            boolean ends = i + 1 == runs.size() || runs.get(i + 1).pitch != run.pitch || runs.get(i + 1).from != run.to
                    || known && onsets.get(run.to * 128 + run.pitch);
            if (ends) {
                add(notes, from, run.to, run.pitch, velocity);
            }
        }
        return RollGrid.sorted(notes);
    }

    private void add(List<Note> notes, int from, int to, int pitch, int velocity) {
        if (notes.size() >= most) {
            throw tooMany.get();
        }
        notes.add(new Note(from, to - from, Pitch.of(pitch), velocity));
    }

    /// Rolls that know only on and off say 1; some count loudness from 0 to 1. Those that know where notes begin are of our
    /// making, and say the velocity.
    private int velocity(double loudness, boolean known) {
        if (known) {
            return (int) Math.clamp(Math.round(loudness), 1, 127);
        }
        return onOff ? RollGrid.VELOCITY : Math.clamp(Math.round(loudest <= 1 ? loudness * 127 : loudness), 1, 127);
    }
}
