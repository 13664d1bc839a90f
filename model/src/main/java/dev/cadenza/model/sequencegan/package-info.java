/// A sequence GAN that plays: noise through a recurrent generator becomes notes.
package dev.cadenza.model.sequencegan;
