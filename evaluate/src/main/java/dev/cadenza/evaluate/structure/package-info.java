/// Repetition and form: the measures of MusDr (Wu and Yang 2020).
package dev.cadenza.evaluate.structure;
