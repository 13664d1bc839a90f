package dev.cadenza.app;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.render.sound.SoundFont;
import dev.cadenza.render.sound.SoundMeasures;
import dev.cadenza.render.sound.Synthesizer;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What the rendered sound of a piece is like. All are rendered in one way, as `render` does, one at a time.
final class SoundMetrics {

    private static final String SOURCE = "EBU R128, Cadenza";

    private final SoundFont font;

    private SoundMetrics(SoundFont font) {
        this.font = font;
    }

    static List<Metric> all(SoundFont font) {
        SoundMetrics sound = new SoundMetrics(font);
        return List.of(
                sound.metric("loudness", "LUFS", "How loud the rendered sound is.", SoundMeasures::loudnessLufs),
                sound.metric("loudness_range", "LU", "How far loud and soft passages lie apart.", SoundMeasures::loudnessRangeLu),
                sound.metric("true_peak", "dBTP", "How high the highest peak is.", SoundMeasures::truePeakDbtp),
                sound.metric("silence_share", "share", "How much of the sound is silent.", SoundMeasures::silenceShare),
                sound.metric("spectral_centroid", "Hz", "How bright the sound is.", SoundMeasures::centroidHz),
                sound.metric("onsets_per_second", "onsets a second", "How many sounds begin each second.", SoundMeasures::onsetsPerSecond));
    }

    private Metric metric(String name, String unit, String meaning, ToDoubleFunction<SoundMeasures> value) {
        return Metric.of(name, Aspect.SOUND, unit, SOURCE, meaning, hearing -> value.applyAsDouble(measures(hearing)));
    }

    private SoundMeasures measures(Hearing hearing) {
        return hearing.derived(SoundMeasures.class, heard -> rendered(heard.score()));
    }

    private synchronized SoundMeasures rendered(Score score) {
        try {
            Path wav = Files.createTempFile("cadenza-sound-", ".wav");
            try {
                Synthesizer.render(score, font, wav);
                return SoundMeasures.of(wav);
            } finally {
                Files.deleteIfExists(wav);
            }
        } catch (IOException e) {
            throw new EnvironmentException("", "NO_TEMPORARY_SPACE", "the sound needs a temporary file, which cannot be written.",
                    "Make room in the folder for temporary files, or name another with -Djava.io.tmpdir.", e);
        }
    }
}
