package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.GeneralMidi;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// MIDI-like events (Oore et al., 2018; Huang et al., 2018): `NOTE_ON_p`, `NOTE_OFF_p`, `TIME_SHIFT_k`, and `VELOCITY_v` where
/// the loudness changes, if loudness is said.
///
/// Time is musical and lies on a grid, where the papers count 10 ms: 48 steps a quarter note are about that at 120 quarter
/// notes a minute. A shift lasts at most two quarter notes, a second at that tempo as in the papers; longer ones are several,
/// the longest first. All parts are one track; drums are left out. At one time notes end before others begin, each by
/// ascending pitch; a note ends where the next one of its pitch begins. Silence before the first note is kept.
///
/// Context: `bar`, `metre`, `key`, `left` as in [RemiTokenizer], with bars of one metre, as the first bar of a score or the
/// plan says, since the tokens know no bars: later changes of metre are lost, and metres without a number of their own are
/// not known.
///
/// `encode(decode(e)).equals(e)` holds for what `encode` makes, and for tokens of the [#grammar()] with the context of a
/// [#read] whose plan states the key and the length and ends, up to 2^20 steps.
public final class MidiLikeTokenizer implements EventTokenizer {

    /// Stable name, part of checkpoints.
    public static final String NAME = "midi-like";

    /// What is appended to the name where loudness is said.
    static final String WITH_VELOCITY = NAME + "+velocity";

    private static final int BAR_QUARTERS = 6;
    private static final int BAR_ROW = 0;
    private static final int METRE_ROW = 1;
    private static final int KEY_ROW = 2;
    private static final int LEFT_ROW = 3;

    private final int stepsPerQuarter;
    private final MidiLikeTokens tokens;
    private final MidiLikeState start;
    private final List<ContextRow> rows;

    /// @param stepsPerQuarter a divisor of 480
    /// @param velocity whether loudness is said, in 32 degrees
    /// @throws IllegalArgumentException where the steps do not divide 480
    public MidiLikeTokenizer(int stepsPerQuarter, boolean velocity) {
        this.stepsPerQuarter = Grid.checked(stepsPerQuarter);
        this.tokens = new MidiLikeTokens(stepsPerQuarter, velocity);
        this.start = new MidiLikeState(tokens);
        this.rows = List.of(
                new ContextRow("bar", 1 + BAR_QUARTERS * stepsPerQuarter, false),
                new ContextRow("metre", Metres.SIZE, false),
                new ContextRow("key", Contexts.KEYS, true),
                new ContextRow("left", 1 + RemiReading.MOST_LEFT, true));
    }

    /// `midi-like` or `midi-like+velocity`.
    public String name() {
        return tokens.velocities() ? WITH_VELOCITY : NAME;
    }

    @Override
    public Vocabulary vocabulary() {
        return tokens.vocabulary();
    }

