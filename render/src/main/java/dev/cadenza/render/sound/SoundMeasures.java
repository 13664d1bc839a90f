package dev.cadenza.render.sound;

import java.nio.file.Path;

/// What can be measured of a sound, as one hears it.
///
/// @param seconds length
/// @param loudnessLufs integrated loudness after EBU R128 (ITU-R BS.1770-4); negative infinity where nothing passes its gates
/// @param loudnessRangeLu how far loud and soft passages lie apart, after EBU Tech 3342, in LU; 0 where less than 3 s sound
/// @param truePeakDbtp highest value between samples too, in dB below full scale; negative infinity for silence
/// @param silenceShare share of the length in stretches of a tenth of a second and more without a sample above -60 dBFS, 0..1
/// @param centroidHz where the middle of the spectrum lies (brightness); NaN for silence
/// @param onsetsPerSecond how many sounds begin each second; 0 for an empty file
public record SoundMeasures(double seconds, double loudnessLufs, double loudnessRangeLu, double truePeakDbtp, double silenceShare,
        double centroidHz, double onsetsPerSecond) {

    /// Measures interleaved 16-bit samples.
    ///
    /// @param channels 1 or 2
    /// @param framesPerSecond sample rate, 100 or more
    public static SoundMeasures of(short[] samples, int channels, int framesPerSecond) {
        SoundMeter meter = new SoundMeter(channels, framesPerSecond);
        for (short sample : samples) {
            meter.add(sample);
        }
        return meter.measures();
    }

    /// Measures a WAV file of 16-bit samples, one or two channels, as it is read: a long one takes no more memory.
    ///
    /// @throws dev.cadenza.score.CadenzaException.InputException where the file is none
    public static SoundMeasures of(Path wav) {
        return WavReader.read(wav, SoundMeter::new).measures();
    }
}
