package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Speller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A melody and its chords on a grid: each step has a token for the melody, then one for the chord.
///
/// The melody is as in [MelodyTokenizer]: token 0 is `hold`, 1 is `rest`, 2..129 begin a note. For the chord `hold` means
/// that it goes on, 130 `none` that there is none, and the others are twelve roots times eleven kinds, named as by Harte et
/// al. (2005): `C:maj`, `A:min7`. Other kinds become the nearest of these: a ninth its seventh, a sixth its triad, an altered
/// dominant a plain one. The bass of a chord is left out. A chord that is stated again goes on.
///
/// Of a score it keeps what [MelodyTokenizer] keeps, and its chords: the chord symbols or, where there are none, those of a
/// part that strikes chords, or else those that the other parts sound. Chords after the melody's end are left out.
///
/// `decode` writes chord symbols, spelled by the key, and a part named Chords that plays them, anew in each bar.
/// `encode(decode(e)).equals(e)` holds for what `encode` makes, and for tokens of the [#grammar()] with the context of a
/// [Plan] that states a key and ends.
public final class LeadSheetTokenizer implements GridTokenizer {

    /// Stable name, part of checkpoints.
    public static final String NAME = "lead-sheet";

    static final int NONE = MelodyTokenizer.SIZE;
    static final int FIRST_CHORD = NONE + 1;
    static final int SIZE = FIRST_CHORD + ChordTokens.COUNT;

    private static final int PLACES = 2;
    private static final int MELODY = 0;
    private static final int CHORD = 1;
    private static final int VELOCITY = 60;

    private final MelodyTokenizer melody;
    private final Vocabulary vocabulary;
    private final Grammar grammar = new LeadSheetGrammar();

    /// @param stepsPerQuarter a divisor of 480; 4 for sixteenths, 12 or 24 where there are triplets
    /// @throws IllegalArgumentException where it is not
    public LeadSheetTokenizer(int stepsPerQuarter) {
        melody = new MelodyTokenizer(stepsPerQuarter);
        List<String> names = new ArrayList<>(melody.vocabulary().names());
        names.add("none");
        names.addAll(ChordTokens.names());
        vocabulary = new Vocabulary(names);
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
        return PLACES;
    }

    @Override
    public int voices() {
        return 1;
    }

    @Override
    public int stepsPerQuarter() {
        return melody.stepsPerQuarter();
    }

    @Override
    public List<ContextRow> contextRows() {
        return melody.contextRows();
    }

    @Override
    public int[][] context(Plan plan) {
        return melody.context(plan);
    }

    @Override
    public int transpose(int token, int semitones) {
        return token < NONE ? melody.transpose(token, semitones)
                : token == NONE ? NONE : FIRST_CHORD + ChordTokens.transposed(token - FIRST_CHORD, semitones);
    }

    @Override
    public int pitch(int token, int place) {
        return place == MELODY && token < NONE ? melody.pitch(token, MELODY) : -1;
    }

    @Override
    public int sounding(int token, int before) {
        return token < NONE ? melody.sounding(token, before) : -1;
    }

    @Override
    public boolean begins(int token, int before) {
        return token >= NONE || melody.begins(token, before);
    }

    @Override
    public Optional<Chord> chord(int token) {
        return token < FIRST_CHORD ? Optional.empty() : Optional.of(Chord.on(ChordTokens.root(token - FIRST_CHORD),
                ChordTokens.kind(token - FIRST_CHORD)));
    }

    /// {@inheritDoc}
    ///
    /// @throws CadenzaException.RequestException NO_MELODY where there is nothing to sing, or TOO_LONG
    @Override
    public TokenSequence encode(Score score) {
        MelodyLine line = MelodyLine.of(score, stepsPerQuarter());
        TokenSequence sung = melody.encode(score, line);
        int[] chords = ChordLine.of(score, line, melody.bars(sung), stepsPerQuarter());
        int[] tokens = new int[PLACES * sung.steps()];
        for (int step = 0; step < sung.steps(); step++) {
            tokens[PLACES * step + MELODY] = sung.token(step, 0);
            boolean changes = step == 0 || chords[step] != chords[step - 1];
            tokens[PLACES * step + CHORD] = !changes ? MelodyTokenizer.HOLD
                    : chords[step] == ChordTokens.NONE ? NONE : FIRST_CHORD + chords[step];
        }
        return new TokenSequence(PLACES, tokens, sung.context());
    }

    /// {@inheritDoc} Parts are named Melody and Chords; there are 480 ticks a quarter.
    ///
    /// @throws IllegalArgumentException where the sequence is not one of this tokenizer
    @Override
    public Score decode(TokenSequence sequence) {
        if (sequence.width() != PLACES) {
            throw new IllegalArgumentException("not a lead sheet: " + sequence);
        }
        int[] sung = new int[sequence.steps()];
        for (int step = 0; step < sung.length; step++) {
            sung[step] = sequence.token(step, MELODY);
        }
        TokenSequence line = new TokenSequence(1, sung, sequence.context());
        Score score = melody.decode(line);
        Chords chords = new Chords(line);
        for (int step = 0; step <= sequence.steps(); step++) {
            chords.at(step, step < sequence.steps() ? sequence.token(step, CHORD) : NONE);
        }
        List<Part> parts = List.of(score.parts().getFirst(), new Part("Chords", Instrument.PIANO, chords.notes));
        return new Score(score.resolution(), score.tempos(), score.meters(), score.keys(), chords.symbols, score.markers(),
                parts, Metadata.NONE);
    }

    /// Symbols and notes of the chords, step by step.
    private final class Chords {

        private final TokenSequence line;
        private final Bars bars;
        private final List<ChordSymbol> symbols = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();
        private final ChordVoicing voicing = new ChordVoicing();
        private List<Integer> sounding = List.of();
        private int struck;

        Chords(TokenSequence line) {
            this.line = line;
            bars = melody.bars(line);
        }

        void at(int step, int token) {
            boolean changes = token != MelodyTokenizer.HOLD;
            if (!changes && bars.position()[step] != 1) {
                return;
            }
            long onset = Grid.tick(struck, stepsPerQuarter());
            long end = Grid.tick(step, stepsPerQuarter());
            sounding.forEach(pitch -> notes.add(new Note(onset, end - onset, Pitch.of(pitch), VELOCITY)));
            struck = step;
            if (changes) {
                sounding = chord(token).map(chord -> voicing.next(chord.root().pitchClass(), chord.quality()))
                        .orElse(List.of());
                if (step < line.steps() && (token != NONE || !symbols.isEmpty())) {
                    symbols.add(new ChordSymbol(end, text(token, step)));
                }
            }
        }

        private String text(int token, int step) {
            return chord(token).map(chord -> new Chord(spelled(chord.root(), step), chord.quality()).text()).orElse("N.C.");
        }

        private Spelling spelled(Spelling root, int step) {
            return melody.key(line, step).map(key -> Speller.spell(root.pitchClass(), Key.of(key)).spelling()).orElse(root);
        }
    }
}
