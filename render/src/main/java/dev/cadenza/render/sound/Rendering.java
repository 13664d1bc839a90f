package dev.cadenza.render.sound;

/// What came of a recording.
///
/// @param bank the sounds it was made with
/// @param levels what was written
/// @param loudnessLufs loudness before the gain; negative infinity for silence
/// @param gainDb what was added to reach the target, or less where the ceiling forbade more; 0 for silence
public record Rendering(SoundBank bank, AudioLevels levels, double loudnessLufs, double gainDb) {
}
