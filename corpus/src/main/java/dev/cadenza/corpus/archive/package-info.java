/// Unpacks archives that nobody vouches for.
package dev.cadenza.corpus.archive;
