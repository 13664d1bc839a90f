package dev.cadenza.corpus;

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
import java.util.stream.Stream;

/// Four voices on a grid, as in the data set of Boulanger-Lewandowski et al. (2012) and in DeepBach (Hadjeres et al.,
/// 2017): each step has one token for soprano, alto, tenor and bass, in this order.
///
/// Token 0 is `rest`; 1 is `strike`, the pitch the voice is sounding struck anew; the others are pitches. A pitch that
/// the voice is sounding already goes on; any other begins. The music ends with the last note: there is no silence
/// after it.
///
/// Context: `phase` (steps since the start modulo 16), `bar` (position in the bar, at most 96 steps), `key`, `left`
/// (steps to the end: 1..16, then sixteen further quarter notes). With the option `fermatas` also `fermata` (steps to the next one,
/// counted likewise, see [Fermatas]), as DeepBach's metadata.
///
/// Of a score it keeps four voices (see [FourVoices]), metres, keys and length, and with the option fermatas. Notes outside the range, tempos,
/// dynamics, words and drums are left out. `encode(decode(e)).equals(e)` holds for what `encode` makes, and for tokens of
/// the [#grammar()] with the context of a [Plan] that states a key and ends.
public final class SatbTokenizer implements GridTokenizer {

    /// Stable name, part of checkpoints.
    public static final String NAME = "satb-grid";
    /// The name with fermatas.
    public static final String WITH_FERMATAS = NAME + "+fermatas";

    /// The usual form: sixteenths, E1 to G6.
    public static final SatbTokenizer SIXTEENTHS = new SatbTokenizer(4, 28, 91, false);

    static final int REST = 0;
    static final int STRIKE = 1;
    static final int FIRST_PITCH = 2;
    /// How many voices there are.
    public static final int VOICES = 4;

    private static final int PHASES = 16;
    private static final int BAR_STEPS = 96;
    private static final int LEFT_EXACT = 16;
    private static final int LEFT_QUARTERS = 16;
    static final List<String> NAMES = List.of("Soprano", "Alto", "Tenor", "Bass");
    private static final Instrument CHOIR = new Instrument(52, false);
    private static final int VELOCITY = 80;
    private static final List<ContextRow> ROWS = List.of(
            new ContextRow("phase", 1 + PHASES, false),
            new ContextRow("bar", 1 + BAR_STEPS, true),
            new ContextRow("key", Contexts.KEYS, true),
            new ContextRow("left", Contexts.leftSize(LEFT_EXACT, LEFT_QUARTERS), true));
    private static final List<ContextRow> ROWS_WITH_FERMATAS = Stream.concat(ROWS.stream(),
            Stream.of(new ContextRow("fermata", Fermatas.SIZE, true))).toList();
    private static final int BAR_ROW = 1;
    private static final int KEY_ROW = 2;
    private static final int FERMATA_ROW = 4;

    private final int stepsPerQuarter;
    private final int lowest;
    private final int highest;
    private final boolean fermatas;
    private final Vocabulary vocabulary;
    private final Grammar grammar;

    /// @param stepsPerQuarter a divisor of 480; 4 for sixteenths
    /// @param lowest lowest pitch, 0..127
    /// @param highest highest pitch, `lowest`..127
    /// @param fermatas whether it tells where fermatas stand
    /// @throws IllegalArgumentException where a value is out of range
    public SatbTokenizer(int stepsPerQuarter, int lowest, int highest, boolean fermatas) {
        if (lowest < 0 || highest > 127 || lowest > highest) {
            throw new IllegalArgumentException("pitches must lie between 0 and 127, not " + lowest + ".." + highest);
        }
        this.stepsPerQuarter = Grid.checked(stepsPerQuarter);
        this.lowest = lowest;
        this.highest = highest;
        this.fermatas = fermatas;
        List<String> names = new ArrayList<>(List.of("rest", "strike"));
        for (int pitch = lowest; pitch <= highest; pitch++) {
            names.add("p" + pitch);
        }
        this.vocabulary = new Vocabulary(names);
        this.grammar = new SatbGrammar(names.size());
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
        return VOICES;
    }

    @Override
    public int stepsPerQuarter() {
        return stepsPerQuarter;
    }

    /// Lowest pitch that has a token.
    public int lowest() {
        return lowest;
    }

    /// Highest pitch that has a token.
    public int highest() {
        return highest;
    }

    /// Whether it tells where fermatas stand.
    public boolean fermatas() {
        return fermatas;
    }

    /// Its name with its option.
    public String name() {
        return fermatas ? WITH_FERMATAS : NAME;
    }

    @Override
    public List<ContextRow> contextRows() {
        return fermatas ? ROWS_WITH_FERMATAS : ROWS;
    }

    @Override
    public int[][] context(Plan plan) {
        int[] key = new int[plan.steps()];
        plan.key().ifPresent(signature -> Arrays.fill(key, Contexts.key(signature)));
        return context(Bars.of(plan, stepsPerQuarter), key, plan.ends(), new int[plan.steps()]);
    }

    /// The context of a score's music.
    ///
    /// @param steps how many; the music ends with the last
    /// @param key of all of it; empty for what the score states or, where it states none, what is likeliest
    /// @return rows x steps, as in [TokenSequence]
    public int[][] context(Score score, int steps, Optional<KeySignature> key) {
        Grid grid = Grid.on(score, stepsPerQuarter);
        int[] keys = key.map(stated -> {
            int[] row = new int[steps];
            Arrays.fill(row, Contexts.key(stated));
            return row;
        }).orElseGet(() -> Contexts.keys(score, grid, steps));
        return context(score, grid, keys);
    }

