package dev.cadenza.corpus;

/// Music as a network sees it. The kinds of it are closed: a model family reads exactly one of them.
public sealed interface Encoding permits TokenSequence, PianoRoll, VoiceGrid {
}
