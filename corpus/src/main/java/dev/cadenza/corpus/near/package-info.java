/// Which pieces are nearly the same: sketches of their upper lines, and clusters of pieces whose sketches are alike.
package dev.cadenza.corpus.near;
