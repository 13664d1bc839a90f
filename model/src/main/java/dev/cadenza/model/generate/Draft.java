package dev.cadenza.model.generate;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.score.KeySignature;
import java.util.Set;

/// What one attempt has written.
///
/// @param sequence the whole piece, what it was given included
/// @param key the key of its outline or else of its notes
/// @param notices of masks that had to be passed over
/// @param forced how much the masks had to bend the model where that was counted: the negative logarithm of the
///               probability that it would have kept inside them by itself, in nats
record Draft(TokenSequence sequence, KeySignature key, Set<String> notices, double forced) {
}
