package dev.cadenza.render.sound;

import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Score;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Plays a score through the sound card, where there is one.
public final class Player {

    private static final AudioFormat FORMAT = new AudioFormat(Gervill.FRAMES_PER_SECOND, 16, 2, true, false);
    private static final int HEADER_BYTES = 44;

    private Player() {
    }

    /// Plays to the end, or until the thread is interrupted.
    ///
    /// @throws EnvironmentException where this machine has no sound card; it is looked for before anything is rendered
    public static void play(Score score, SoundFont font) {
        try (SourceDataLine line = open()) {
            Path wav = Files.createTempFile("cadenza", ".wav");
            try {
                Synthesizer.render(score, font, wav);
                send(wav, line);
            } finally {
                Files.deleteIfExists(wav);
            }
        } catch (IOException e) {
            throw new EnvironmentException("", "NO_TEMPORARY_SPACE", "the recording cannot be kept while it plays (" + FileFaults.reason(e) + ").",
                    "Make room in the folder for temporary files.", e);
        }
    }

    private static SourceDataLine open() {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT);
            return line;
        } catch (LineUnavailableException | IllegalArgumentException e) {
            throw new EnvironmentException("", "NO_SOUND_CARD", "this machine has no sound card that can be played on.",
                    "Make a file instead, with cadenza render FILE --to wav, and play it elsewhere.", e);
        }
    }

    private static void send(Path wav, SourceDataLine line) throws IOException {
        line.start();
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = Files.newInputStream(wav)) {
            in.skipNBytes(HEADER_BYTES);
            for (int size = in.readNBytes(buffer, 0, buffer.length); size > 0 && !Thread.currentThread().isInterrupted();
                    size = in.readNBytes(buffer, 0, buffer.length)) {
                line.write(buffer, 0, size);
            }
        }
        if (!Thread.currentThread().isInterrupted()) {
            line.drain();
        }
    }
}
