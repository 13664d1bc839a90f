/// ABC tunes, read.
package dev.cadenza.score.abc;
