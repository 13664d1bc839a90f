package dev.cadenza.corpus;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// REMI (Huang & Yang, 2020): `Bar`, then `Position_k`, then at each position notes as `Pitch`, `Velocity`, `Duration`. With
/// `Meter` where the metre changes and `Program` where the instrument does, it holds any metre and a whole band, as REMI+
/// (von Ruette et al., 2023).
///
/// Positions count steps from 0. `Length_k` says that a bar has only k steps; in a first bar that makes an upbeat, whose
/// positions count as the last ones of a bar. Metres over 2, 4, 8 and 16 of at most six quarter notes have tokens; bars of
/// others are cut into such bars, so that no time is lost (7/4 becomes 4/4 and 3/4). Empty bars are kept; the stream ends with
/// the last note.
///
/// Durations are exact up to two quarter notes, then coarser up to sixteen. A note ends where the next one of its track and
/// pitch begins. The program is said where it differs from that of the note before; at a position notes come by slot (see
/// [ProgramSlots]), then by pitch. Drums outside 27..87 are left out.
///
/// Context: `bar` (place of the next token in its bar), `metre`, `track` (with programs: slot of the running program), `key`,
/// `left` (whole bars to the end with the running one, 32 for that or more, in the running metre).
///
/// `encode(decode(e)).equals(e)` holds for what `encode` makes, and for tokens of the [#grammar()] with the context of a
/// [#read] whose plan states the key and the length and ends, up to 2^20 steps.
public final class RemiTokenizer implements EventTokenizer {

    /// Stable name, part of checkpoints.
    public static final String NAME = "remi";

    private final int stepsPerQuarter;
    private final RemiTokens tokens;
    private final RemiState start;
    private final List<ContextRow> rows;

    /// With all programs, once each, where there are programs.
    ///
    /// @param stepsPerQuarter a divisor of 480; 12 and 24 hold triplets
    /// @throws IllegalArgumentException where it is not
    public RemiTokenizer(int stepsPerQuarter, RemiOptions options) {
        this(stepsPerQuarter, options, options.programs() ? ProgramSlots.ALL : ProgramSlots.NONE);
    }

    /// @param stepsPerQuarter a divisor of 480; 12 and 24 hold triplets
    /// @param slots the instruments that have tokens; no matter without programs
    /// @throws IllegalArgumentException where it is not, or there are no slots
    public RemiTokenizer(int stepsPerQuarter, RemiOptions options, ProgramSlots slots) {
        this.stepsPerQuarter = Grid.checked(stepsPerQuarter);
        if (options.programs() && slots.size() == 0) {
            throw new IllegalArgumentException("one program at least is needed");
        }
        this.tokens = new RemiTokens(stepsPerQuarter, options, options.programs() ? slots : ProgramSlots.NONE);
        this.start = new RemiState(tokens);
        List<ContextRow> facts = new ArrayList<>(List.of(
                new ContextRow("bar", 1 + tokens.metres.longest(), false),
                new ContextRow("metre", Metres.SIZE, false)));
        if (options.programs()) {
            facts.add(new ContextRow("track", 1 + slots.size(), false));
        }
        facts.add(new ContextRow("key", Contexts.KEYS, true));
        facts.add(new ContextRow("left", 1 + RemiReading.MOST_LEFT, true));
        this.rows = List.copyOf(facts);
    }

    /// With the programs that some music needs, see [ProgramSlots#fitted].
    ///
    /// @throws IllegalArgumentException where the steps do not divide 480, or there are no notes
    public static RemiTokenizer fitted(int stepsPerQuarter, RemiOptions options, Iterable<Score> scores) {
        return options.programs() ? new RemiTokenizer(stepsPerQuarter, options, ProgramSlots.fitted(scores))
                : new RemiTokenizer(stepsPerQuarter, options);
    }

    /// `remi`, or with options: `remi+programs+velocity`.
    public String name() {
        return String.join("+", Stream.concat(Stream.of(NAME), options().names().stream()).toList());
    }

