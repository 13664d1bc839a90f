package dev.cadenza.model;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;

/// A model that gives the probabilities of any cell of four voices, given all others: music comes out by drawing cells again and
/// again.
public non-sealed interface Gibbs extends MusicModel {

    @Override
    SatbTokenizer tokenizer();

    /// Whether cells may be unknown; else all must hold something before the first are drawn.
    boolean readsUnknown();

    /// Logits of what some cells could hold, each given all other cells that are known; a cell that is asked for counts as
    /// unknown where [#readsUnknown], else only for itself.
    ///
    /// @param grid where cells may be [VoiceGrid#UNKNOWN] only if [#readsUnknown]
    /// @param cells numbers of cells, `step * voices + voice`
    /// @param threads processors to use; the logits do not depend on it
    /// @return cells x symbols
    float[][] logits(VoiceGrid grid, int[] cells, int threads);
}
