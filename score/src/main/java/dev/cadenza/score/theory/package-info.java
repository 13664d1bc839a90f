/// Music theory as functions over scores: keys, scales, bars, clock time, spelling.
package dev.cadenza.score.theory;
