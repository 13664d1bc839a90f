/// Metrics of one piece: MusPy's, MuseGAN's, and those of chords, melody, rhythm and expression. Definitions:
/// `docs/reference/metrics.md`.
package dev.cadenza.evaluate.metric;
