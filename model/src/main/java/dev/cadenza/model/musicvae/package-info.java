/// MusicVAE (Roberts et al. 2018) ready to play: excerpts to points of a latent space and back.
package dev.cadenza.model.musicvae;
