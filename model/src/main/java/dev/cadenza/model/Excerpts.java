package dev.cadenza.model;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.Grammar;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Meter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Excerpts of some bars, each as long as all others, from bar line to bar line.
///
/// What sounds when an excerpt begins is struck anew in it, so that an excerpt stands by itself. Its context is that of music
/// of its own: in its metre, in no stated key, without an end.
///
/// @param tokenizer a grid all of whose places are voices
/// @param bars of an excerpt, 1 or more
/// @param barSteps steps of each bar
public record Excerpts(GridTokenizer tokenizer, int bars, int barSteps) {

    private static final String BAR = "bar";
    /// Fewer notes a bar are hardly music to learn from.
    private static final int LEAST_NOTES = 2;

    /// The excerpts of a spec.
    ///
    /// @throws RequestException LATENT_REPRESENTATION where the tokenizer is no grid of voices with bars
    public static Excerpts of(ModelSpec.MusicVae spec, Tokenizer tokenizer) {
        if (tokenizer instanceof GridTokenizer grid && grid.voices() == grid.width()
                && grid.contextRows().stream().map(ContextRow::name).anyMatch(BAR::equals)) {
            return new Excerpts(grid, spec.bars(), spec.barSteps());
        }
        throw new RequestException("representation", "LATENT_REPRESENTATION", "a MusicVAE needs voices on a grid with bars, and "
                + "this representation is none.", "Use the representation \"melody\" or \"satb-grid\".");
    }

    /// Steps of an excerpt.
    public int steps() {
        return bars * barSteps;
    }

    /// The metre that excerpts are written in: its bar has as many steps. Where a bar cannot be told in beats that have a name,
    /// 4/4.
    public Meter meter() {
        int quarter = tokenizer.stepsPerQuarter();
        if (barSteps % quarter == 0) {
            return new Meter(0, barSteps / quarter, 4);
        }
        int unit = 4 * quarter;
        return Integer.bitCount(unit) == 1 && unit <= 128 ? new Meter(0, barSteps, unit) : Meter.common();
    }

    /// The steps of a piece at which an excerpt begins: at every bar line after which as many whole bars of that length follow.
    /// A last bar that the last note ends early counts as whole; [#at] fills it with silence.
    /// A piece that states no metre is in 4/4, as the MIDI standard has it.
    public int[] starts(TokenSequence piece) {
        int row = barRow();
        int steps = piece.steps();
        IntUnaryOperator positions = statesMetre(piece) ? step -> piece.context(row, step) : this::common;
        int[] run = new int[steps + 1];         // steps in succession, from here on, that bars of that length account for
        for (int step = steps - 1; step >= 0; step--) {
            int position = positions.applyAsInt(step);
            boolean last = step + 1 == steps;
            boolean regular = position >= 1 && position <= barSteps && (last
                    || positions.applyAsInt(step + 1) == position % barSteps + 1);
            run[step] = regular ? 1 + (last ? barSteps - position : run[step + 1]) : 0;
        }
        return IntStream.range(0, steps).filter(step -> positions.applyAsInt(step) == 1 && run[step] >= steps()).toArray();
    }

    /// Whether anything is known of the bars of a piece.
    public boolean statesMetre(TokenSequence piece) {
        int row = barRow();
        return IntStream.range(0, piece.steps()).anyMatch(step -> piece.context(row, step) != 0);
    }

    private int barRow() {
        return IntStream.range(0, tokenizer.contextRows().size())
                .filter(i -> tokenizer.contextRows().get(i).name().equals(BAR)).findFirst().orElseThrow();
    }

    /// Place of a step in its bar, from 1, in 4/4 from the first step on.
    private int common(int step) {
        return 1 + step % (4 * tokenizer.stepsPerQuarter());
    }

    /// The excerpt that begins at a step of a piece.
    ///
    /// @param start one of [#starts]
    public TokenSequence at(TokenSequence piece, int start) {
        int width = tokenizer.width();
        int[] before = new int[width];
        Arrays.fill(before, -1);
        for (int step = 0; step < start; step++) {
            for (int place = 0; place < width; place++) {
                before[place] = tokenizer.sounding(piece.token(step, place), before[place]);
            }
        }
        int[] tokens = new int[steps() * width];
        int[] sounding = new int[width];
        Arrays.fill(sounding, -1);
        Grammar.State state = tokenizer.grammar().start();
        for (int i = 0; i < tokens.length; i++) {
            int step = start + i / width;
            int place = i % width;
            boolean within = step < piece.steps();
            int token = within ? piece.token(step, place) : -1;
            before[place] = within ? tokenizer.sounding(token, before[place]) : -1;
            tokens[i] = within && i >= width && state.allowed().get(token) ? token
                    : token(state, sounding[place], before[place]);
            sounding[place] = tokenizer.sounding(tokens[i], sounding[place]);
            state = state.after(tokens[i]);
        }
        return of(tokens);
    }

    /// The first token by which a pitch sounds (-1: silence) where `before` sounded.
    private int token(Grammar.State state, int before, int pitch) {
        return state.allowed().stream().filter(token -> tokenizer.sounding(token, before) == pitch).findFirst().orElseThrow();
    }

    /// An excerpt of given tokens.
    ///
    /// @throws IllegalArgumentException where they are not as many as an excerpt has
    public TokenSequence of(int[] tokens) {
        return tokenizer.sequence(tokens, new Plan(steps(), meter(), 0, Optional.empty(), false));
    }

    /// Whether an excerpt is worth learning: two notes begin in it for each bar, and none of its bars is silent.
    public boolean isMusic(TokenSequence excerpt) {
        if (tokenizer.notes(excerpt) < LEAST_NOTES * bars) {
            return false;
        }
        int width = tokenizer.width();
        int[] sounding = new int[width];
        Arrays.fill(sounding, -1);
        for (int bar = 0; bar < bars; bar++) {
            boolean silent = true;
            for (int i = bar * barSteps * width; i < (bar + 1) * barSteps * width; i++) {
                int place = i % width;
                sounding[place] = tokenizer.sounding(excerpt.token(i / width, place), sounding[place]);
                silent &= sounding[place] < 0;
            }
            if (silent) {
                return false;
            }
        }
        return true;
    }
}