    /// What it says beside bars, positions, pitches and durations.
    public RemiOptions options() {
        return tokens.options;
    }

    /// The instruments that have tokens; none without programs.
    public ProgramSlots slots() {
        return tokens.slots;
    }

    @Override
    public Vocabulary vocabulary() {
        return tokens.vocabulary;
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
        if (tokens.chord.has(token) && token > tokens.chord.from()) {
            return tokens.chord.from() + 1 + ChordTokens.transposed(token - tokens.chord.from() - 1, semitones);
        }
        return !tokens.pitch.has(token) || tokens.pitch.has(token + semitones)
                ? token + (tokens.pitch.has(token) ? semitones : 0) : -1;
    }

    @Override
    public int pitch(int token, int place) {
        return tokens.pitch.has(token) ? token - tokens.pitch.from() : -1;
    }

    @Override
    public boolean begins(int token) {
        return tokens.begins(token);
    }

    @Override
    public boolean adds(int token) {
        return tokens.velocity.has(token) || tokens.duration.has(token);
    }

    @Override
    public Optional<Instrument> instrument(int token) {
        return tokens.program.has(token) ? Optional.of(tokens.slots.slot(token - tokens.program.from()).instrument())
                : Optional.empty();
    }

    /// {@inheritDoc} A bar cut short contradicts as well, but for the upbeat that is planned.
    @Override
    public boolean contradicts(int token, Plan plan) {
        int planned = tokens.metres.number(plan.meter());
        if (planned < 0) {
            return false;
        }
        return tokens.meter.has(token) && token - tokens.meter.from() != planned
                || tokens.length.has(token) && 1 + token - tokens.length.from() != plan.upbeat() % tokens.metres.steps(planned);
    }

    @Override
    public Reading read(Plan plan) {
        return new RemiReading(this, start, plan);
    }

    void context(RemiState state, int key, int end, int[] values) {
        values[0] = state.place();
        values[1] = state.metre() < 0 ? 0 : Metres.number(tokens.metre(state.metre()));
        if (tokens.options.programs()) {
            values[2] = 1 + state.slot();
        }
        values[rows.size() - 2] = key;
        values[rows.size() - 1] = end == 0 ? 0 : Math.min(RemiReading.MOST_LEFT, state.barsLeft(end));
    }

    /// {@inheritDoc}
    ///
    /// @throws dev.cadenza.score.CadenzaException.RequestException NO_NOTES where nothing can be kept, or TOO_LONG
    @Override
    public TokenSequence encode(Score score) {
        RemiEncoder.Stream stream = RemiEncoder.encode(tokens, score, stepsPerQuarter);
        int[] numbers = stream.tokens();
        KeyLine keys = KeyLine.of(score, new Grid(score.resolution(), stepsPerQuarter), stream.lastOnset());
        int[][] context = new int[rows.size()][numbers.length];
        int[] values = new int[rows.size()];
        RemiState state = start.walker();
        for (int i = 0; i < numbers.length; i++) {
            context(state, keys.at(state.step()), stream.end(), values);
            for (int row = 0; row < values.length; row++) {
                context[row][i] = values[row];
            }
            state.walk(numbers[i]);
        }
        return new TokenSequence(1, numbers, context);
    }

    /// {@inheritDoc} There are 480 ticks a quarter; parts are named after their General MIDI instruments. Where the tokens
    /// end within a note, that note is left out.
    ///
    /// @throws IllegalArgumentException where the tokens are none of this tokenizer or leave its grammar
    @Override
    public Score decode(TokenSequence sequence) {
        if (sequence.width() != 1 || sequence.contextRows() != rows.size()) {
            throw new IllegalArgumentException("not REMI: " + sequence);
        }
        return RemiDecoder.score(tokens, stepsPerQuarter, sequence, rows.size() - 2);
    }
}
