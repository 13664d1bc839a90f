/// Scores as files that other programs make or take: our JSON score, notes as CSV, piano rolls as NumPy archives, JSON and
/// MATLAB files. Readers take bytes nobody vouches for: the outcome is a score or a [dev.cadenza.score.CadenzaException].
package dev.cadenza.corpus.exchange;
