/// Harmony: keys over time, chords, Roman numerals, cadences, and progressions as one writes them.
package dev.cadenza.score.harmony;
