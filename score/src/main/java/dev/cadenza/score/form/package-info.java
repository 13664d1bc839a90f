/// The form of a score: in which order its written bars are played. Start at [Playthrough].
package dev.cadenza.score.form;
