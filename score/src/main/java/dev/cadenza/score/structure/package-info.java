/// What listeners hear in notes and files do not say: bars, beats, phrases, voices, the melody.
package dev.cadenza.score.structure;
