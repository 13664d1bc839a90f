/// Published data sets: readers for the ways their files lie together, and the sets by name, with where they come from,
/// under which licence, and how to tell that a copy is the right one.
package dev.cadenza.corpus.dataset;
