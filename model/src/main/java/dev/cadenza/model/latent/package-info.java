/// The space of a [dev.cadenza.model.Latent] model: ways between points, and directions along which a property of the music grows.
package dev.cadenza.model.latent;
