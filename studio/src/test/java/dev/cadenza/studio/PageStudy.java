package dev.cadenza.studio;

import dev.cadenza.app.StudyHost.ServeListener;
import dev.cadenza.app.StudyHost.ServeSettings;
import dev.cadenza.evaluate.study.Clip;
import dev.cadenza.evaluate.study.Question;
import dev.cadenza.evaluate.study.Side;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyDesign.AttentionCheck;
import dev.cadenza.evaluate.study.StudyFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Serves a small study whose clips sound, for the tests of the page in a browser (`studio/page/browser-test`). Prints the address
/// and every listener who is done, and ends when it is killed.
final class PageStudy {

    private static final int CLIPS_OF_A_SIDE = 3;
    private static final int SECONDS = 8;
    private static final int RATE = 16_000;

    private PageStudy() {
    }

    /// @param args the folder, made where it is not there yet, and the port
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        if (!Files.exists(root.resolve("study.json"))) {
            make(new StudyFolder(root));
        }
        new LocalStudyHost().serve(root, new ServeSettings(ServeSettings.LOOPBACK, Integer.parseInt(args[1])), new ServeListener() {
            @Override
            public void open(URI address) {
                System.out.println(address);
            }

            @Override
            public void began(int listeners) {
                System.out.println("began " + listeners);
            }

            @Override
            public void finished(int listeners) {
                System.out.println("finished " + listeners);
            }
        });
    }

    private static void make(StudyFolder folder) throws IOException {
        Files.createDirectories(folder.clips());
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < 2 * CLIPS_OF_A_SIDE + 2; i++) {
            Side side = i < CLIPS_OF_A_SIDE ? Side.A : i < 2 * CLIPS_OF_A_SIDE ? Side.B : Side.CHECK;
            String key = "tone" + "0".repeat(10) + (10 + i);
            chord(folder.clip(key), 200 + 20 * i);
            clips.add(new Clip(key, side, "chord " + i, 1, 4, SECONDS, StudyFixture.sha256(Files.readAllBytes(folder.clip(key)))));
        }
        folder.write(new StudyDesign("Chorales, <b>old</b> & new", List.of("en", "zh-CN"), 1, 1, List.of(Question.values()), StudyDesign.SCALES,
                "takes", "corpus", -23, clips, List.of(new AttentionCheck(clips.get(clips.size() - 2).key(), clips.getLast().key()))));
    }

    private static void chord(Path file, double hertz) throws IOException {
        byte[] samples = new byte[2 * SECONDS * RATE];
        for (int i = 0; i < SECONDS * RATE; i++) {
            double turn = 2 * StrictMath.PI * hertz * i / RATE;
            int sample = (int) (1_500 * (StrictMath.sin(turn) + StrictMath.sin(1.25 * turn) + StrictMath.sin(1.5 * turn)));
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
