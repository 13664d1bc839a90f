/// Scores as bytes, without loss, in files that notice when they are damaged.
package dev.cadenza.corpus.store;
