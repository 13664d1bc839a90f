package dev.cadenza.app;

import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.render.sound.SoundClip;
import dev.cadenza.render.sound.SoundFont;
import dev.cadenza.render.sound.SoundMeasures;
import dev.cadenza.render.sound.SoundSettings;
import dev.cadenza.render.sound.Synthesizer;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the clips of a study: all rendered in one way, all as loud as each other.
final class StudySounds implements AutoCloseable {

    /// Loudness aimed at: headroom enough for a piano without a limiter.
    static final double WANTED_LUFS = -20;
    private static final double CEILING_DBTP = -1;
    private static final double FADE_SECONDS = 2;
    private static final SoundSettings SETTINGS = new SoundSettings(-16, -1, true, SoundClip.LONGEST_SECONDS);

    private final SoundFont font;
    private final Path workplace;
    private final List<Raw> raws = new ArrayList<>();

    /// A clip before it is as loud as the others.
    private record Raw(Path wav, StudyExcerpt excerpt, SoundMeasures measures) {

        /// How loud it can be without its peaks rising above the ceiling.
        double loudest() {
            return measures.loudnessLufs() + CEILING_DBTP - measures.truePeakDbtp();
        }
    }

    StudySounds(SoundFont font) {
        this.font = font;
        try {
            this.workplace = Files.createTempDirectory("cadenza-study");
        } catch (IOException e) {
            throw new EnvironmentException("study", "NO_TEMPORARY_FOLDER", "no temporary folder can be made.",
                    "Free some space, or name another folder with -Djava.io.tmpdir.", e);
        }
    }

    /// Renders an excerpt.
    ///
    /// @return whether something is heard of it; it is passed over otherwise
    boolean render(StudyExcerpt excerpt) {
        Path wav = workplace.resolve(raws.size() + ".wav");
        Synthesizer.render(excerpt.score(), font, SETTINGS, wav);
        SoundMeasures measures = clip(wav, excerpt).measures();
        if (measures.loudnessLufs() == Double.NEGATIVE_INFINITY) {
            return false;
        }
        raws.add(new Raw(wav, excerpt, measures));
        return true;
    }

    private static SoundClip clip(Path wav, StudyExcerpt excerpt) {
        return SoundClip.cut(wav, excerpt.lead(), excerpt.seconds(), Math.min(FADE_SECONDS, excerpt.seconds() / 2));
    }

    /// The loudness that all clips can have: what is wanted, or less where the peaks of one forbid it.
    double loudness() {
        double loudest = raws.stream().mapToDouble(Raw::loudest).min().orElse(WANTED_LUFS);
        return Math.rint(Math.min(WANTED_LUFS, loudest - 0.05) * 10) / 10;
    }

    /// Writes one of the clips.
    ///
    /// @param index which, in the order in which they were rendered
    void write(int index, StudyFolder folder, String key, double lufs) {
        Raw raw = raws.get(index);
        clip(raw.wav(), raw.excerpt()).write(folder.clip(key), lufs - raw.measures().loudnessLufs());
    }

    @Override
    public void close() {
        try {
            Folders.delete(workplace);
        } catch (IOException e) {
            // The system clears its temporary folder by itself.
        }
    }
}
