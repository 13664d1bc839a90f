/// Four-part writing: how voices move against each other, and whether a chorale repeats others.
package dev.cadenza.evaluate.voices;
