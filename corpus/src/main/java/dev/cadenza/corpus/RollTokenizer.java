package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Piano rolls with named tracks, said step by step: all that sounds at a step, track by track from high to low, each as
/// `Piano_On_60` where it begins or `Piano_Hold_60` where it goes on; then `Step`. So a step has one order only, and the
/// product of the probabilities of its tokens is that of the step, as in the comparisons of Boulanger-Lewandowski et al.
/// (2012), "Modeling Temporal Dependencies in High-Dimensional Sequences"; that onsets are told apart is ours.
///
/// Of a score it keeps what [TrackRolls] keeps, but for metres, and keys. Tracks are those of [TrackKind#FIVE], named `roll`,
/// or one for all but drums, named `roll+one`. Silence before the first note is kept.
///
/// Context: `bar`, `metre`, `key`, `left` as in [MidiLikeTokenizer]; `track` is that of the token before, 0 at the beginning of
/// a step.
///
/// `encode(decode(e)).equals(e)` holds for what `encode` makes, and for tokens of the [#grammar()] with the context of a
/// [#read] whose plan states the key and the length and ends, up to 2^20 steps and 2^21 tokens.
public final class RollTokenizer implements EventTokenizer {

    /// Stable name, part of checkpoints.
    public static final String NAME = "roll";

    /// The name where one track holds all but the drums.
    static final String ONE = NAME + "+one";

    static final int BAR_ROW = 0;
    static final int METRE_ROW = 1;
    static final int TRACK_ROW = 2;
    static final int KEY_ROW = 3;
    static final int LEFT_ROW = 4;

    /// A file can hold every pitch down for days.
    private static final int MOST_TOKENS = 1 << 21;
    private static final int BAR_QUARTERS = 6;
    private static final List<TrackKind> PIANO = List.of(new TrackKind("Piano", false, TrackKind.range(0, 127)));

    private final TrackRolls rolls;
    private final RollTokens tokens;
    private final RollState start;
    private final List<ContextRow> rows;

    /// @param stepsPerQuarter a divisor of 480
    /// @param one whether one track holds all but drums, which are left out
    /// @throws IllegalArgumentException where the steps do not divide 480
    public RollTokenizer(int stepsPerQuarter, boolean one) {
        rolls = new TrackRolls(stepsPerQuarter, one ? PIANO : TrackKind.FIVE);
        tokens = new RollTokens(rolls.tracks());
        start = new RollState(tokens);
        rows = List.of(
                new ContextRow("bar", 1 + BAR_QUARTERS * stepsPerQuarter, false),
                new ContextRow("metre", Metres.SIZE, false),
                new ContextRow("track", 1 + rolls.tracks().size(), false),
                new ContextRow("key", Contexts.KEYS, true),
                new ContextRow("left", 1 + RemiReading.MOST_LEFT, true));
    }

    /// `roll` or `roll+one`.
    public String name() {
        return one() ? ONE : NAME;
    }

    private boolean one() {
        return rolls.tracks().size() == 1;
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
        return rolls.stepsPerQuarter();
    }

    @Override
    public List<ContextRow> contextRows() {
        return rows;
    }

    @Override
    public int transpose(int token, int semitones) {
        if (!tokens.pitched(token)) {
            return token;
        }
        int moved = pitch(token, 0) + semitones;
        return moved < 0 || moved >= RollTokens.PITCHES ? -1 : token - semitones;
    }

    /// {@inheritDoc} Notes that go on name theirs as well.
    @Override
    public int pitch(int token, int place) {
        return tokens.pitched(token) ? RollTokens.pitchAt(tokens.place(token)) : -1;
    }

    @Override
    public boolean begins(int token) {
        return tokens.isOn(token);
    }

    @Override
    public boolean goesOn(int token) {
        return tokens.isHold(token);
    }

    /// {@inheritDoc} One track for everything names none.
    @Override
    public Optional<Instrument> instrument(int token) {
        return one() || !tokens.isOn(token) ? Optional.empty()
                : Optional.of(rolls.tracks().get(tokens.track(token)).instrument());
    }

    @Override
    public Reading read(Plan plan) {
        return new RollReading(start, SteadyBars.of(plan, stepsPerQuarter()), plan.key().map(Contexts::key).orElse(0),
                plan.ends() ? plan.steps() : 0);
    }

