/// The features by which MGEval compares sets of music (Yang and Lerch 2018).
package dev.cadenza.evaluate.mgeval;
