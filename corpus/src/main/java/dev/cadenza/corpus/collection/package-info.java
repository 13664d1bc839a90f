/// Corpora: imported from files, stored, opened for learning. All of them are read the same way: a
/// [dev.cadenza.corpus.read.Layout] finds items, items give pieces, several at a time and yet in order.
package dev.cadenza.corpus.collection;
