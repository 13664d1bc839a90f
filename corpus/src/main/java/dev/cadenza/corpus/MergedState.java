package dev.cadenza.corpus;

import java.util.BitSet;
import java.util.List;

/// A place in a stream of merged tokens. Immutable.
///
/// @param base what the parts so far have come to
/// @param open where tokens longer than those written could still end; they must not
record MergedState(MergedTokens tokens, Grammar.State base, List<MergedTokens.Node> open) implements Grammar.State {

    @Override
    public BitSet allowed() {
        return tokens.allowed(base, open);
    }

    @Override
    public MergedState after(int token) {
        List<MergedTokens.Node> next = tokens.after(open, token);
        Grammar.State state = base;
        for (int part : tokens.parts(token)) {
            state = state.after(part);
        }
        return new MergedState(tokens, state, next);
    }

    @Override
    public boolean mayEnd() {
        return base.mayEnd();
    }
}
