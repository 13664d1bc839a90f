package dev.cadenza.corpus;

import java.util.List;

/// A reading of merged tokens through their parts.
final class MergedReading implements EventTokenizer.Reading {

    private final MergedTokens tokens;
    private final EventTokenizer.Reading base;
    private List<MergedTokens.Node> open = List.of();

    MergedReading(MergedTokens tokens, Plan plan) {
        this.tokens = tokens;
        this.base = tokens.base.read(plan);
    }

    @Override
    public void read(int[] values) {
        base.read(values);
    }

    @Override
    public void accept(int token) {
        open = tokens.after(open, token);
        for (int part : tokens.parts(token)) {
            base.accept(part);
        }
    }

    @Override
    public Grammar.State state() {
        return new MergedState(tokens, base.state(), open);
    }

    @Override
    public int step() {
        return base.step();
    }

    @Override
    public int stepAfter(int token) {
        return base.stepAfter(tokens.parts(token)[0]);
    }

    @Override
    public int end() {
        return base.end();
    }
}
