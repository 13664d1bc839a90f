package dev.cadenza.corpus;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.GeneralMidi;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.Chord;
import java.util.ArrayList;
import java.util.List;

/// Turns the tokens of a REMI stream into a score.
final class RemiDecoder {

    private final RemiTokens tokens;
    private final int stepsPerQuarter;
    private final List<List<Note>> notes = new ArrayList<>();
    private final List<Tempo> tempos = new ArrayList<>();
    private final List<ChordSymbol> chords = new ArrayList<>();
    private final List<Meter> meters = new ArrayList<>();
    private final KeyChanges keys;
    private boolean cut;

    private RemiDecoder(RemiTokens tokens, int stepsPerQuarter) {
        this.tokens = tokens;
        this.stepsPerQuarter = stepsPerQuarter;
        this.keys = new KeyChanges(stepsPerQuarter);
        for (int slot = 0; slot < tokens.tracks(); slot++) {
            notes.add(new ArrayList<>());
        }
    }

    /// @throws IllegalArgumentException where a token is not allowed at its place
    static Score score(RemiTokens tokens, int stepsPerQuarter, TokenSequence sequence, int keyRow) {
        return new RemiDecoder(tokens, stepsPerQuarter).decode(sequence, keyRow);
    }

    private Score decode(TokenSequence sequence, int keyRow) {
        RemiState state = new RemiState(tokens);
        for (int i = 0; i < sequence.steps(); i++) {
            int token = sequence.token(i, 0);
            keys.at(state.step(), sequence.context(keyRow, i));
            if (token == RemiTokens.BAR) {
                bar(state);
            }
            state = state.after(token);
            take(token, state);
        }
        bar(state);
        if (cut) {
            meters.add(at(state.barStart() + state.barLength(), tokens.metre(state.metre())));
        }
        return new Score(Grid.RESOLUTION, tempos, meters, keys.signatures(), chords, List.of(), parts(), Metadata.NONE);
    }

    private long tick(int step) {
        return Grid.tick(step, stepsPerQuarter);
    }

    private Meter at(int step, Meter meter) {
        return new Meter(tick(step), meter.numerator(), meter.denominator());
    }

    /// States the metre of a bar that is complete. After a bar that was cut short it is stated again.
    private void bar(RemiState state) {
        if (state.metre() < 0) {
            return;
        }
        Meter meter = tokens.metre(state.metre());
        boolean same = !meters.isEmpty() && meters.getLast().numerator() == meter.numerator()
                && meters.getLast().denominator() == meter.denominator();
        if (!same || cut) {
            meters.add(at(state.barStart(), meter));
        }
        cut = state.cut();
    }

    private void take(int token, RemiState state) {
        long tick = tick(state.step());
        if (tokens.duration.has(token)) {
            long length = tick(tokens.durations.steps(token - tokens.duration.from()));
            notes.get(state.slot()).add(new Note(tick, length, Pitch.of(state.midi()), state.velocity()));
        } else if (tokens.tempo.has(token)) {
            tempos.add(Tempos.tempo(tick, token - tokens.tempo.from()));
        } else if (tokens.chord.has(token)) {
            int number = token - tokens.chord.from() - 1;
            chords.add(new ChordSymbol(tick, number < 0 ? "N.C." : Chord.on(ChordTokens.root(number),
                    ChordTokens.kind(number)).text()));
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int slot = 0; slot < notes.size(); slot++) {
            if (!notes.get(slot).isEmpty()) {
                Instrument instrument = tokens.options.programs() ? tokens.slots.slot(slot).instrument() : Instrument.PIANO;
                int index = tokens.options.programs() ? tokens.slots.slot(slot).index() : 1;
                parts.add(new Part(GeneralMidi.name(instrument) + (index > 1 ? " " + index : ""), instrument, notes.get(slot)));
            }
        }
        return parts;
    }
}
