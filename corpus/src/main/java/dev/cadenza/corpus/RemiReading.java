package dev.cadenza.corpus;

/// A reading of a REMI stream along what is planned.
final class RemiReading implements EventTokenizer.Reading {

    /// More bars to the end than that are not told apart.
    static final int MOST_LEFT = 32;

    private final RemiTokenizer tokenizer;
    private final int key;
    private final int steps;
    private RemiState state;

    RemiReading(RemiTokenizer tokenizer, RemiState start, Plan plan) {
        this.tokenizer = tokenizer;
        this.state = start;
        this.key = plan.key().map(Contexts::key).orElse(0);
        this.steps = plan.ends() ? plan.steps() : 0;
    }

    @Override
    public void read(int[] values) {
        tokenizer.context(state, key, steps, values);
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
        return state.stepAfter(token);
    }

    @Override
    public int end() {
        return state.end();
    }
}
