package dev.cadenza.model;

/// A model whose music is decided by noise and then by chance: given its noise, it tells what comes next, as any
/// [Autoregressive] model does. What holds for those (limits, keys, endings, music that goes on) holds for it.
public non-sealed interface NoiseDriven extends MusicModel {

    /// How many numbers of noise there are.
    int noise();

    /// The model of pieces with that noise.
    ///
    /// @param noise ([#noise]) drawn from a normal distribution with variance 1
    Autoregressive given(float[] noise);
}
