/// Pieces compared with a corpus: numbers, sentences, a page.
package dev.cadenza.evaluate.report;
