/// Standard MIDI files in and out. [dev.cadenza.score.midi.MidiReader] repairs what can be repaired and says so;
/// [dev.cadenza.score.midi.MidiWriter] writes format 1. What is kept and what is not stands in `docs/formats/midi.md`.
package dev.cadenza.score.midi;