    private int[][] context(Score score, Grid grid, int[] keys) {
        return context(Bars.of(score, grid, keys.length), keys, true, Fermatas.row(score, grid, keys.length));
    }

    private int[][] context(Bars bars, int[] key, boolean ends, int[] fermata) {
        int steps = key.length;
        int[] phase = new int[steps];
        for (int step = 0; step < steps; step++) {
            phase[step] = 1 + step % PHASES;
        }
        int[] left = ends ? Contexts.left(steps, LEFT_EXACT, LEFT_QUARTERS, stepsPerQuarter) : new int[steps];
        int[][] rows = {phase, bars.clipped(BAR_STEPS), key, left, fermata};
        return Arrays.copyOf(rows, contextRows().size());
    }

    @Override
    public int transpose(int token, int semitones) {
        if (token < FIRST_PITCH) {
            return token;
        }
        int moved = token + semitones;
        return moved < FIRST_PITCH || moved >= vocabulary.size() ? -1 : moved;
    }

    @Override
    public int pitch(int token, int place) {
        return token < FIRST_PITCH ? -1 : token - FIRST_PITCH + lowest;
    }

    @Override
    public int sounding(int token, int before) {
        return token == STRIKE ? before : pitch(token, 0);
    }

    @Override
    public boolean begins(int token, int before) {
        return token == STRIKE || pitch(token, 0) != before;
    }

    /// The token of a pitch.
    ///
    /// @throws IllegalArgumentException where the pitch has none
    public int token(int pitch) {
        if (pitch < lowest || pitch > highest) {
            throw new IllegalArgumentException("pitch " + pitch + " is not in " + lowest + ".." + highest);
        }
        return pitch - lowest + FIRST_PITCH;
    }

    /// {@inheritDoc}
    ///
    /// @throws dev.cadenza.score.CadenzaException.RequestException NO_FOUR_VOICES, NO_NOTES or TOO_LONG
    @Override
    public TokenSequence encode(Score score) {
        Grid grid = Grid.on(score, stepsPerQuarter);
        List<List<StepNote>> voices = new FourVoices(grid, lowest, highest).of(score);
        int steps = voices.stream().flatMap(List::stream).mapToInt(StepNote::end).max().orElse(0);
        int[] tokens = new int[steps * VOICES];
        for (int voice = 0; voice < VOICES; voice++) {
            write(voices.get(voice), voice, tokens);
        }
        return new TokenSequence(VOICES, tokens, context(score, grid, Contexts.keys(score, grid, steps)));
    }

    private void write(List<StepNote> notes, int voice, int[] tokens) {
        int soundingUntil = -1;
        int sounding = -1;
        for (StepNote note : notes) {
            for (int step = note.start(); step < note.end(); step++) {
                tokens[step * VOICES + voice] = token(note.pitch());
            }
            if (soundingUntil == note.start() && sounding == note.pitch()) {
                tokens[note.start() * VOICES + voice] = STRIKE;
            }
            soundingUntil = note.end();
            sounding = note.pitch();
        }
    }

    /// {@inheritDoc} Parts are named Soprano, Alto, Tenor and Bass; there are 480 ticks a quarter.
    ///
    /// @throws IllegalArgumentException where the tokens break the [#grammar()]
    @Override
    public Score decode(TokenSequence sequence) {
        if (sequence.width() != VOICES || sequence.contextRows() != contextRows().size()) {
            throw new IllegalArgumentException("not four voices: " + sequence);
        }
        long[] pauses = fermatas ? Fermatas.ticks(Contexts.row(sequence, FERMATA_ROW), stepsPerQuarter) : new long[0];
        List<Part> parts = Stream.of(0, 1, 2, 3).map(voice -> {
            Part part = new Part(NAMES.get(voice), CHOIR, notes(sequence, voice));
            return voice == 0 ? Fermatas.markedAt(part, pauses) : Fermatas.marked(part, pauses);
        }).toList();
        Bars bars = new Bars(Contexts.row(sequence, BAR_ROW), new int[sequence.steps()]);
        return new Score(Grid.RESOLUTION, List.of(), bars.meters(stepsPerQuarter, BAR_STEPS),
                Contexts.signatures(sequence, KEY_ROW, stepsPerQuarter), List.of(), List.of(), parts, Metadata.NONE);
    }

    private List<Note> notes(TokenSequence sequence, int voice) {
        List<Note> notes = new ArrayList<>();
        int start = 0;
        int sounding = -1;
        for (int step = 0; step <= sequence.steps(); step++) {
            int token = step < sequence.steps() ? sequence.token(step, voice) : REST;
            if (token == STRIKE && sounding < 0) {
                throw new IllegalArgumentException("step " + step + " strikes a voice that is silent");
            }
            int pitch = token == STRIKE ? sounding : pitch(token, voice);
            if (pitch == sounding && token != STRIKE) {
                continue;
            }
            if (sounding >= 0) {
                long onset = Grid.tick(start, stepsPerQuarter);
                notes.add(new Note(onset, Grid.tick(step, stepsPerQuarter) - onset, Pitch.of(sounding), VELOCITY));
            }
            start = step;
            sounding = pitch;
        }
        return notes;
    }
}
