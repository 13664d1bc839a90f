/// Blind listening studies: what is asked of whom in which order, what the answers say, and how sure one may be of it.
package dev.cadenza.evaluate.study;
