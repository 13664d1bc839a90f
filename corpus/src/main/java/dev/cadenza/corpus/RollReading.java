package dev.cadenza.corpus;

/// A reading of a piano roll, said step by step, along what is planned.
final class RollReading implements EventTokenizer.Reading {

    private final SteadyBars bars;
    private final int key;
    private final int end;
    private RollState state;

    /// @param key number of the key, 0 where it is not known
    /// @param end steps of the piece, 0 where that is not known
    RollReading(RollState start, SteadyBars bars, int key, int end) {
        this.state = start;
        this.bars = bars;
        this.key = key;
        this.end = end;
    }

    @Override
    public void read(int[] values) {
        values[RollTokenizer.BAR_ROW] = bars.position(state.step());
        values[RollTokenizer.METRE_ROW] = bars.metre();
        values[RollTokenizer.TRACK_ROW] = state.track();
        values[RollTokenizer.KEY_ROW] = key;
        values[RollTokenizer.LEFT_ROW] = end == 0 ? 0 : Math.min(RemiReading.MOST_LEFT, bars.left(state.step(), end));
    }

    @Override
    public void accept(int token) {
        state = state.after(token);
    }

    @Override
    public RollState state() {
        return state;
    }

    @Override
    public int step() {
        return state.step();
    }

    @Override
    public int stepAfter(int token) {
        return state.step() + (token == RollTokens.STEP ? 1 : 0);
    }

    @Override
    public int end() {
        return state.end();
    }
}
