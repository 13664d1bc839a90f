package dev.cadenza.model.generate;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// What tokens a wish leaves. A mask keeps no state, since it serves several drafts of a take: what it needs to know of the
/// past stands in the [Writing].
interface Mask {

    /// Takes tokens away; the caller passes the mask over where nothing would be left.
    ///
    /// @param tokens those that are left so far
    void narrow(BitSet tokens, Writing writing);

    /// What the take says where the mask had to be passed over; empty for nothing.
    default String notice() {
        return "";
    }

    /// Takes away the tokens of one kind.
    static void remove(BitSet tokens, IntPredicate unwanted) {
        for (int token = tokens.nextSetBit(0); token >= 0; token = tokens.nextSetBit(token + 1)) {
            if (unwanted.test(token)) {
                tokens.clear(token);
            }
        }
    }

    /// Keeps the tokens whose pitch is wanted; tokens after which the place is silent stay.
    static void keepPitches(BitSet tokens, Writing writing, IntPredicate wanted) {
        remove(tokens, token -> {
            int pitch = writing.sounding(token);
            return pitch >= 0 && !wanted.test(pitch);
        });
    }
}