    @Override
    public Grammar grammar() {
        return () -> start;
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
    public int transpose(int token, int semitones) {
        if (pitch(token, 0) < 0) {
            return token;
        }
        int moved = pitch(token, 0) + semitones;
        return moved < 0 || moved >= MidiLikeTokens.PITCHES ? -1 : token + semitones;
    }

    @Override
    public int pitch(int token, int place) {
        return tokens.isOn(token) || tokens.isOff(token) ? tokens.pitch(token) : -1;
    }

    @Override
    public boolean begins(int token) {
        return tokens.isOn(token);
    }

    @Override
    public Reading read(Plan plan) {
        return new MidiLikeReading(this, plan);
    }

    MidiLikeState start() {
        return start;
    }

    MidiLikeTokens tokens() {
        return tokens;
    }

    /// @param end steps, 0 where it is not known
    static void context(SteadyBars bars, int step, int key, int end, int[] values) {
        values[BAR_ROW] = bars.position(step);
        values[METRE_ROW] = bars.metre();
        values[KEY_ROW] = key;
        values[LEFT_ROW] = end == 0 ? 0 : Math.min(RemiReading.MOST_LEFT, bars.left(step, end));
    }

    /// {@inheritDoc}
    ///
    /// @throws RequestException NO_NOTES where there are none but drums, or TOO_LONG
    @Override
    public TokenSequence encode(Score score) {
        Grid grid = Grid.on(score, stepsPerQuarter);
        int[] slots = score.parts().stream().mapToInt(part -> part.instrument().drums() ? -1 : 0).toArray();
        PackedNotes notes = PackedNotes.of(score, grid, slots, (_, _) -> true);
        if (notes.size() == 0) {
            throw new RequestException(score.metadata().title(), "NO_NOTES", "there are no notes but drums.",
                    "Choose music with notes.");
        }
        int[] numbers = MidiLikeWriter.tokens(tokens, notes);
        int end = 0;
        for (int token : numbers) {
            end += tokens.shift(token);
        }
        KeyLine keys = KeyLine.of(score, grid, end);
        SteadyBars bars = SteadyBars.of(score, stepsPerQuarter);
        int[][] context = new int[rows.size()][numbers.length];
        int[] values = new int[rows.size()];
        int step = 0;
        for (int i = 0; i < numbers.length; i++) {
            context(bars, step, keys.at(step), end, values);
            for (int row = 0; row < values.length; row++) {
                context[row][i] = values[row];
            }
            step += tokens.shift(numbers[i]);
        }
        return new TokenSequence(1, numbers, context);
    }

    /// {@inheritDoc} There are 480 ticks a quarter and one part. Notes that the tokens leave open end a step after the last
    /// token.
    ///
    /// @throws IllegalArgumentException where the tokens are none of this tokenizer or leave its grammar
    @Override
    public Score decode(TokenSequence sequence) {
        if (sequence.width() != 1 || sequence.contextRows() != rows.size()) {
            throw new IllegalArgumentException("not MIDI-like: " + sequence);
        }
        List<Note> notes = new ArrayList<>();
        KeyChanges keys = new KeyChanges(stepsPerQuarter);
        int[] onset = new int[MidiLikeTokens.PITCHES];
        int[] velocity = new int[MidiLikeTokens.PITCHES];
        MidiLikeState state = start;
        for (int i = 0; i < sequence.steps(); i++) {
            int token = sequence.token(i, 0);
            keys.at(state.step(), sequence.context(KEY_ROW, i));
            state = state.after(token);
            int midi = tokens.pitch(token);
            if (tokens.isOn(token)) {
                onset[midi] = state.step();
                velocity[midi] = MidiLikeTokens.loudness(state.velocity());
            } else if (tokens.isOff(token)) {
                notes.add(note(onset[midi], state.step(), midi, velocity[midi]));
            }
        }
        for (int midi = 0; midi < MidiLikeTokens.PITCHES; midi++) {
            if (state.sounds(midi)) {
                notes.add(note(onset[midi], state.step() + 1, midi, velocity[midi]));
            }
        }
        notes.sort(Note.ORDER);
        SteadyBars bars = sequence.steps() == 0 ? new SteadyBars(0, 0, stepsPerQuarter)
                : SteadyBars.from(sequence.context(METRE_ROW, 0), sequence.context(BAR_ROW, 0), stepsPerQuarter);
        Part part = new Part(GeneralMidi.name(Instrument.PIANO), Instrument.PIANO, notes);
        return new Score(Grid.RESOLUTION, List.of(), bars.meters(), keys.signatures(), List.of(), List.of(),
                notes.isEmpty() ? List.of() : List.of(part), Metadata.NONE);
    }

    private Note note(int from, int to, int midi, int velocity) {
        long onset = Grid.tick(from, stepsPerQuarter);
        return new Note(onset, Grid.tick(to, stepsPerQuarter) - onset, Pitch.of(midi), velocity);
    }
}
