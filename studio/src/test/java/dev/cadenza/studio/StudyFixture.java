package dev.cadenza.studio;

import dev.cadenza.evaluate.study.Clip;
import dev.cadenza.evaluate.study.Question;
import dev.cadenza.evaluate.study.Side;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyDesign.AttentionCheck;
import dev.cadenza.evaluate.study.StudyFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A small study whose clips are no sound, but bytes that one can compare.
public final class StudyFixture {

    /// Bytes of each clip.
    public static final int CLIP_BYTES = 100_000;

    private StudyFixture() {
    }

    /// Makes the folder: four clips of each side, two checks, both questions, ratings.
    public static StudyFolder make(Path root) throws IOException {
        return make(root, 1);
    }

    /// The same with another seed.
    public static StudyFolder make(Path root, long seed) throws IOException {
        StudyFolder folder = new StudyFolder(root);
        Files.createDirectories(folder.clips());
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Side side = i < 4 ? Side.A : i < 8 ? Side.B : Side.CHECK;
            String key = "clip" + "0".repeat(10) + (10 + i);
            Files.write(folder.clip(key), bytes(key));
            clips.add(new Clip(key, side, "piece " + i, 1, 8, 15, sha256(bytes(key))));
        }
        folder.write(new StudyDesign("<b>Two</b> kinds of music", List.of("en"), seed, 12, List.of(Question.values()), StudyDesign.SCALES,
                "takes", "corpus", -20, clips, List.of(new AttentionCheck(clips.get(8).key(), clips.get(9).key()),
                new AttentionCheck(clips.get(10).key(), clips.get(11).key()))));
        return folder;
    }

    /// What a clip holds.
    public static byte[] bytes(String key) {
        byte[] bytes = new byte[CLIP_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256 + key.hashCode());
        }
        System.arraycopy("RIFF".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
