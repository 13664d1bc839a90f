/// MusicVAE for learning, on libtorch: the function that `dev.cadenza.model.musicvae` plays, and the bound that is made small.
package dev.cadenza.train.musicvae;
