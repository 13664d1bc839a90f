package dev.cadenza.corpus;

/// A reading of a MIDI-like stream along what is planned.
final class MidiLikeReading implements EventTokenizer.Reading {

    private final MidiLikeTokens tokens;
    private final SteadyBars bars;
    private final int key;
    private final int steps;
    private MidiLikeState state;

    MidiLikeReading(MidiLikeTokenizer tokenizer, Plan plan) {
        tokens = tokenizer.tokens();
        state = tokenizer.start();
        bars = SteadyBars.of(plan, tokenizer.stepsPerQuarter());
        key = plan.key().map(Contexts::key).orElse(0);
        steps = plan.ends() ? plan.steps() : 0;
    }

    @Override
    public void read(int[] values) {
        MidiLikeTokenizer.context(bars, state.step(), key, steps, values);
    }

    @Override
    public void accept(int token) {
        state = state.after(token);
    }

    @Override
    public Grammar.State state() {
        return state;
    }

    @Override
    public int step() {
        return state.step();
    }

    @Override
    public int stepAfter(int token) {
        return state.step() + tokens.shift(token);
    }

    @Override
    public int end() {
        return state.step() + (state.silent() ? 0 : 1);
    }
}
