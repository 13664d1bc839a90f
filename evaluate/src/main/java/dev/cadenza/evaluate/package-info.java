/// What a metric is, and the music it measures.
package dev.cadenza.evaluate;
