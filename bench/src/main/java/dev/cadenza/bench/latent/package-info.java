/// How music moves in the space of a model.
package dev.cadenza.bench.latent;
