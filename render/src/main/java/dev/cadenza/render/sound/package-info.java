/// Sound from a score without a sound card: a General MIDI SoundFont, the JDK's own synthesiser driven offline, and a
/// WAV file of even loudness. Start at [Synthesizer].
package dev.cadenza.render.sound;
