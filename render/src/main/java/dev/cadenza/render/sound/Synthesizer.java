package dev.cadenza.render.sound;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Score;
import java.nio.file.Path;

/// Makes a WAV file (44.1 kHz, 16 bits, stereo) of a score, faster than it plays and without a sound card.
///
/// Every part has a channel of its own, with its velocities, controllers, pedal, bends and changes of program; drums play
/// on channel 10. Loudness is measured after ITU-R BS.1770-4 and set by one gain for the whole piece, so dynamics stay as
/// they are; nothing clips. Equal score, bank and settings give equal bytes on one Java version and processor kind.
///
/// A score in which nothing sounds although it has notes (all volumes at 0) becomes a silent file, as it would on an
/// instrument; one without notes is refused.
public final class Synthesizer {

    private Synthesizer() {
    }

    /// Renders with [SoundSettings#STANDARD].
    ///
    /// @throws RequestException where the score has no notes, lasts over three hours, or has over 256 sounding parts
    /// @throws dev.cadenza.score.CadenzaException.OutputException where `wav` cannot be written
    public static Rendering render(Score score, SoundFont font, Path wav) {
        return render(score, font, SoundSettings.STANDARD, wav);
    }

    /// Renders to `wav`, replacing what was there.
    ///
    /// @throws RequestException where the score has no notes, lasts longer than the settings allow, or has over 256
    ///     sounding parts
    /// @throws dev.cadenza.score.CadenzaException.OutputException where `wav` cannot be written
    public static Rendering render(Score score, SoundFont font, SoundSettings settings, Path wav) {
        SynthSequence sequence = SynthSequence.of(score, settings.maxSeconds());
        try (Take take = Take.record(sequence, font, settings.reverb())) {
            double gain = gain(take, settings);
            LevelMeter meter = new LevelMeter(2, Gervill.FRAMES_PER_SECOND);
            AtomicFiles.write(wav, out -> {
                WavWriter.header(out, take.frames(), 2, Gervill.FRAMES_PER_SECOND);
                take.copyTo(out, (float) gain, meter);
            });
            return new Rendering(font.bank(), meter.levels(), take.lufs(), Decibels.of(gain));
        }
    }

    private static double gain(Take take, SoundSettings settings) {
        if (take.peak() <= 0) {
            return 1;
        }
        double ceiling = Decibels.amplitude(settings.ceilingDbfs()) / take.peak();
        return take.lufs() == Double.NEGATIVE_INFINITY ? ceiling
                : Math.min(ceiling, Decibels.amplitude(settings.targetLufs() - take.lufs()));
    }
}
