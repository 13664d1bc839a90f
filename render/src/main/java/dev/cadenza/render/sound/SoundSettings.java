package dev.cadenza.render.sound;

/// How a recording shall sound.
///
/// @param targetLufs loudness to reach, -40..-5 LUFS (ITU-R BS.1770-4, gated)
/// @param ceilingDbfs highest sample allowed, -20..-0.1 dBFS; where the two disagree, the ceiling wins and the recording
///     stays softer than the target, because a limiter would change the music
/// @param reverb whether the synthesiser's room is heard
/// @param maxSeconds longest recording, 1..10,800; longer scores are refused before anything is written
public record SoundSettings(double targetLufs, double ceilingDbfs, boolean reverb, double maxSeconds) {

    /// Three hours: a WAV of 1.9 GB, short of the 4 GB that its header can state.
    public static final double LONGEST_SECONDS = 10_800;

    /// -16 LUFS below -1 dBFS, with reverb.
    public static final SoundSettings STANDARD = new SoundSettings(-16, -1, true, LONGEST_SECONDS);

    public SoundSettings {
        within("target loudness", targetLufs, -40, -5);
        within("ceiling", ceilingDbfs, -20, -0.1);
        within("longest recording", maxSeconds, 1, LONGEST_SECONDS);
    }

    private static void within(String what, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(what + " must be between " + lowest + " and " + highest + ", not " + value);
        }
    }
}
