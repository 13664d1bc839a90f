/// Whether music repeats what it was learnt from: an index of passages as hashes, and the search for them in a take.
package dev.cadenza.evaluate.originality;
