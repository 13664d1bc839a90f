/// Simple models that a network must beat before it is worth anything.
package dev.cadenza.corpus.baseline;