    /// {@inheritDoc}
    ///
    /// @throws RequestException NO_NOTES where no part belongs to a track, or TOO_LONG
    @Override
    public TokenSequence encode(Score score) {
        PianoRoll roll = rolls.encode(score);
        if (roll.steps() == 0) {
            throw new RequestException(score.metadata().title(), "NO_NOTES", "there are no notes for any track of the roll.",
                    "Choose music with notes.");
        }
        int[] said = said(roll, score.metadata().title());
        KeyLine keys = KeyLine.of(score, Grid.on(score, stepsPerQuarter()), roll.steps() - 1);
        RollReading reading = new RollReading(start, SteadyBars.of(score, stepsPerQuarter()), 0, roll.steps());
        int[][] context = new int[rows.size()][said.length];
        int[] values = new int[rows.size()];
        for (int i = 0; i < said.length; i++) {
            reading.read(values);
            values[KEY_ROW] = keys.at(reading.step());
            for (int row = 0; row < values.length; row++) {
                context[row][i] = values[row];
            }
            reading.accept(said[i]);
        }
        return new TokenSequence(1, said, context);
    }

    private int[] said(PianoRoll roll, String title) {
        List<BitSet> sounding = new ArrayList<>();
        long size = roll.steps();
        for (PianoRoll.Track track : roll.tracks()) {
            BitSet sounds = track.held();
            sounds.or(track.onsets());
            sounding.add(sounds);
            size += sounds.cardinality();
        }
        if (size > MOST_TOKENS) {
            throw new RequestException(title, "TOO_LONG", "the piano roll takes " + size + " tokens; at most " + MOST_TOKENS
                    + " can be read.", "Cut the music into shorter pieces, or count fewer steps a quarter note.");
        }
        int[] said = new int[(int) size];
        int at = 0;
        for (int step = 0; step < roll.steps(); step++) {
            for (int track = 0; track < sounding.size(); track++) {
                BitSet now = sounding.get(track).get(step * RollTokens.PITCHES, (step + 1) * RollTokens.PITCHES);
                for (int pitch = now.length() - 1; pitch >= 0; pitch = now.previousSetBit(pitch - 1)) {
                    int place = RollTokens.place(track, pitch);
                    said[at++] = roll.tracks().get(track).begins(step, pitch) ? tokens.on(place) : tokens.hold(place);
                }
            }
            said[at++] = RollTokens.STEP;
        }
        return said;
    }

    /// {@inheritDoc} There are 480 ticks a quarter and a part for each track that has notes. A step that the tokens leave
    /// open counts as one.
    ///
    /// @throws IllegalArgumentException where the tokens are none of this tokenizer or leave its grammar
    @Override
    public Score decode(TokenSequence sequence) {
        PianoRoll roll = roll(sequence);
        KeyChanges keys = new KeyChanges(stepsPerQuarter());
        int step = 0;
        for (int i = 0; i < sequence.steps(); i++) {
            keys.at(step, sequence.context(KEY_ROW, i));
            step += sequence.token(i, 0) == RollTokens.STEP ? 1 : 0;
        }
        List<Part> parts = rolls.decode(roll).parts().stream().filter(part -> !part.notes().isEmpty()).toList();
        return new Score(Grid.RESOLUTION, List.of(), bars(sequence).meters(), keys.signatures(), List.of(), List.of(), parts,
                Metadata.NONE);
    }

    /// The tracks that a sequence makes, and their steps.
    public TrackRolls rolls() {
        return rolls;
    }

    private SteadyBars bars(TokenSequence sequence) {
        return sequence.steps() == 0 ? new SteadyBars(0, 0, stepsPerQuarter())
                : SteadyBars.from(sequence.context(METRE_ROW, 0), sequence.context(BAR_ROW, 0), stepsPerQuarter());
    }

    /// The roll that a sequence says, without loss but for keys: all tracks, silent ones too, in the steady bars that its first
    /// step tells.
    ///
    /// @throws IllegalArgumentException where the tokens are none of this tokenizer or leave its grammar
    public PianoRoll roll(TokenSequence sequence) {
        if (sequence.width() != 1 || sequence.contextRows() != rows.size()) {
            throw new IllegalArgumentException("not a piano roll: " + sequence);
        }
        List<BitSet> begun = rolls.tracks().stream().map(_ -> new BitSet()).toList();
        List<BitSet> held = rolls.tracks().stream().map(_ -> new BitSet()).toList();
        RollState state = start;
        for (int i = 0; i < sequence.steps(); i++) {
            int token = sequence.token(i, 0);
            RollState next = state.after(token);
            if (token != RollTokens.STEP) {
                int bit = state.step() * RollTokens.PITCHES + RollTokens.pitchAt(tokens.place(token));
                (tokens.isOn(token) ? begun : held).get(tokens.track(token)).set(bit);
            }
            state = next;
        }
        List<PianoRoll.Track> tracks = new ArrayList<>();
        for (int track = 0; track < begun.size(); track++) {
            tracks.add(new PianoRoll.Track(rolls.tracks().get(track).name(), begun.get(track), held.get(track)));
        }
        SteadyBars bars = bars(sequence);
        return new PianoRoll(state.end(), tracks, new Bars(IntStream.range(0, state.end()).map(bars::position).toArray(),
                IntStream.range(0, state.end()).map(_ -> bars.metre()).toArray()));
    }
}
