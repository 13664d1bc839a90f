package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One melody on a grid, as in Magenta's melody models and MusicVAE (Roberts et al., 2018): token 0 is `hold` (the note
/// or the silence goes on), 1 is `rest` (the note ends), 2..129 begin a note of pitch 0..127.
///
/// Twelve or 24 steps a quarter hold triplets; bars may have any length. The music ends with the last note: there is no
/// silence after it.
///
/// Context: `bar` (position in the bar, at most six quarter notes), `metre`, `key`, `left` (steps to the end: one
/// quarter note exactly, then 28 further quarter notes).
///
/// Of a score it keeps one line (see [MelodyLine]), metres, keys and length. `encode(decode(e)).equals(e)` holds for what
/// `encode` makes, and for tokens of the [#grammar()] with the context of a [Plan] that states a key and ends.
public final class MelodyTokenizer implements GridTokenizer {

    /// Stable name, part of checkpoints.
    public static final String NAME = "melody";

    static final int HOLD = 0;
    static final int REST = 1;
    static final int FIRST_NOTE = 2;

    static final int SIZE = FIRST_NOTE + 128;
    private static final int BAR_QUARTERS = 6;
    private static final int LEFT_QUARTERS = 28;
    private static final int VELOCITY = 80;
    private static final int BAR_ROW = 0;
    private static final int METRE_ROW = 1;
    private static final int KEY_ROW = 2;

    private final int stepsPerQuarter;
    private final Vocabulary vocabulary;
    private final Grammar grammar = new MelodyGrammar(SIZE);
    private final List<ContextRow> rows;

    /// @param stepsPerQuarter a divisor of 480; 4 for sixteenths, 12 or 24 where there are triplets
    /// @throws IllegalArgumentException where it is not
    public MelodyTokenizer(int stepsPerQuarter) {
        this.stepsPerQuarter = Grid.checked(stepsPerQuarter);
        List<String> names = new ArrayList<>(List.of("hold", "rest"));
        for (int pitch = 0; pitch < 128; pitch++) {
            names.add("n" + pitch);
        }
        this.vocabulary = new Vocabulary(names);
        this.rows = List.of(
                new ContextRow("bar", 1 + barSteps(), false),
                new ContextRow("metre", Metres.SIZE, false),
                new ContextRow("key", Contexts.KEYS, true),
                new ContextRow("left", Contexts.leftSize(stepsPerQuarter, LEFT_QUARTERS), true));
    }

    private int barSteps() {
        return BAR_QUARTERS * stepsPerQuarter;
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public Grammar grammar() {
        return grammar;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public int stepsPerQuarter() {
        return stepsPerQuarter;
    }

    @Override
    public List<ContextRow> contextRows() {
        return rows;
    }

    @Override
    public int[][] context(Plan plan) {
        int[] key = new int[plan.steps()];
        plan.key().ifPresent(signature -> Arrays.fill(key, Contexts.key(signature)));
        return context(Bars.of(plan, stepsPerQuarter), key, plan.ends());
    }

    private int[][] context(Bars bars, int[] key, boolean ends) {
        int[] left = ends ? Contexts.left(key.length, stepsPerQuarter, LEFT_QUARTERS, stepsPerQuarter) : new int[key.length];
        return new int[][] {bars.clipped(barSteps()), bars.metre(), key, left};
    }

    @Override
    public int transpose(int token, int semitones) {
        if (token < FIRST_NOTE) {
            return token;
        }
        int moved = token + semitones;
        return moved < FIRST_NOTE || moved >= SIZE ? -1 : moved;
    }

    @Override
    public int pitch(int token, int place) {
        return token < FIRST_NOTE ? -1 : token - FIRST_NOTE;
    }

    @Override
    public int sounding(int token, int before) {
        return token == HOLD ? before : pitch(token, 0);
    }

    @Override
    public boolean begins(int token, int before) {
        return token >= FIRST_NOTE || token == REST && before >= 0;
    }

    /// The score with the part that holds its melody (see [MelodyLine]) as its only part.
    ///
    /// @throws CadenzaException.RequestException NO_MELODY where there are no notes but drums, or TOO_LONG
    public Score line(Score score) {
        return score.withParts(List.of(MelodyLine.of(score, stepsPerQuarter).part()));
    }

    /// How many notes of the melody the grid has no room for, because another begins at the same step.
    ///
    /// @throws CadenzaException.RequestException NO_MELODY or TOO_LONG
    public int lost(Score score) {
        return MelodyLine.of(score, stepsPerQuarter).lost();
    }

    /// {@inheritDoc}
    ///
    /// @throws CadenzaException.RequestException NO_MELODY where there are no notes but drums, or TOO_LONG
    @Override
    public TokenSequence encode(Score score) {
        return encode(score, MelodyLine.of(score, stepsPerQuarter));
    }

    TokenSequence encode(Score score, MelodyLine line) {
        Grid grid = new Grid(score.resolution(), stepsPerQuarter);
        int steps = line.notes().getLast().end();
        int[] tokens = new int[steps];
        int silentFrom = 0;
        for (StepNote note : line.notes()) {
            if (note.start() > silentFrom) {
                tokens[silentFrom] = REST;
            }
            tokens[note.start()] = FIRST_NOTE + note.pitch();
            silentFrom = note.end();
        }
        int[] keys = Contexts.keys(score, grid, steps);
        return new TokenSequence(1, tokens, context(Bars.of(score, grid, steps), keys, true));
    }

    /// {@inheritDoc} One part named Melody; there are 480 ticks a quarter.
    ///
    /// @throws IllegalArgumentException where the sequence is not one of this tokenizer
    @Override
    public Score decode(TokenSequence sequence) {
        if (sequence.width() != 1 || sequence.contextRows() != rows.size()) {
            throw new IllegalArgumentException("not a melody: " + sequence);
        }
        List<Note> notes = new ArrayList<>();
        int start = 0;
        int sounding = -1;
        for (int step = 0; step <= sequence.steps(); step++) {
            int token = step < sequence.steps() ? sequence.token(step, 0) : REST;
            if (token == HOLD) {
                continue;
            }
            if (sounding >= 0) {
                long onset = Grid.tick(start, stepsPerQuarter);
                notes.add(new Note(onset, Grid.tick(step, stepsPerQuarter) - onset, Pitch.of(sounding), VELOCITY));
            }
            start = step;
            sounding = pitch(token, 0);
        }
        return new Score(Grid.RESOLUTION, List.of(), bars(sequence).meters(stepsPerQuarter, barSteps()),
                Contexts.signatures(sequence, KEY_ROW, stepsPerQuarter), List.of(), List.of(),
                List.of(new Part("Melody", Instrument.PIANO, notes)), Metadata.NONE);
    }

    /// Bar lines as the context states them, positions clipped.
    Bars bars(TokenSequence sequence) {
        return new Bars(Contexts.row(sequence, BAR_ROW), Contexts.row(sequence, METRE_ROW));
    }

    /// The key in force at a step, where it is known.
    Optional<KeySignature> key(TokenSequence sequence, int step) {
        int key = sequence.context(KEY_ROW, step);
        return key == 0 ? Optional.empty() : Optional.of(Contexts.signature(0, key));
    }
}
