package dev.cadenza.corpus;

/// A fact about each step that is given to a network beside the tokens, and never generated: where in the bar the step
/// lies, how many steps are left, in which key the piece is.
///
/// @param name stable name, part of checkpoints
/// @param size number of values; 0 always means "not known"
/// @param hint whether it is more than the past tells: a hint is withheld at random while learning, always withheld
///             when a likelihood is measured, and given when music is made
public record ContextRow(String name, int size, boolean hint) {
}
