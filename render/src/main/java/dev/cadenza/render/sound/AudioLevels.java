package dev.cadenza.render.sound;

import java.nio.file.Path;

/// What a meter shows of a recording.
///
/// @param seconds length
/// @param peakDbfs highest sample in dB below full scale (0 is full scale); negative infinity for silence
/// @param rmsDbfs root mean square over both channels; a full-scale sine has -3; negative infinity for silence
/// @param longestSilenceSeconds longest stretch in which no sample rises above -60 dBFS
/// @param clippedSamples samples at the highest or lowest value that 16 bits can hold
public record AudioLevels(double seconds, double peakDbfs, double rmsDbfs, double longestSilenceSeconds,
        long clippedSamples) {

    /// Measures a WAV file of 16-bit samples, one or two channels.
    ///
    /// @throws dev.cadenza.score.CadenzaException.InputException where the file is none
    public static AudioLevels of(Path wav) {
        return WavReader.read(wav, LevelMeter::new).levels();
    }

    /// Measures interleaved 16-bit samples.
    ///
    /// @param channels 1 or more
    /// @param framesPerSecond sample rate
    public static AudioLevels of(short[] samples, int channels, int framesPerSecond) {
        LevelMeter meter = new LevelMeter(channels, framesPerSecond);
        for (short sample : samples) {
            meter.add(sample);
        }
        return meter.levels();
    }
}
