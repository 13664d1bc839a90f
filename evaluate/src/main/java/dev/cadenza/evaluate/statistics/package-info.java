/// Statistics that compare two sets of pieces: intervals, densities, distances, and how well the sets can be told apart.
package dev.cadenza.evaluate.statistics;
